import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { givenAnswersUpTo, givenInvitation } from '../support/respondent.js';

/** Would load a picture that does not exist and run script, if a page took it for markup. */
const WORDS = `"><img src=x onerror="document.title='taken over'"><b id='as-markup'>`;
const ROUND = 'demo-2026';

journey('words that are markup', () => {
  // A product of its own: these words would stand in the lists of other journeys.
  let product: BuiltProduct;
  let lead: Visitor;
  let nurse: Visitor;
  let answering = '';
  beforeAll(async () => {
    product = await startBuiltProduct();
    [lead, nurse] = await Promise.all([
      Visitor.arrive({ url: product.url }),
      Visitor.arrive({ url: product.url }),
    ]);
    const invitation = await givenInvitation(product.url);
    answering = invitation.path;
    await givenAnswersUpTo(product.url, invitation.path, 'check', WORDS);
    await lead.opens('/');
    await ask('mutation { signInToDemo(role: survey_lead) { signedIn } }');
    const stored = [
      await ask(`mutation ($t: String!) {
        sendCorrection(serviceId: "", odsCode: "RW603", text: $t, email: "", website: "") { __typename }
      }`),
      await ask(`mutation ($t: String!) { createContactList(roundId: "${ROUND}", name: $t) { __typename } }`),
      await ask(
        'mutation ($t: String!) { createCodebook(input: { begin: "starter", qdc: "", roundId: "", title: $t }) { __typename } }',
      ),
      await ask(`mutation ($t: String!) {
        createScheme(input: { areaCode: "QOP", fields: [{ key: "title", before: "", value: $t }] }) { __typename }
      }`),
    ];
    expect(stored.flatMap((each) => Object.values(each).map(({ __typename }) => __typename))).toEqual([
      'RegisterDone',
      'ContactList',
      'CodebookCreated',
      'Scheme',
    ]);
  });
  afterAll(async () => {
    await Promise.all([lead?.leaves(), nurse?.leaves()]);
    await product?.remove();
  });

  /** Asks as the lead who is signed in, with the words as `$t`. @throws Error when it is refused */
  const ask = (query: string): Promise<Record<string, { readonly __typename?: string }>> =>
    lead.asks(query, query.includes('$t') ? { t: WORDS } : {});

  /** The words stand there as words, in a text or in a field, and made nothing. */
  const expectWordsOnly = async (visitor: Visitor, address: string): Promise<void> => {
    visitor.troubles.length = 0;
    await visitor.opens(address);
    const { page } = visitor;
    const said = () =>
      page.evaluate(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
        return [document.body.innerText, ...fields.map(({ value }) => value)].join(' ');
      });
    await expect.poll(said).toContain(WORDS);
    expect(await page.locator('img[src="x"], #as-markup, [onerror]').count()).toBe(0);
    expect(await page.title()).not.toBe('taken over');
    expect(visitor.troubles).toEqual([]);
  };

  it.each(['check', 'comments'])('stay words on the answering page %s', async (page) => {
    await expectWordsOnly(nurse, `${answering}/${page}`);
  });

  it.each([
    ['corrections of the register', '/manage/services'],
    ['lists of contacts', `/manage/rounds/${ROUND}/contacts`],
    ['codebooks', '/manage/coding/codebooks'],
    ['schemes', '/schemes'],
  ])('stay words among the %s', async (_what, address) => {
    await expectWordsOnly(lead, address);
  });

  it('stay words in what an address asks for', async () => {
    const words = encodeURIComponent(WORDS);
    await expectWordsOnly(lead, `/search?q=${words}`);
    await expectWordsOnly(lead, `/rounds/${words}`);
  });
});
