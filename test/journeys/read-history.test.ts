import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead reads who did what when', () => {
  let lead: SurveyLead;
  beforeAll(async () => {
    lead = await SurveyLead.signsIn();
  });
  afterAll(() => lead?.visitor.leaves());

  it('goes from the round to its history, which names what happened in words', async () => {
    const { visitor } = lead;
    await visitor.opens('/manage/rounds/demo-2026');
    await visitor.page.getByRole('link', { name: 'History', exact: true }).click();
    const table = visitor.page.getByRole('table', { name: /what happened/ });
    await table.getByRole('rowheader').first().waitFor();
    // Other visitors of the same product leave more than a page of acts, whichever journeys came before this one.
    await visitor.page.getByLabel('Acts about').selectOption('round');
    await table.getByRole('rowheader', { name: 'Round filled with made-up answers' }).waitFor();
    await expect.poll(() => table.innerText()).toContain('The product itself');
    await expectSound(visitor, 'the history of a round');
  });

  it('narrows it to releases, which stands in the address, and sees what the event holds', async () => {
    const { page } = lead.visitor;
    await page.getByLabel('Acts about').selectOption('release');
    const rows = page.getByRole('table', { name: /what happened/ }).getByRole('rowheader');
    await expect.poll(async () => [...new Set(await rows.allInnerTexts())]).toEqual(['Results released']);
    await expect.poll(() => lead.visitor.address).toContain('group=release');
    await page.locator('summary').last().click();
    await page
      .getByText(/^sha256: [0-9a-f]{64}$/)
      .last()
      .waitFor();
  });

  it('is told what is wrong with a day, at the field, and finds nothing on a day to come', async () => {
    const { visitor } = lead;
    const { page } = visitor;
    await page.getByLabel('From, optional').fill('yesterday');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.getByRole('alert').getByText('This is not a day.').waitFor();
    await expectSound(visitor, 'a day that is none');
    await page.getByLabel('From, optional').fill('2999-01-01');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.getByRole('status').getByText('Nothing happened that fits these choices.').waitFor();
    await expect.poll(() => visitor.address).toContain('from=2999-01-01');
    await expectSound(visitor, 'an empty history');
  });

  it('comes back with the Back button to what was chosen before', async () => {
    const { page } = lead.visitor;
    await page.goBack();
    await page.getByRole('rowheader', { name: 'Results released' }).first().waitFor();
    await expect.poll(() => page.getByLabel('From, optional').inputValue()).toBe('');
    await expect.poll(() => page.getByLabel('Acts about').inputValue()).toBe('release');
  });

  it('opens the history of a hospital in the round from the list of hospitals', async () => {
    const { visitor } = lead;
    await visitor.opens('/manage/rounds/demo-2026');
    await visitor.page
      .getByRole('link', { name: /^History of .*Hospital/ })
      .first()
      .click();
    await visitor.page.getByRole('heading', { level: 2, name: /^DEMO .*Demonstration round/ }).waitFor();
    await visitor.page
      .getByRole('status')
      .getByText(/Nothing has happened yet|event/)
      .waitFor();
    await expectSound(visitor, 'the history of a hospital');
  });

  it('is told that the histories of people are not for survey leads', async () => {
    await lead.visitor.opens('/manage/history?kind=person&id=demo-administrator');
    await lead.visitor.page.getByRole('alert').getByText('Your role does not cover').waitFor();
  });

  it('reads it on a phone without scrolling sideways', async () => {
    const { visitor } = lead;
    await visitor.page.setViewportSize(PHONE);
    await visitor.opens('/manage/history?kind=round&id=demo-2026&group=release');
    await visitor.page.getByRole('rowheader', { name: 'Results released' }).first().waitFor();
    await visitor.page.locator('summary').first().click();
    await expectSound(visitor, 'a history on a phone');
  });
});
