import { randomBytes } from 'node:crypto';

import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { afterAll, expect, it } from 'vitest';

import { DESK, hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { DesignerScreens } from '../support/designer-screens.js';
import { PLANNED_PAGES, SERIES, SURVEY_TITLE } from '../support/liaison-services.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

/** Of this run, since all journeys share one product. */
const key = `${SERIES}-${randomBytes(3).toString('hex')}`;

journey('a survey lead builds the survey of liaison services on screen', () => {
  let lead: SurveyLead;
  let designer: DesignerScreens;
  let address = '';
  afterAll(async () => lead?.visitor.leaves());

  /** Everything published under the name, as anybody can read it. */
  const published = async (): Promise<{ version: string; content: string }[]> => {
    const answer = await fetch(new URL('/graphql', lead.visitor.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ instruments { key version content } }' }),
    });
    const { data } = (await answer.json()) as {
      data: { instruments: { key: string; version: string; content: string }[] };
    };
    return data.instruments.filter((each) => each.key === key);
  };

  it('finds the questionnaires, and begins a new one', async () => {
    lead = await SurveyLead.signsIn();
    const { page } = lead.visitor;
    await page.getByRole('link', { name: 'Questionnaires', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'New questionnaire' }).waitFor();
    await expectSound(lead.visitor, 'the list of questionnaires');
    designer = new DesignerScreens(page);
    await designer.field('Title').fill(SURVEY_TITLE);
    await designer.field('Name of the series').fill('Liaison Services');
    await designer.button('Begin the questionnaire').click();
    await page.getByText('The name of the series is lower-case letters').waitFor();
    await designer.field('Name of the series').fill(key);
    await designer.button('Begin the questionnaire').click();
    await page.getByRole('heading', { level: 1, name: `Draft: ${SURVEY_TITLE}` }).waitFor();
    ({ address } = lead.visitor);
    await expectSound(lead.visitor, 'an empty draft');
  });

  it('writes every page and question, with routing chosen from lists', async () => {
    for (const planned of PLANNED_PAGES) await designer.addsPage(planned);
    await designer.saved();
    await lead.visitor.page.getByText('Nothing is wrong.').waitFor();
    await expectSound(lead.visitor, 'a question in the designer');
  });

  it('sees beside the field what is wrong, and takes a change back', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: /^What is the service called\?/ }).click();
    await designer.field('Question').fill('');
    await page.getByText('The question has no text. Write what is asked.').waitFor();
    await page.getByRole('button', { name: /^service_name \(1 problem\)/ }).waitFor();
    await expectSound(lead.visitor, 'a question with a problem');
    await designer.button('Undo: Changed wording of question service_name').click();
    await expect.poll(() => designer.field('Question').inputValue()).toBe('What is the service called?');
    await page.getByText('Nothing is wrong.').waitFor();
  });

  it('duplicates, moves and deletes by keyboard, and takes each back', async () => {
    const { page } = lead.visitor;
    const outline = () => page.getByRole('navigation', { name: 'Pages and questions' }).innerText();
    const before = await outline();
    for (const name of ['Duplicate', 'Move up', 'Delete']) {
      await lead.visitor.tabsTo(designer.button(name), 120);
      await page.keyboard.press('Enter');
    }
    await expect
      .poll(() => hasFocus(page.getByRole('heading', { level: 2, name: 'Page: non-acute' })))
      .toBe(true);
    await expect.poll(() => outline()).toBe(before);
    for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: /^Undo: / }).click();
    await expect.poll(() => outline()).toBe(before);
    await designer.saved();
  });

  it('finds the draft as it was left, on a phone too', async () => {
    const { visitor } = lead;
    await visitor.page.setViewportSize(PHONE);
    for (const place of ['', '?at=1', '?at=1.1', '?at=2.0', '?at=5.1']) {
      await visitor.opens(`${address}${place}`);
      await visitor.page.getByText('Nothing is wrong.').waitFor();
      await expectSound(visitor, `the designer at ${place} on a phone`);
    }
    await visitor.page.setViewportSize(DESK);
    await visitor.opens('/manage/instruments');
    await visitor.page.getByRole('link', { name: SURVEY_TITLE }).first().waitFor();
    await visitor.opens(address);
  });

  it('loses nothing by leaving the page in the middle of a word', async () => {
    const { page } = lead.visitor;
    await designer.field('Title of the questionnaire').fill(`${SURVEY_TITLE} half-typ`);
    await page.getByRole('link', { name: 'Questionnaires', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Drafts' }).waitFor();
    // Gone for good at once, with the save still on its way.
    const link = page.getByRole('link', { name: `${SURVEY_TITLE} half-typ`, exact: true });
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: 'Drafts' }).waitFor();
        return link.count();
      })
      .toBe(1);
    await link.click();
    await designer.field('Title of the questionnaire').fill(SURVEY_TITLE);
    await designer.saved();
  });

  it('looks at it as respondents will', async () => {
    const { page } = lead.visitor;
    const [preview] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: /^Preview/ }).click(),
    ]);
    await preview.getByText('Nothing entered here is stored.').waitFor();
    await preview.getByLabel('Hospital', { exact: false }).first().selectOption('RW603');
    const goOn = () => preview.getByRole('button', { name: 'Continue without saving' }).click();
    await goOn();
    await preview.getByRole('group', { name: 'Is there a liaison' }).getByLabel('Yes').check();
    await goOn();
    // What the first answer has opened comes on the same page.
    await preview.getByRole('group', { name: 'Which tier' }).getByLabel('Core', { exact: true }).check();
    await goOn();
    await preview.getByRole('heading', { name: 'When does the service see patients?' }).waitFor();
    await preview.close();
  });

  it('publishes it: what was built is what was planned, question by question', async () => {
    const { page } = lead.visitor;
    await designer.button('Publish').click();
    await page.getByRole('heading', { name: 'Publish this questionnaire' }).waitFor();
    await designer.button('Publish and freeze').click();
    await page.getByText('It is not said what this version is').waitFor();
    await designer
      .field('What this questionnaire is for')
      .fill('Hours, staffing and tier of liaison services.');
    await expectSound(lead.visitor, 'the panel for publishing');
    await designer.button('Publish and freeze').click();
    await page.waitForURL('**/manage/instruments?done=**');
    await page
      .getByRole('heading', { name: `${SURVEY_TITLE}, version 1.0` })
      .first()
      .waitFor();
    const [version, ...others] = await published();
    expect([version?.version, others]).toEqual(['1.0', []]);
    const content = JSON.parse(version!.content) as Instrument;
    expect(content.pages.slice(1)).toEqual(
      PLANNED_PAGES.map(({ id, title, optional = false, questions }) => ({
        id,
        title: { en: title },
        optional,
        questions,
      })),
    );
  });

  it('begins the next version, which says what may be compared', async () => {
    const { page } = lead.visitor;
    await designer.button(`Begin a new version from ${key} 1.0`).click();
    await page.getByRole('button', { name: 'Which tier does the service correspond to?' }).click();
    await designer.field('Help text').fill('The nearest one.');
    await designer.saved();
    await designer.button('Publish').click();
    await designer.field('What this version changes').fill('Shorter help.');
    await page.getByRole('group', { name: 'tier (changed: help)' }).waitFor();
    await expect.poll(() => designer.field('tier: verdict').inputValue()).toBe('minor_wording');
    await expectSound(lead.visitor, 'the verdicts');
    await designer.button('Publish and freeze').click();
    await page.waitForURL('**/manage/instruments?done=**');
    expect((await published()).map(({ version }) => version)).toEqual(['1.0', '1.1']);
  });

  it('retires a version only after being asked', async () => {
    const { page } = lead.visitor;
    const versions = page.getByRole('listitem').filter({ hasText: `Series ${key};` });
    const first = versions.filter({ hasText: 'version 1.0' });
    await designer.button(`Retire ${key} 1.0`).click();
    await designer.button('No, keep it').click();
    expect(await first.innerText()).not.toContain('retired');
    await designer.button(`Retire ${key} 1.0`).click();
    await designer.button('Yes, retire version 1.0').click();
    // The question itself speaks of retired versions: only the line of the state tells that it is one.
    await first.getByText(/^Series .*; retired/).waitFor();
    await expect.poll(() => versions.getByText(/^Series .*; retired/).count()).toBe(1);
  });

  it('is closed to everybody else', async () => {
    const stranger = await Visitor.arrive({ size: PHONE });
    await stranger.opens(address);
    await expect.poll(() => stranger.page.getByRole('main').innerText()).toContain('You are not signed in');
    await expectSound(stranger, 'the designer for a stranger');
    await stranger.leaves();
  });
});
