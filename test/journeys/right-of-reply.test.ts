import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { expectSound } from '../support/page-checks.js';
import { givenAnswersUpTo, givenInvitation } from '../support/respondent.js';

const ROUND = 'demo-2026';
const DESK_PATH = `/manage/rounds/${ROUND}/release`;

journey('a hospital refuses the naming of its score before the release', () => {
  // A product of its own: a final release of the demonstration would be in the way of other journeys.
  let product: BuiltProduct;
  let lead: Visitor;
  let hospital = '';
  let link = '';
  beforeAll(async () => {
    product = await startBuiltProduct();
  });
  afterAll(async () => {
    await lead?.leaves();
    await product?.remove();
  });

  const rowOf = async (name: string): Promise<string> => {
    const csv = await (await fetch(new URL(`/open/v1/rounds/${ROUND}/hospitals.csv`, product.url))).text();
    return csv.split('\r\n').find((line) => line.includes(name)) ?? '';
  };
  /** Freezes the round as the lead who is signed in would on the cleaning page. */
  const freeze = async (): Promise<void> => {
    const { cleaning } = await lead.asks('query ($id: ID!) { cleaning(roundId: $id) { decisions } }', {
      id: ROUND,
    });
    await lead.asks(
      'mutation ($id: ID!, $seen: Int!) { freezeRound(roundId: $id, reason: "", seenDecisions: $seen) { __typename } }',
      { id: ROUND, seen: cleaning.decisions },
    );
  };

  it('has answered with a score that may be named', async () => {
    const invitation = await givenInvitation(product.url);
    hospital = invitation.hospital;
    await givenAnswersUpTo(product.url, invitation.path, 'check');
    const nurse = await Visitor.arrive({ size: PHONE, url: product.url });
    await nurse.opens(`${invitation.path}/check`);
    await nurse.page.getByRole('button', { name: 'Send your answers' }).click();
    await nurse.page.getByText('Your answers have been received').first().waitFor();
    await nurse.leaves();
  });

  it('is offered its row when the lead opens the right of reply', async () => {
    lead = await Visitor.arrive({ url: product.url });
    await lead.opens('/');
    await lead.page.getByRole('button', { name: 'Sign in as survey lead (demo)' }).click();
    await lead.page.waitForURL('**/manage/rounds/*');
    await lead.page.getByRole('link', { name: 'Right of reply and releases' }).click();
    await lead.page.getByText('The round is not frozen.').first().waitFor();
    await expectSound(lead, 'the release page before a freeze');
    await freeze();
    await lead.opens(DESK_PATH);
    await lead.page.getByRole('button', { name: 'Open the right of reply' }).click();
    const asked = lead.page.getByRole('dialog', { name: 'Open the right of reply?' });
    await asked.waitFor();
    await expectSound(lead, 'the question before the right of reply');
    await asked.getByRole('button', { name: 'Yes, open it' }).click();
    await lead.page.getByRole('status').getByText('The right of reply is open.').waitFor();
  });

  it('gets a link by hand, since nobody has been invited by mail', async () => {
    await lead.page.getByRole('button', { name: new RegExp(`Make a link for .*${hospital}$`) }).click();
    link = await lead.page.locator('a[href*="/reply/"]').innerText();
    expect(link).toMatch(/\/reply\/[\w-]{22}$/);
    await expectSound(lead, 'the release page with a right of reply');
  });

  it('sees its row without a script, on a phone, and refuses the score', async () => {
    const matron = await Visitor.arrive({ size: PHONE, script: false, url: product.url });
    await matron.page.goto(new URL(new URL(link).pathname, product.url).href);
    const main = matron.page.getByRole('main');
    await expect.poll(() => main.innerText()).toMatch(/60 of 100/);
    await matron.page.getByRole('button', { name: 'Tell the survey team' }).click();
    await matron.page.getByRole('alert').getByText('Write what is wrong.').waitFor();
    await matron.page.getByRole('button', { name: 'Do not name our score' }).click();
    await main.getByText('Your score will not be named.').waitFor();
    expect(await main.innerText()).not.toMatch(/60 of 100/);
    await matron.page.getByRole('button', { name: 'This is right' }).click();
    await main.getByText('You said that this is right.').waitFor();
    expect(matron.troubles).toEqual([]);
    await matron.leaves();
    const again = await Visitor.arrive({ size: PHONE, url: product.url });
    await again.opens(new URL(link).pathname);
    await expectSound(again, 'the page of a right of reply');
    await again.leaves();
  });

  it('stands in the release without its score, which the lead has previewed and given a reason for', async () => {
    const { page } = lead;
    await lead.opens(DESK_PATH);
    await page.getByText(/1 refused the naming of the score/).waitFor();
    await lead.opens(`/manage/rounds/${ROUND}`);
    await page.getByLabel('Final').check();
    await page.getByRole('button', { name: 'Review before publishing' }).click();
    await page.getByText('What stands in the way').waitFor();
    await page.getByRole('table', { name: /Figures beside those of release/ }).waitFor();
    await expectSound(lead, 'the preview');
    await page.getByLabel(/Why it is released all the same/).fill('Everybody has replied.');
    await page.getByRole('button', { name: 'Yes, publish' }).click();
    await page
      .getByRole('status')
      .getByText(/Release \d+ is public/)
      .waitFor();
    expect(await rowOf(hospital)).toMatch(/,GP,/);
    await lead.opens(`/rounds/${ROUND}`);
    const main = page.getByRole('main');
    await expect.poll(() => main.innerText()).toMatch(/1 refused the naming of the score/);
    await expect.poll(() => main.innerText()).toContain('Everybody has replied.');
    await expectSound(lead, 'the release');
  });

  it('finds that the link has ended', async () => {
    const late = await Visitor.arrive({ size: PHONE, url: product.url });
    await late.page.goto(new URL(new URL(link).pathname, product.url).href);
    await expect.poll(() => late.heading.innerText()).toBe('This link cannot be used');
    await late.leaves();
  });

  it('is told at the old address when the lead withdraws the release', async () => {
    const { page } = lead;
    await lead.opens(DESK_PATH);
    await page
      .getByRole('button', { name: /^Withdraw release/ })
      .first()
      .click();
    const asked = page.getByRole('dialog', { name: /^Withdraw release/ });
    await asked.getByLabel('Why (becomes public)').fill('Two hospitals were mixed up.');
    await asked.getByRole('button', { name: 'Yes, withdraw it' }).click();
    await page
      .getByRole('status')
      .getByText(/is withdrawn/)
      .waitFor();
    const reader = await Visitor.arrive({ size: PHONE, url: product.url });
    await reader.opens(`/rounds/${ROUND}?release=2`);
    const main = reader.page.getByRole('main');
    await main.getByText('Release 2 was withdrawn').first().waitFor();
    await expect.poll(() => main.innerText()).toContain('Two hospitals were mixed up.');
    await expectSound(reader, 'a withdrawn release');
    expect([...lead.troubles, ...reader.troubles]).toEqual([]);
    await reader.leaves();
  });
});
