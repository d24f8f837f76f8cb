import { afterAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { givenInvitation, PAGES, Respondent } from '../support/respondent.js';
import { SurveyLead } from '../support/survey-lead.js';

const MOST_REQUESTS = 6;
const MOST_BYTES = 60 * 1024;

journey('a liaison nurse answers on a phone', () => {
  let visitor: Visitor;
  let nurse: Respondent;
  let hospital = '';
  afterAll(async () => visitor?.leaves());

  it('comes from the start page to the information about the survey', async () => {
    visitor = await Visitor.arrive({ size: PHONE });
    nurse = new Respondent(visitor);
    await visitor.opens('/');
    await visitor.page.getByRole('button', { name: 'Answer as a synthetic hospital' }).click();
    await visitor.page.waitForURL('**/information');
    await expect.poll(() => visitor.page.getByText('SYNTHETIC.').isVisible()).toBe(true);
    const named = /, for (DEMO .+)$/.exec(await visitor.page.getByText(/, for DEMO /).innerText())?.[1] ?? '';
    // The form also names the town where the name does not; the lists do not.
    hospital = named.replace(/, [^,]+$/, '');
    expect(hospital).not.toBe('');
    await expectSound(visitor, 'the information page');
  });

  it('finds every question usable, and answers yes to in-reach', async () => {
    await visitor.page.getByRole('link', { name: 'Start' }).click();
    for (const page of PAGES.slice(0, PAGES.indexOf('integration'))) {
      await visitor.page.waitForURL(`**/${page}`);
      await expectSound(visitor, `the page ${page}`);
      await nurse.fillsIn(page);
      await nurse.goesOn();
    }
    await expect.poll(() => nurse.at).toBe('integration');
  });

  it('scores by slider and by number box, each following the other', async () => {
    await expectSound(visitor, 'the page integration');
    expect(await nurse.numberBox.inputValue()).toBe('');
    await nurse.slider.press('ArrowRight');
    await expect.poll(() => nurse.numberBox.inputValue()).toBe('51');
    await nurse.numberBox.fill('60');
    await expect.poll(() => nurse.slider.inputValue()).toBe('60');
    await visitor.page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
    await nurse.goesOn();
  });

  it('meets the last pages and checks the answers', async () => {
    for (const page of PAGES.slice(PAGES.indexOf('integration') + 1)) {
      await visitor.page.waitForURL(`**/${page}`);
      await expectSound(visitor, `the page ${page}`);
      await nurse.fillsIn(page);
      await nurse.goesOn();
    }
    await expect.poll(() => nurse.at).toBe('check');
    await expectSound(visitor, 'the check page');
    await expect
      .poll(() => nurse.answerTo(/^In your opinion how well integrated/).innerText())
      .toContain('60');
  });

  it('changes one answer and comes back to the check page', async () => {
    const role = /What is your role/;
    await visitor.page.getByRole('link', { name: role }).click();
    await nurse.radio('Other member of a liaison psychiatry team').check();
    await nurse.goesOn();
    await expect.poll(() => nurse.at).toBe('check');
    await expect
      .poll(() => nurse.answerTo(role).innerText())
      .toBe('Other member of a liaison psychiatry team');
  });

  it('sends them and gets a receipt with a reference number', async () => {
    await visitor.page.getByRole('button', { name: 'Send your answers' }).click();
    expect(await nurse.reference()).toMatch(/^LA-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{3}$/);
    await expectSound(visitor, 'the receipt');
  });

  it('is in the live state of the round, with what was reported', async () => {
    const lead = await SurveyLead.signsIn();
    const row = lead.rowsOf(hospital);
    await row.first().waitFor();
    await expect.poll(() => row.count()).toBe(1);
    await expect.poll(() => row.innerText()).toContain('IAPT in-reach, partly integrated');
    await lead.visitor.leaves();
  });
});

journey('the answering pages on a slow line', () => {
  it.each(['', '/hospital', '/service'])(
    'load "<link>%s" afresh with at most 6 requests and 60 KB',
    async (name) => {
      const visitor = await Visitor.arrive({ size: PHONE });
      const { path } = await givenInvitation(visitor.url);
      await visitor.page.goto(`${visitor.url}${path}${name}`, { waitUntil: 'networkidle' });
      const sizes = await Promise.all(visitor.requests.map((request) => request.sizes()));
      const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
      expect(visitor.requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
      expect(bytes).toBeGreaterThan(1000);
      expect(visitor.troubles).toEqual([]);
      await visitor.leaves();
    },
  );
});
