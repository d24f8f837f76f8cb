import { afterAll, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound, sidewaysOn } from '../support/page-checks.js';
import { givenAnswersUpTo, Respondent } from '../support/respondent.js';
import { SurveyLead } from '../support/survey-lead.js';

const HOSPITAL = 'DEMO Royal Oldham Hospital';

journey('somebody from a mailing list answers without a link of their own, and without JavaScript', () => {
  let lead: SurveyLead;
  let nurse: Visitor;
  let form = '';
  // A second try of the journey finds the first one's list.
  const list = `list-${String(Date.now()).slice(-8)}`;
  afterAll(async () => {
    await nurse?.leaves();
    await lead?.visitor.leaves();
  });

  it('the lead makes an open link for the list', async () => {
    lead = await SurveyLead.signsIn();
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Open links' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText('Nobody could tell later which list this was.').waitFor();
    await expectSound(lead.visitor, 'the open links with problems');
    await page.getByLabel('Which list does it go to?').fill(`Journey ${list}`);
    await page.getByLabel('Last part of the address').fill(list);
    await page.getByRole('button', { name: 'Make the link' }).click();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: `Journey ${list}` }) });
    await row.waitFor();
    await expect.poll(() => row.innerText()).toContain(`/r/demo-2026/${list}`);
    await expectSound(lead.visitor, 'the open links');
  });

  it('the nurse is told what is missing, finds the hospital in the list and starts', async () => {
    nurse = await Visitor.arrive({ size: PHONE, script: false });
    await nurse.opens(`/r/demo-2026/${list}`);
    expect(await sidewaysOn(nurse)).toEqual([]);
    await nurse.page.getByRole('button', { name: 'Start' }).click();
    await nurse.page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expect.poll(() => nurse.page.title()).toMatch(/^Error: /);
    await nurse.page.getByLabel('Which hospital do you answer for?').selectOption({ label: HOSPITAL });
    await nurse.page.getByRole('button', { name: 'Start' }).click();
    await nurse.page.waitForURL('**/begun');
    form = new URL(nurse.page.url()).pathname.replace(/\/begun$/, '');
    await expect.poll(() => nurse.page.locator('#resume-link').innerText()).toContain(form);
    expect(await sidewaysOn(nurse)).toEqual([]);
  });

  it('goes on to the survey, hands over, adds a hospital of the trust and sends', async () => {
    await nurse.page.getByRole('link', { name: 'Go on to the survey' }).click();
    await nurse.page.getByRole('link', { name: 'Continue' }).click();
    await nurse.page.waitForURL('**/role');
    await givenAnswersUpTo(nurse.url, form, 'check');
    await nurse.opens(`${form}/check`);
    await nurse.page.getByRole('link', { name: 'Add further hospitals' }).click();
    await nurse.page.getByRole('checkbox', { name: 'DEMO Fairfield General Hospital' }).check();
    await nurse.page.getByRole('button', { name: 'Save and check your answers' }).click();
    await nurse.page.waitForURL('**/check');
    await expect
      .poll(() => nurse.page.locator('main').innerText())
      .toContain('DEMO Fairfield General Hospital');
    await nurse.page.getByRole('link', { name: 'Hand over to a colleague' }).click();
    await nurse.page.getByLabel('E-mail address of your colleague').fill('colleague@example.org');
    await nurse.page.getByRole('button', { name: 'Send the link' }).click();
    await nurse.page.waitForURL('**/handed-over');
    await nurse.page.getByRole('link', { name: 'Go on with the survey' }).click();
    await nurse.page.waitForURL('**/check');
    await nurse.page.getByRole('button', { name: 'Send your answers' }).click();
    expect(await new Respondent(nurse).reference()).toMatch(/^LA-/);
    await expect
      .poll(() => nurse.page.locator('main').innerText())
      .toContain('DEMO Fairfield General Hospital');
  });

  it('corrects an answer from the receipt: only with a reason', async () => {
    await nurse.page.getByRole('link', { name: 'Change your answers' }).click();
    await nurse.page.waitForURL('**/check');
    await nurse.page.getByRole('button', { name: 'Send the corrected answers' }).click();
    await nurse.page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await nurse.page.getByLabel('Why are you changing your answers?').fill('I had mistaken the site.');
    await nurse.page.getByRole('button', { name: 'Send the corrected answers' }).click();
    expect(await new Respondent(nurse).reference()).toMatch(/^LA-/);
  });

  it('meets no barrier on any of these pages, on a phone and at a desk', async () => {
    for (const size of [PHONE, DESK]) {
      const visitor = await Visitor.arrive({ size });
      for (const page of ['begun', 'also', 'hand-over', 'handed-over', 'compare', 'receipt', 'check']) {
        await visitor.opens(`${form}/${page}`);
        await expectSound(visitor, `${page} at ${size.width} px`);
      }
      await visitor.opens(`/r/demo-2026/${list}`);
      await expectSound(visitor, `the open link at ${size.width} px`);
      await visitor.leaves();
    }
  });

  it('costs no more than the other answering pages', async () => {
    const visitor = await Visitor.arrive({ size: PHONE });
    await visitor.opens(`/r/demo-2026/${list}`);
    expect(visitor.requests.length).toBeLessThanOrEqual(6);
    let bytes = 0;
    for (const request of visitor.requests) bytes += (await request.sizes()).responseBodySize;
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    await visitor.leaves();
  });

  it('shows the lead what came of the list, and how the answer came', async () => {
    const { page } = lead.visitor;
    await page.reload();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: `Journey ${list}` }) });
    await row.waitFor();
    await expect.poll(async () => (await row.innerText()).replace(/\s+/g, ' ')).toContain('1 1 1');
    await row.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText(`Journey ${list} is switched off.`).waitFor();
    await nurse.opens(`/r/demo-2026/${list}`);
    await expect.poll(() => nurse.heading.innerText()).toBe('This link cannot be used');
  });

  it('the lead writes down an answer that came by telephone', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Telephone and paper' }).click();
    await page.getByRole('button', { name: 'Go to the questions' }).click();
    await page.getByText('This is not the day on which an answer came.').waitFor();
    await expectSound(lead.visitor, 'telephone and paper answers');
    await page.getByLabel('Hospital', { exact: true }).selectOption({ label: HOSPITAL });
    await page.getByLabel('Day of the call').fill('2026-01-05');
    await page.getByRole('button', { name: 'Go to the questions' }).click();
    await page.waitForURL('**/information');
    await page.getByText('TELEPHONE.').waitFor();
    await expectSound(lead.visitor, 'the pages of a recorded answer');
  });
});
