import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { contactCsv, tokensIn } from '../support/contact-book.js';
import { MailSink } from '../support/mail-sink.js';
import { expectSound } from '../support/page-checks.js';

journey('a survey lead invites liaison services', () => {
  let sink: MailSink;
  let product: BuiltProduct;
  let lead: Visitor;
  let team: Visitor;
  let silent: string;
  beforeAll(async () => {
    sink = await MailSink.open();
    product = await startBuiltProduct(sink.env);
    lead = await Visitor.arrive({ url: product.url });
    await lead.opens('/');
    await lead.page.getByRole('button', { name: 'Sign in as survey lead (demo)' }).click();
    await lead.page.waitForURL('**/manage/rounds/demo-2026');
    const { tracker } = await lead.asks('{ tracker(roundId: "demo-2026") { toRing { odsCode } } }');
    silent = String(tracker.toRing[0]?.odsCode);
  });
  afterAll(async () => {
    await Promise.all([lead?.leaves(), team?.leaves()]);
    await product?.remove();
    await sink?.close();
  });

  const chooses = async (text: string): Promise<void> => {
    const file = { name: 'faculty.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await lead.page.getByLabel('File (CSV in UTF-8)').setInputFiles(file);
    await lead.page.getByRole('button', { name: 'Check the list' }).click();
  };

  it('begins a list and is told what is wrong with a file, line by line', async () => {
    const { page } = lead;
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.waitForURL('**/contacts');
    await page.getByText('There is no list yet.').waitFor();
    await expectSound(lead, 'the contacts, empty');
    await page.getByRole('tab', { name: 'Lists and import' }).click();
    await page.getByLabel('Name of the list').fill('Made-up faculty');
    await page.getByRole('button', { name: 'Begin the list' }).click();
    await page.getByLabel('Where the addresses come from').fill('Made up for a journey');
    await chooses(contactCsv('nobody,=1+1,,ZZZ99'));
    await page.getByRole('heading', { name: 'The list cannot be stored: 3 problems' }).waitFor();
    await expectSound(lead, 'the report with problems');
  });

  it('stores the mended list after its report, and finds the people', async () => {
    const { page } = lead;
    await chooses(contactCsv(`ann@example.org,Ann Example,lead,${silent}`, `bob@example.org,,,${silent}`));
    await page.getByRole('heading', { name: /would add or change 2 people/ }).waitFor();
    await page.getByRole('button', { name: 'Store 2 people' }).click();
    await page.getByRole('heading', { name: /The list is stored: 2 people/ }).waitFor();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('rowheader', { name: 'ann@example.org' }).waitFor();
    await expectSound(lead, 'the contacts');
  });

  it('sees who gets the invitation and one of the mails, and sends it after being asked', async () => {
    const { page } = lead;
    await page.getByRole('link', { name: 'Invitations and reminders' }).click();
    await page.waitForURL('**/mailings');
    await page.getByRole('button', { name: 'Show who gets it' }).click();
    await page.getByRole('heading', { name: '2 mails to 2 people about 1 hospital' }).waitFor();
    await expect
      .poll(() => page.getByRole('main').innerText())
      .toMatch(/SYNTHETIC[\s\S]*Dear Ann Example,[\s\S]*\{link\}/);
    await expectSound(lead, 'the preview');
    await page.getByRole('button', { name: 'Send 2 mails now' }).click();
    await expectSound(lead, 'the question before sending');
    await page.getByRole('button', { name: 'Yes, send' }).click();
    await page.getByText('2 mails are queued.').waitFor();
    await page.getByRole('row').filter({ hasText: 'Invitation 1' }).getByText('2 sent').waitFor();
    expect([...sink.perRecipient.values()]).toEqual([1, 1]);
    await expectSound(lead, 'the mailings');
  });

  it('and somebody without scripts, on a phone, presses the button at the end of their mail', async () => {
    const mail = sink.taken.find(({ recipient }) => recipient === 'bob@example.org');
    const token = tokensIn(mail!.text).at(-1) ?? '';
    team = await Visitor.arrive({ url: product.url, size: PHONE, script: false });
    await team.opens(`/opt-out/${token}`);
    await team.page.getByRole('heading', { name: 'Get no more mail from us' }).waitFor();
    await team.page.getByRole('button', { name: 'Send me no more mail' }).click();
    await team.page.getByRole('heading', { name: 'You get no more mail from us' }).waitFor();
    await lead.page.getByLabel('What it is').selectOption('reminder');
    await lead.page.getByRole('button', { name: 'Show who gets it' }).click();
    await lead.page.getByRole('heading', { name: '1 mail to 1 person about 1 hospital' }).waitFor();
    await lead.page.getByText('1: want no more mail').waitFor();
  });
});
