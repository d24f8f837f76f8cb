import { afterAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead takes eighty forms to seventy-four', () => {
  let lead: SurveyLead;
  afterAll(() => lead?.visitor.leaves());

  const counts = (words: RegExp) =>
    expect.poll(() => lead.visitor.page.getByRole('main').innerText()).toMatch(words);
  const kind = async (value: string): Promise<void> => {
    await lead.visitor.page.getByLabel('Kind').selectOption(value);
    await lead.visitor.page.locator('#task-heading').waitFor();
    await lead.visitor.page.getByText('Loading its forms').waitFor({ state: 'hidden' });
  };

  it('opens the eighty synthetic forms', async () => {
    lead = await SurveyLead.signsIn();
    const { page } = lead.visitor;
    await page.getByRole('link', { name: 'Cleaning', exact: true }).click();
    await page.getByRole('button', { name: 'Practise cleaning on eighty synthetic forms' }).click();
    await page.waitForURL('**/manage/rounds/practice-2018/cleaning');
    await counts(/80 forms received, 0 accepted, 0 merged, 0 left out, 0 withdrawn, 80 waiting/);
    await expectSound(lead.visitor, 'the queue');
  });

  it('leaves out the three about children only, by keyboard, the first of them with an undo', async () => {
    const { page } = lead.visitor;
    await kind('out_of_scope');
    await page.locator('#task-heading').focus();
    for (const left of [1, 0, 1, 2, 3]) {
      await page.locator('#task-heading').waitFor();
      await expect
        .poll(() => page.getByRole('button', { name: 'Leave out…' }).getAttribute('aria-disabled'))
        .toBe('false');
      if (left === 0) {
        await page.keyboard.press('u');
        await counts(/0 left out, 0 withdrawn, 80 waiting/);
        continue;
      }
      await page.keyboard.press('x');
      const asked = page.getByRole('dialog', { name: 'Leave this form out?' });
      await asked.waitFor();
      // Keys are letters again while something is asked.
      await page.keyboard.press('u');
      await asked.getByRole('button', { name: 'Leave it out' }).click();
      await counts(new RegExp(`${left} left out, 0 withdrawn, ${80 - left} waiting`));
    }
    await counts(/Nothing waits of what you chose/);
  });

  it('merges the duplicates, two forms beside each other with differences marked', async () => {
    const { page } = lead.visitor;
    for (const merged of [1, 2, 3]) {
      await kind('duplicate_set');
      await page.getByText('2 forms beside each other').waitFor();
      if (merged === 1) await expectSound(lead.visitor, 'two forms beside each other');
      await page.getByRole('button', { name: 'Merge and accept…' }).click();
      const asked = page.getByRole('dialog', { name: 'Which form leads?' });
      await asked.getByRole('button', { name: 'Merge the others into it and accept it' }).click();
      await counts(new RegExp(`${merged} accepted, ${merged} merged, 3 left out`));
      if (merged < 3) await kind('');
    }
  });

  it('accepts the rest at once, and the focus goes with the work', async () => {
    const { page } = lead.visitor;
    await kind('form');
    await page.getByRole('button', { name: 'Accept all 71 on this page…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept 71' }).click();
    await counts(/80 forms received, 74 accepted, 3 merged, 3 left out, 0 withdrawn, 0 waiting/);
  });

  it('sees that it sums: as a drawing, as a table, and as a sentence', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Where the forms went' }).click();
    await page.getByRole('img', { name: 'Flow of forms from received to analysed' }).waitFor();
    await counts(/80 = 74 \+ 3 \+ 3 \+ 0 \+ 0/);
    await expectSound(lead.visitor, 'where the forms went');
  });

  it('finds every decision on record, the undone one too', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Decisions' }).click();
    await page.getByRole('table', { name: /82 decisions/ }).waitFor();
    await expectSound(lead.visitor, 'the decisions');
  });

  it('freezes the round, after which nothing can be decided', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Freezes' }).click();
    await page.getByRole('button', { name: 'Freeze the round' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Freeze it' }).click();
    await counts(/Frozen as freeze 1: nothing can be decided/);
    await expectSound(lead.visitor, 'the freezes');
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('The round is frozen').waitFor();
    await expectSound(lead.visitor, 'the settings');
  });

  it('is nobody else’s', async () => {
    const visitor = await Visitor.arrive({ size: PHONE });
    await visitor.opens('/manage/rounds/practice-2018/cleaning');
    await expect.poll(() => visitor.page.getByRole('main').innerText()).toContain('You are not signed in');
    await visitor.leaves();
  });
});
