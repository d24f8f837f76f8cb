import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead plans a round', () => {
  let lead: SurveyLead;
  let other: SurveyLead | undefined;
  // A second try of the journey finds the first one's round. The word sorts before that of the demonstration's round,
  // which the other journeys expect to be the first.
  const id = `a-journey-${String(Date.now()).slice(-6)}`;
  const path = `/manage/rounds/${id}/plan`;
  afterAll(async () => {
    await lead?.visitor.leaves();
    await other?.visitor.leaves();
  });

  const says = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();
  const saves = async (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Save the plan' }).click();
  const takes = async (page: Page, step: string): Promise<void> => {
    await page.getByRole('button', { name: step, exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Yes, / })
      .click();
  };

  it('finds the rounds in the header, with state, dates and what comes next', async () => {
    lead = await SurveyLead.signsIn();
    const { page } = lead.visitor;
    await page.getByRole('link', { name: 'Rounds', exact: true }).click();
    await page.waitForURL('**/manage/rounds');
    const row = page.getByRole('row').filter({ hasText: 'Demonstration round 2026' });
    await row.waitFor();
    await expect
      .poll(() => row.innerText())
      .toMatch(/open for answers[\s\S]*31 December 2099[\s\S]*Closes by itself/);
    await expectSound(lead.visitor, 'the rounds');
  });

  it('is told beside the field what a new round lacks, and copies the one before in one step', async () => {
    const { page } = lead.visitor;
    await page.getByLabel('Begin with').selectOption('demo-2026');
    await expect
      .poll(() => page.getByLabel('Title').inputValue())
      .toBe('Demonstration round 2027 (SYNTHETIC)');
    await expect
      .poll(() => page.getByLabel('Word for addresses').inputValue())
      .toBe('demonstration-round-2027-synthetic');
    await page.getByLabel('Title').fill('');
    await page.getByLabel('Word for addresses').fill('Not one');
    await page.getByRole('button', { name: 'Make the round' }).click();
    await page.getByRole('alert').getByText('The round has no title.').waitFor();
    await expectSound(lead.visitor, 'the new round with problems');
    await page
      .getByRole('alert')
      .getByRole('link', { name: /no title/ })
      .click();
    await page.keyboard.type(`Journey ${id}`);
    await page.getByLabel('Word for addresses').fill(id);
    await page.getByRole('button', { name: 'Make the round' }).click();
    await page.waitForURL(`**${path}`);
    await page.getByText('being prepared').waitFor();
    await expectSound(lead.visitor, 'the plan');
  });

  it('is led from what keeps the round closed to the fields that mend it', async () => {
    const { page } = lead.visitor;
    const blocked = page.getByRole('region', { name: 'Next steps' });
    await blocked
      .getByRole('link', { name: /service evaluation or research/ })
      .first()
      .click();
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByLabel('A service evaluation').isChecked()).toBe(true);
    await page.getByLabel(/^Legitimate interests/).check();
    await page.getByLabel('Clinical health psychology services').check();
    await page.getByLabel('Opens on').fill('2098-06-01');
    await page.getByLabel('Closes on').fill('2098-05-31');
    await page.getByLabel('Last day for corrections').fill('2098-06-30');
    await saves(page);
    await page.getByRole('alert').getByText('The round would close before it opens.').waitFor();
    await expectSound(lead.visitor, 'the plan with problems');
    await page.getByLabel('Opens on').fill('');
    await saves(page);
    await says(page, 'The plan is saved.');
    await expectSound(lead.visitor, 'the saved plan');
  });

  it('does not overwrite a colleague: both versions are shown, and one is chosen', async () => {
    other = await SurveyLead.signsIn();
    const { page } = other.visitor;
    await other.visitor.opens(path);
    await page.getByLabel('Title').waitFor();
    await lead.visitor.page.getByLabel('Title').fill(`Mine ${id}`);
    await saves(lead.visitor.page);
    await says(lead.visitor.page, 'The plan is saved.');
    await page.getByLabel('Title').fill(`Theirs ${id}`);
    await saves(page);
    await page.getByRole('heading', { name: /Somebody else has changed this round/ }).waitFor();
    await expect.poll(() => page.getByRole('table').innerText()).toMatch(/Title[\s\S]*Mine[\s\S]*Theirs/);
    await expectSound(other.visitor, 'the two versions');
    await page.getByRole('button', { name: 'Keep mine in the form' }).click();
    await saves(page);
    await says(page, 'The plan is saved.');
    await lead.visitor.opens(path);
    await expect.poll(() => lead.visitor.page.getByLabel('Title').inputValue()).toBe(`Theirs ${id}`);
  });

  it('begins the pilot after reading what follows from it', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: 'Begin the pilot' }).click();
    await page.getByRole('dialog').getByText('No answer of the pilot ever counts.').waitFor();
    await expectSound(lead.visitor, 'what follows from a pilot');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await takes(page, 'Begin the pilot');
    await page.getByText('being tried out').waitFor();
    await expect.poll(() => page.getByLabel('Frame').isDisabled()).toBe(true);
    await expectSound(lead.visitor, 'the pilot');
  });

  it('opens it, and closes it again', async () => {
    const { page } = lead.visitor;
    await takes(page, 'Open the round');
    await says(page, /open the round/);
    await page.getByText('open for answers').waitFor();
    await expect.poll(() => page.getByLabel('Name “I don’t know”').isChecked()).toBe(true);
    await takes(page, 'Close the round');
    await page.getByText('open for corrections').waitFor();
    await takes(page, 'End the corrections');
    await page.getByText('answers being checked').waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Next steps' }).count()).toBe(0);
    await expectSound(lead.visitor, 'the closed round');
  });

  it('reads all of it on a phone without scrolling sideways', async () => {
    const { page } = lead.visitor;
    await page.setViewportSize(PHONE);
    await lead.visitor.opens(path);
    await page.getByLabel('Title').waitFor();
    await expectSound(lead.visitor, 'the plan at 320 px');
    await lead.visitor.opens('/manage/rounds');
    await page.getByRole('heading', { name: 'New round' }).waitFor();
    await expectSound(lead.visitor, 'the rounds at 320 px');
  });

  it('is nobody else’s', async () => {
    const visitor = await Visitor.arrive({ size: DESK });
    await visitor.opens(path);
    await visitor.page.getByText('You are not signed in').waitFor();
    await expectSound(visitor, 'the plan for a visitor');
    await visitor.leaves();
  });
});
