import { readFile } from 'node:fs/promises';

import { afterAll, expect, it } from 'vitest';

import { journey } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead takes a questionnaire out as a file and brings it back', () => {
  let lead: SurveyLead;
  let fhir = '';
  const series = `exchanged-${String(Date.now()).slice(-8)}`;
  afterAll(async () => lead?.visitor.leaves());

  const chooses = async (name: string, text: string): Promise<void> => {
    const { page } = lead.visitor;
    await page
      .getByLabel('XLSForm (.xlsx) or FHIR R4 Questionnaire (.json)')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Check the file' }).click();
  };
  const takesOut = async (link: RegExp): Promise<{ name: string; bytes: Buffer }> => {
    const { page } = lead.visitor;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  it('takes version 1.1 out as XLSForm and as FHIR', async () => {
    lead = await SurveyLead.signsIn();
    await lead.visitor.opens('/manage/instruments');
    await expectSound(lead.visitor, 'the questionnaires');
    const sheet = await takesOut(/^Take out as XLSForm ?: iapt-liaison 1\.1$/);
    expect(sheet.name).toBe('iapt-liaison-1.1.xlsx');
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
    const resource = await takesOut(/^Take out as FHIR ?: iapt-liaison 1\.1$/);
    expect(resource.name).toBe('iapt-liaison-1.1.fhir.json');
    fhir = resource.bytes.toString('utf8');
    expect(JSON.parse(fhir)).toMatchObject({ resourceType: 'Questionnaire' });
  });

  it('is told of a file that is none, and of one with problems line by line', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('No file is chosen.').waitFor();
    await chooses('survey.txt', 'x');
    await page.getByText('neither an XLSForm nor a FHIR Questionnaire').waitFor();
    await chooses('broken.json', JSON.stringify({ resourceType: 'Questionnaire', item: [{ linkId: 'x' }] }));
    await page.getByRole('heading', { name: /The file cannot be taken: \d+ problem/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Make a draft of it' }).count()).toBe(0);
    await expectSound(lead.visitor, 'the report of a broken file');
  });

  it('rehearses a good file, then makes a draft of it', async () => {
    const { page } = lead.visitor;
    await chooses('good.json', fhir.replaceAll('iapt-liaison', series));
    await page.getByRole('heading', { name: 'The file can be taken. Nothing is stored yet' }).waitFor();
    await expectSound(lead.visitor, 'the report of a good file');
    await page.getByRole('button', { name: 'Make a draft of it' }).click();
    await page.getByRole('heading', { name: 'The draft is made' }).waitFor();
    await page.getByRole('link', { name: 'Open the draft' }).click();
    await page.waitForURL(/\/manage\/instruments\/[0-9a-f-]{36}/);
    await lead.visitor.settled();
  });
});
