import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead takes the data of a round out', () => {
  let lead: SurveyLead;
  beforeAll(async () => {
    lead = await SurveyLead.signsIn();
  });
  afterAll(() => lead?.visitor.leaves());

  it('finds the files from the round and sees what each holds', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Take the data out' }).click();
    await page.getByRole('heading', { name: 'Take the data out' }).waitFor();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'forms.csv' }) });
    await expect.poll(() => row.innerText()).toContain('One row a form that counts');
    await expectSound(lead.visitor, 'take the data out');
  });

  it('saves a file whole, under a name that says SYNTHETIC, with as many rows as were promised', async () => {
    const { page } = lead.visitor;
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'forms.csv' }) });
    const promised = Number((await row.getByRole('cell').nth(1).innerText()).replace(/\D/g, ''));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download forms.csv' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^SYNTHETIC_liaison-atlas_demo-2026_.+_forms\.csv$/);
    const rows = parse(await readFile(await download.path()), { columns: true, bom: true }) as unknown[];
    expect(rows).toHaveLength(promised);
    await page.getByText(/_forms\.csv is saved\./).waitFor();
  });
});

journey('a reader looks for the files of a release', () => {
  let visitor: Visitor;
  afterAll(() => visitor?.leaves());

  it('sees on a phone what there is of each round, with sizes', async () => {
    visitor = await Visitor.arrive({ size: PHONE });
    await visitor.opens('/data');
    const { page } = visitor;
    const files = page.getByRole('region', { name: 'Files of a round', exact: true });
    await files.getByRole('link', { name: 'export.zip' }).waitFor();
    await expect.poll(() => files.innerText()).toMatch(/\d+\sKB/);
    await files.getByRole('combobox', { name: 'Round', exact: true }).selectOption('demo-2026');
    await files.getByRole('link', { name: 'hospitals.sps' }).waitFor();
    await expect
      .poll(() => files.getByRole('link', { name: 'export.zip' }).getAttribute('href'))
      .toBe('/open/v1/rounds/demo-2026/export.zip');
    await expectSound(visitor, 'files of a release');
  });
});
