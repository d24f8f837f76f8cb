import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { MailSink } from '../support/mail-sink.js';
import { expectSound } from '../support/page-checks.js';

const ADMIN = 'admin@example.org';
const BOB = 'bob@example.org';
const LIVE = '/manage/rounds/demo-2026';

journey('an administrator lets a colleague in, and out again', () => {
  let sink: MailSink;
  let product: BuiltProduct;
  let admin: Visitor;
  let bob: Visitor;
  beforeAll(async () => {
    sink = await MailSink.open();
    product = await startBuiltProduct({ ...sink.env, ADMIN_EMAIL: ADMIN });
    const { url } = product;
    [admin, bob] = await Promise.all([
      Visitor.arrive({ size: DESK, url }),
      Visitor.arrive({ size: PHONE, url }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([admin, bob].map((visitor) => visitor?.leaves()));
    await product?.remove();
    await sink?.close();
  });

  /** Asks for a link by keyboard alone, reads it in the mail and opens it; the button is not pressed yet. */
  const opensLink = async (visitor: Visitor, email: string): Promise<void> => {
    const { page } = visitor;
    const mails = () => sink.taken.filter(({ recipient, text }) => recipient === email && text.includes('#'));
    const before = mails().length;
    await visitor.opens('/sign-in');
    await visitor.tabsTo(page.getByLabel('E-mail address'));
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Look at your e-mail' }).waitFor();
    await expect.poll(() => mails().length).toBe(before + 1);
    const link = /http:\S+#[\w-]+/.exec(mails().at(-1)!.text)?.[0] ?? '';
    await page.goto(link);
    await visitor.settled();
  };
  const signsIn = async (visitor: Visitor, email: string): Promise<void> => {
    await opensLink(visitor, email);
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visitor.page.waitForURL('**/account');
    await visitor.settled();
  };
  const people = () => admin.page.getByRole('listitem').filter({ hasText: BOB });

  it('is told what is wrong with an address, at the field', async () => {
    await admin.opens('/sign-in');
    await admin.page.getByLabel('E-mail address').fill('admin');
    await admin.page.getByRole('button', { name: 'Send me a link' }).click();
    await admin.page.getByRole('alert').getByText('This is not an e-mail address.').waitFor();
    await expectSound(admin, 'a refused address');
  });

  it('signs in with the link of a mail, by keyboard, and is told so in the header', async () => {
    await opensLink(admin, ADMIN);
    await expectSound(admin, 'the page of the link');
    const button = admin.page.getByRole('button', { name: 'Sign in', exact: true });
    await admin.tabsTo(button);
    await admin.page.keyboard.press('Enter');
    await admin.page.waitForURL('**/account');
    await admin.page.getByText(`Signed in: ${ADMIN}`).waitFor();
    await admin.page.getByText('Administrator, whole survey').waitFor();
    await expectSound(admin, 'the account');
  });

  it('invites a colleague, who is told by mail and signs in without seeing the live round', async () => {
    await admin.page.getByRole('link', { name: 'People' }).click();
    await admin.page.getByRole('heading', { level: 2, name: 'Who has an account' }).waitFor();
    const form = admin.page.getByRole('region', { name: 'Invite somebody' });
    await form.getByLabel('Name').fill('Bob Example');
    await form.getByLabel('E-mail address').fill(BOB);
    await form.getByLabel('Role').selectOption('coder');
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('Bob Example has an account').waitFor();
    await people().waitFor();
    await expectSound(admin, 'people');
    await expect.poll(() => sink.perRecipient.get(BOB)).toBe(1);
    await signsIn(bob, BOB);
    expect(await bob.page.getByRole('link', { name: 'Live round' }).count()).toBe(0);
    await expectSound(bob, 'the account on a phone');
  });

  it('gives a role for one round, and the colleague sees the round at once', async () => {
    await people().getByText('Give Bob Example a role').click();
    await people().getByLabel('Role').selectOption('analyst');
    await people().getByLabel('Where').selectOption('round');
    await people().getByLabel('Round').selectOption('demo-2026');
    await people().getByRole('button', { name: 'Give this role' }).click();
    await people().getByText('Analyst, round demo-2026').waitFor();
    await expectSound(admin, 'people with a new role');
    await bob.opens(LIVE);
    await bob.page.getByRole('heading', { level: 2, name: 'Hospitals' }).waitFor();
  });

  it('revokes it, and the colleague sees the round no more', async () => {
    await people()
      .getByRole('button', { name: /Revoke Analyst/ })
      .click();
    await people().getByText('Roles that Bob Example had').waitFor();
    await bob.opens(LIVE);
    await bob.page.getByText('signed in without this permission').waitFor();
  });

  it('cannot take the last administrator away', async () => {
    await admin.page.getByRole('button', { name: /Revoke Administrator/ }).click();
    await admin.page.getByRole('alert').getByText('This is the last administrator').waitFor();
  });

  it('reads in the outbox what was sent, and no link in it', async () => {
    await admin.page.getByRole('link', { name: 'Outbox' }).click();
    await admin.page.getByText(/All mail: \d+ sent/).waitFor();
    await admin.page.getByText('Your link to sign in to Liaison Atlas').first().click();
    await admin.page.getByText('a link that only the recipient gets').first().waitFor();
    expect(await admin.page.getByRole('main').innerText()).not.toContain('#');
    await expectSound(admin, 'the outbox');
  });

  it('ends the sessions that were left open elsewhere', async () => {
    const elsewhere = await Visitor.arrive({ size: PHONE, url: product.url });
    await signsIn(elsewhere, ADMIN);
    for (const path of ['/manage/people', '/manage/outbox']) {
      await elsewhere.opens(path);
      await elsewhere.page.getByText(ADMIN).first().waitFor();
      await expectSound(elsewhere, `${path} on a phone`);
    }
    await admin.opens('/account');
    await admin.page.getByRole('button', { name: 'End all other sessions' }).click();
    await admin.page.getByText('You are signed in nowhere else.').waitFor();
    await elsewhere.opens('/account');
    await elsewhere.page.getByText('You are not signed in.').waitFor();
    await elsewhere.leaves();
  });

  it('signs out', async () => {
    await admin.page.getByRole('button', { name: 'Sign out' }).click();
    await admin.page.getByText('You are not signed in.').waitFor();
    expect(admin.troubles).toEqual([]);
    expect(bob.troubles).toEqual([]);
  });
});
