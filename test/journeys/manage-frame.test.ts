import { afterAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { unrealLine, unrealList } from '../support/frame-lead.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead makes the frame of next year', () => {
  let lead: SurveyLead;
  // A second try of the journey finds the first one's frame.
  const title = `Unreal frame ${String(Date.now()).slice(-6)}`;
  const path = `/manage/frames/${title.toLowerCase().replaceAll(' ', '-')}`;
  const code = (number: number): string => `ZJ${title.slice(-6)}${number}`.slice(0, 9);
  afterAll(async () => lead?.visitor.leaves());

  const chooses = async (name: string, text: string): Promise<void> => {
    await lead.visitor.page
      .getByLabel('File (CSV in UTF-8, or the register ets.csv)')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await lead.visitor.page.getByRole('button', { name: 'Check the list' }).click();
  };

  it('finds the frames in the header, the one of 2018 frozen', async () => {
    lead = await SurveyLead.signsIn();
    const { page } = lead.visitor;
    await page.getByRole('link', { name: 'Frames' }).click();
    await page.waitForURL('**/manage/frames');
    const row = page.getByRole('row').filter({ hasText: 'emergency department, 2018' });
    await row.first().waitFor();
    await expect.poll(() => row.first().innerText()).toMatch(/Frozen[\s\S]*175[\s\S]*[0-9a-f]{64}/);
    await expectSound(lead.visitor, 'the frames');
  });

  it('is told beside the field what a beginning lacks, and begins a copy', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: 'Begin the frame' }).click();
    await page.getByText('The frame needs a title.').waitFor();
    await expectSound(lead.visitor, 'the frames with problems');
    await page.getByLabel('Begin with').selectOption('acute-ed-2018');
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Day that it describes').fill('2027-04-01');
    await page.getByLabel('Where its hospitals come from').fill('A journey.');
    await page.getByRole('button', { name: 'Begin the frame' }).click();
    await page.waitForURL(`**${path}`);
    await page.getByText('221 hospitals of 221 shown').waitFor();
    await expectSound(lead.visitor, 'the new frame');
  });

  it('sees what changed since 2018', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('table').getByText('Royal Oldham Hospital').waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/another trust\s+26/);
    await expectSound(lead.visitor, 'the changes');
  });

  it('checks a list with problems, and nothing is stored', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.getByText('No file is chosen.').waitFor();
    await page.getByLabel('Where the list comes from').fill('A journey');
    await chooses('wrong.csv', unrealList(unrealLine(code(1), '=1+1'), unrealLine('?', 'Unreal')));
    await page.getByRole('heading', { name: 'The list cannot be stored: 2 problems' }).waitFor();
    await expect.poll(() => page.getByRole('table').innerText()).toMatch(/Line 2[\s\S]*formula[\s\S]*Line 3/);
    expect(await page.getByRole('button', { name: /^Store/ }).count()).toBe(0);
    await expectSound(lead.visitor, 'the report with problems');
  });

  it('checks the mended list and stores what the report says', async () => {
    const { page } = lead.visitor;
    await chooses(
      'unreal.csv',
      unrealList(unrealLine(code(1), `${title} One`), unrealLine(code(2), `${title} Two`, { ed: '' })),
    );
    await page
      .getByRole('heading', { name: 'The list would change 2 hospitals. Nothing is stored yet' })
      .waitFor();
    await expectSound(lead.visitor, 'the report');
    await page.getByRole('button', { name: 'Store 2 changes' }).click();
    await page.getByRole('heading', { name: 'The list is stored: 2 hospitals changed' }).waitFor();
    await expectSound(lead.visitor, 'the stored report');
  });

  it('is refused the freezing while a hospital is not known', async () => {
    const { page } = lead.visitor;
    await page.getByText('2 hospitals to decide on before the frame can be frozen').waitFor();
    await page.getByRole('button', { name: 'Freeze the frame' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Freeze this frame for ever?' }).waitFor();
    await expectSound(lead.visitor, 'the warning');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Freeze the frame' }).click();
    await page.getByRole('button', { name: 'Yes, freeze' }).click();
    await page.getByRole('alert').getByText('The frame was not frozen').waitFor();
    await expectSound(lead.visitor, 'the refusal');
  });

  it('decides by keyboard, undoes, and decides again', async () => {
    const { page } = lead.visitor;
    await page.getByRole('tab', { name: 'Hospitals' }).click();
    await page.getByLabel('Belongs to the frame').selectOption('undecided');
    await page.getByText('2 hospitals of 223 shown').waitFor();
    const open = page.getByRole('link', { name: `${title} Two` });
    await open.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: `${title} Two` });
    await panel.getByText('Whether it has a major emergency department is not known.').first().waitFor();
    await panel.getByLabel('In the frame', { exact: true }).check();
    await panel.getByRole('button', { name: 'Decide' }).click();
    await panel.getByText('A decision needs its reason.').waitFor();
    await expectSound(lead.visitor, 'the decision with a problem');
    await panel.getByLabel('Why').fill('Asked by telephone.');
    await panel.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('in the frame, decided just now.').waitFor();
    await page.getByText('1 hospital of 223 shown').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 hospitals of 223 shown').waitFor();
    for (const hospital of await page.getByRole('rowheader').getByRole('link').allInnerTexts()) {
      await page.getByRole('link', { name: hospital, exact: true }).click();
      await page.getByLabel('Not known', { exact: true }).check();
      await page.getByLabel('Why').fill('No source says.');
      await page.getByRole('button', { name: 'Decide' }).click();
      await page.getByText('not known, decided just now.').waitFor();
    }
    await page.getByText('0 hospitals of 223 shown').waitFor();
    await expectSound(lead.visitor, 'everything decided');
  });

  it('adds a hospital and an alias', async () => {
    const { page } = lead.visitor;
    await page.getByLabel('Code of the hospital').fill('RW603');
    await page.getByRole('button', { name: 'Add the hospital' }).click();
    await page.getByText('The frame holds this hospital already.').waitFor();
    await page.getByRole('tab', { name: 'Aliases' }).click();
    await page.getByLabel('Hospital', { exact: true }).selectOption({ label: `${title} One (${code(1)})` });
    await page.getByLabel('Alias', { exact: true }).fill(`Byname ${title}`);
    await page.getByLabel('Who uses it').fill('A journey');
    await page.getByRole('button', { name: 'Add the alias' }).click();
    await page.getByRole('rowheader', { name: `Byname ${title}` }).waitFor();
    await expectSound(lead.visitor, 'the aliases');
  });

  it('freezes it: it has a hash and nothing to change it with', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: 'Freeze the frame' }).click();
    await page.getByRole('button', { name: 'Yes, freeze' }).click();
    await page.getByText(/^Frozen on /).waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/SHA-256\s+[0-9a-f]{64}/);
    await page.getByRole('tab', { name: 'Hospitals' }).click();
    expect(await page.getByRole('button', { name: /Freeze|Add the hospital/ }).count()).toBe(0);
    await expectSound(lead.visitor, 'the frozen frame');
  });

  it('reads all of it on a phone without scrolling sideways', async () => {
    const { page } = lead.visitor;
    await page.setViewportSize(PHONE);
    for (const tab of ['', '?tab=import', '?tab=changes', '?tab=names']) {
      await lead.visitor.opens(`${path}${tab}`);
      await expectSound(lead.visitor, `${tab} at 320 px`);
    }
    await lead.visitor.opens('/manage/frames');
    await expectSound(lead.visitor, 'the frames at 320 px');
  });

  it('is nobody else’s: a visitor sees no frame, but finds the frozen hospital', async () => {
    const visitor = await Visitor.arrive({ size: PHONE });
    await visitor.opens(path);
    await expect.poll(() => visitor.page.getByRole('main').innerText()).toContain('You are not signed in');
    await visitor.opens(`/hospitals/${code(1)}`);
    await expect.poll(() => visitor.heading.innerText()).toContain(`${title} One`);
    await visitor.leaves();
  });
});
