import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound, sidewaysOn } from '../support/page-checks.js';
import { givenAnswersUpTo, givenInvitation, Respondent } from '../support/respondent.js';
import { SurveyLead } from '../support/survey-lead.js';

const ROUND = 'demo-2026';

journey('a reader sees what changed between two releases', () => {
  let reader: Visitor;
  let hospital = '';
  let number = 0;
  beforeAll(async () => {
    const nurse = new Respondent(await Visitor.arrive({ size: PHONE }));
    const invitation = await givenInvitation(nurse.visitor.url);
    hospital = invitation.hospital;
    await givenAnswersUpTo(nurse.visitor.url, invitation.path, 'check');
    await nurse.visitor.opens(`${invitation.path}/check`);
    await nurse.visitor.page.getByRole('button', { name: 'Send your answers' }).click();
    await nurse.reference();
    await nurse.visitor.leaves();
    const { visitor: lead } = await SurveyLead.signsIn();
    await lead.page.getByLabel(/Note for readers/).fill('One more hospital has answered.');
    await lead.page.getByRole('button', { name: 'Review before publishing' }).click();
    await lead.page.getByRole('button', { name: 'Yes, publish' }).click();
    const said = lead.page.getByRole('status').getByText(/Release \d+ is public/);
    await said.waitFor();
    number = Number(/Release (\d+)/.exec(await said.innerText())?.[1]);
    await lead.leaves();
    reader = await Visitor.arrive();
    await reader.opens(`/rounds/${ROUND}?release=${number}`);
  });
  afterAll(() => reader?.leaves());

  const part = () => reader.page.getByRole('region', { name: `What changed since release ${number - 1}` });

  it('finds both values of a figure side by side, with the range of each', async () => {
    const table = part().getByRole('table', { name: 'Figures that differ' });
    await table.waitFor();
    const row = table.getByRole('row').filter({ has: reader.page.getByRole('rowheader') });
    for (const cells of await row.all()) {
      const [before = '', after = ''] = await cells.getByRole('cell').allInnerTexts();
      expect(after).not.toBe(before);
      for (const words of [before, after]) expect(words).toMatch(/\d+ not known of \d+; between [\d.]+%/);
    }
    await expect.poll(() => part().innerText()).toContain('their difference is no change of services');
  });

  it('finds the hospital that was silent, with what is published of it now', async () => {
    const row = part()
      .getByRole('row')
      .filter({ has: reader.page.getByRole('rowheader', { name: hospital, exact: true }) });
    await row.waitFor();
    const [before, after] = await row.getByRole('cell').allInnerTexts();
    expect(before).toMatch(/^NR, /);
    expect(after).toMatch(/^G3, .*score 60/);
    await expectSound(reader, 'what changed');
    await reader.page.setViewportSize(PHONE);
    expect(await sidewaysOn(reader)).toEqual([]);
  });

  it('goes to the release before, by its link, and takes the changes along as a file', async () => {
    const href = await part()
      .getByRole('link', { name: /as a file/ })
      .getAttribute('href');
    const file = await fetch(new URL(href ?? '', reader.url));
    expect(file.status).toBe(200);
    expect(JSON.stringify(await file.json())).toContain(hospital);
    await part()
      .getByRole('link', { name: `release ${number - 1}`, exact: true })
      .click();
    await reader.page.waitForURL(`**/rounds/${ROUND}?release=${number - 1}`);
    await reader.page.getByText(`Superseded by release ${number}.`).waitFor();
    expect(reader.troubles).toEqual([]);
  });
});
