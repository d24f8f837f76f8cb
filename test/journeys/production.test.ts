import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { expectSound } from '../support/page-checks.js';

const ADMIN = 'admin@example.org';
const CLEO = 'cleo.example@example.org';
const MOVED = 'cleo.moved@example.org';

/** What everybody reads, and words that each page has only once its own data are there. */
const PUBLIC: readonly (readonly [address: string, shows: RegExp])[] = [
  ['/', /hospitals? that rated integration/],
  ['/search?q=oldham', /Royal Oldham Hospital/],
  ['/map?round=2017-18', /Royal Oldham Hospital|Addenbrooke/],
  ['/map?round=2017-18&view=map', /All England/],
  ['/map?round=2017-18&view=summary', /Hospitals shown, by what is reported/],
  ['/rounds/2017-18', /SHA-256/],
  ['/explore', /17\.3% to 89\.9%/],
  ['/hospitals/RW603', /59 of 100/],
  ['/trusts/RW6', /hospitals answered|not published/i],
  ['/areas/QOP', /not published by area/],
  ['/areas/QOP/pathway', /Nothing is recorded for/],
  ['/areas/QOP/briefing', /not “none”/],
  ['/compare?a=QOP&b=E92000001&c=RW603', /cannot say/],
  ['/services', /register is being filled/],
  ['/estimate/need', /Nothing can be estimated yet/],
  ['/estimate/workforce?t=20', /12\.0/],
  ['/privacy', /12 months after the final release/],
];

/** What an administrator works with. */
const ADMINISTRATION: readonly (readonly [address: string, shows: RegExp])[] = [
  ['/account', /Administrator, whole survey/],
  ['/schemes', /Schemes/],
  ['/manage/rounds', /2017-18/],
  ['/manage/frames', /General hospitals in England with an emergency department, 2018/],
  ['/manage/instruments', /Questionnaires/],
  ['/manage/services', /Keep the service register/],
  ['/manage/people', /Who has an account/],
  ['/manage/outbox', /No mail server is set/],
  ['/manage/personal-data', /RETAIN_CONTACTS_MONTHS/],
  ['/manage/system', /production/],
];

// In production the client sends operations by their ids only, and nothing but these is answered. A screen whose
// operation the build had left out would work in every other journey and fail here.
journey('an installation in production, from its first start', () => {
  let dataDir: string;
  let product: BuiltProduct;
  let admin: Visitor;
  let passer: Visitor;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-production-'));
    product = await startBuiltProduct({ MODE: 'production', ADMIN_EMAIL: ADMIN, DATA_DIR: dataDir });
    const { url } = product;
    [admin, passer] = await Promise.all([
      Visitor.arrive({ size: DESK, url }),
      Visitor.arrive({ size: PHONE, url }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([admin, passer].map((visitor) => visitor?.leaves()));
    await product?.remove();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });

  const finds = async (visitor: Visitor, address: string, shows: RegExp): Promise<void> => {
    await visitor.opens(address);
    await expect.poll(() => visitor.page.locator('main').innerText()).toMatch(shows);
    await expectSound(visitor, `${address} in production`);
  };
  const linkIn = (recipient: string): string => {
    const folder = join(dataDir, 'sign-in-links');
    const name = existsSync(folder)
      ? readdirSync(folder).find((file) => file.includes(recipient))
      : undefined;
    return name === undefined
      ? ''
      : (/http:\S+#[\w-]+/.exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? '');
  };
  const status = () => admin.page.getByRole('status');
  const looksUp = async (email: string, says: RegExp): Promise<void> => {
    await admin.page.getByLabel('E-mail address', { exact: true }).fill(email);
    await admin.page.keyboard.press('Enter');
    await expect.poll(() => status().innerText()).toMatch(says);
  };

  it.each(PUBLIC)('shows a passer-by with a phone %s', async (address, shows) => {
    await finds(passer, address, shows);
  });

  it('has no way in of the demonstration', async () => {
    await passer.opens('/');
    await passer.page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await passer.page.getByRole('button', { name: /demo|synthetic/i }).count()).toBe(0);
  });

  it('lets the first administrator in by the link in the file, once', async () => {
    await expect.poll(() => linkIn(ADMIN)).not.toBe('');
    const link = linkIn(ADMIN);
    await admin.page.goto(link);
    await admin.settled();
    await expectSound(admin, 'the page of the link in production');
    await admin.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await admin.page.waitForURL('**/account');
    await admin.page.getByText('Administrator, whole survey').waitFor();
    await passer.page.goto(link);
    await passer.settled();
    await passer.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await passer.page.getByRole('alert').getByText('This link cannot be used.').waitFor();
    expect(passer.troubles).toEqual([]);
  });

  it.each(ADMINISTRATION)('shows the administrator %s', async (address, shows) => {
    await finds(admin, address, shows);
  });

  it('makes a round from nothing, which is a real one, and plans it', async () => {
    const { page } = admin;
    await admin.opens('/manage/rounds');
    await page.getByLabel('Title').fill('Survey of 2027');
    await page.getByLabel('Word for addresses').fill('survey-2027');
    await page.getByRole('button', { name: 'Make the round' }).click();
    await page.waitForURL('**/manage/rounds/survey-2027/plan');
    await page.getByText('being prepared').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('SYNTHETIC');
    await expectSound(admin, 'a plan in production');
  });

  it('invites a colleague, and finds where they stand by their address', async () => {
    await admin.opens('/manage/people');
    const form = admin.page.getByRole('region', { name: 'Invite somebody' });
    await form.getByLabel('Name').fill('Cleo Example');
    await form.getByLabel('E-mail address').fill(CLEO);
    await form.getByLabel('Role').selectOption('survey_lead');
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('Cleo Example has an account').waitFor();
    await admin.opens('/manage/personal-data');
    await looksUp('cleo', /^$/);
    await admin.page.getByRole('alert').getByText('This is not an e-mail address.').waitFor();
    await expectSound(admin, 'an address that is none');
    await looksUp('nobody@example.org', /^Nothing is kept about nobody@example\.org/);
    await looksUp(CLEO, /stands in 4 kinds of records/);
    await expectSound(admin, 'where somebody stands');
  });

  it('hands out what is kept, as a table', async () => {
    const [download] = await Promise.all([
      admin.page.waitForEvent('download'),
      admin.page.getByRole('button', { name: 'Table (CSV)' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(`Account,1,e-mail address,${CLEO}`);
  });

  it('puts an address right, which holds once its owner has confirmed it', async () => {
    await admin.page.getByLabel('Right e-mail address').fill(MOVED);
    await admin.page.keyboard.press('Enter');
    await expect.poll(() => status().innerText()).toMatch(/^Put right\. The account keeps/);
    expect(await status().innerText()).not.toContain('#');
    await expect.poll(() => hasFocus(status())).toBe(true);
    await expect.poll(() => linkIn(MOVED)).not.toBe('');
    await passer.page.goto(linkIn(MOVED));
    await passer.settled();
    await passer.page.getByRole('button', { name: 'Use this address' }).click();
    await passer.page.getByText('Your account has the new address.').waitFor();
    await expect.poll(() => hasFocus(passer.page.getByRole('status'))).toBe(true);
    await passer.page.getByRole('heading', { level: 1, name: 'Your address was changed' }).waitFor();
    await passer.page.getByRole('link', { name: 'Sign in with the new address' }).waitFor();
    await expectSound(passer, 'an address that was confirmed');
    await expect.poll(() => linkIn(MOVED), { message: 'the link that is used up' }).toBe('');
  });

  it('erases the person, after saying what goes and what stays, by keyboard', async () => {
    const { page } = admin;
    await looksUp(MOVED, /stands in 4 kinds of records/);
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Erase this person' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Erase ${MOVED}?` });
    await dialog.getByText('These stay, and lead to nobody any more:').waitFor();
    expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth), 'the question fits').toBe(
      true,
    );
    await expectSound(admin, 'the question before erasing');
    await page.keyboard.press('Escape');
    // Hidden comes a moment before the page knows that it was closed.
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(page.getByRole('button', { name: 'Erase this person' }))).toBe(true);
    await page.keyboard.press('Enter');
    await admin.tabsTo(dialog.getByRole('button', { name: 'Erase for good' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => status().innerText()).toMatch(/^Erased\./);
    await expect.poll(() => hasFocus(status())).toBe(true);
    await page.setViewportSize(DESK);
    await looksUp(MOVED, /^Nothing is kept about/);
    await admin.opens('/manage/people');
    const erased = page.getByRole('listitem').filter({ hasText: 'Erased person' });
    await erased.first().waitFor();
    expect(await erased.getByText(/^Give/).count()).toBe(0);
    await expectSound(admin, 'people after an erasure');
  });
});
