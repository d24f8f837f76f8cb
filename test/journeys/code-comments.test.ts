import { afterAll, beforeAll, expect, it } from 'vitest';

import { operationOf } from '../support/client-operations.js';
import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { expectSound } from '../support/page-checks.js';

/** The first comments get these codes, Ada's and the lead's, by the key of the code; the rest get none. */
const CHOICES: readonly (readonly [lead: string, coder: string])[] = [
  ['1', '1'],
  ['1', '2'],
  ['1', '1'],
  ['', '1'],
  ['2', '2'],
];

/** A word that many of the made-up comments have, and many have not. */
const WORD = 'training';

journey('two people code the synthetic comments', () => {
  let product: BuiltProduct;
  let lead: Visitor;
  let coder: Visitor;
  const title = 'Themes of the journey';
  /** Comments of the round, as the desk counts them. */
  let total = 0;

  /** Somebody of a role, signed in to a product of this journey's own: elsewhere comments come and go meanwhile. */
  const arrives = async (role: string): Promise<Visitor> => {
    const visitor = await Visitor.arrive({ size: DESK, url: product.url });
    await visitor.opens('/');
    await visitor.asks(`mutation { signInToDemo(role: ${role}) { signedIn } }`);
    return visitor;
  };
  beforeAll(async () => {
    product = await startBuiltProduct({});
    lead = await arrives('survey_lead');
    coder = await arrives('coder');
  });
  afterAll(async () => {
    await lead?.leaves();
    await coder?.leaves();
    await product?.remove();
  });

  it('begins a codebook with the themes of 2018', async () => {
    const { page } = lead;
    await lead.opens('/manage/coding/codebooks');
    await page.getByRole('button', { name: 'Begin the codebook' }).click();
    await page.getByText('The codebook needs a title.').waitFor();
    await expectSound(lead, 'the codebooks with a problem');
    await page.getByLabel('Title').fill(title);
    await page.getByRole('button', { name: 'Begin the codebook' }).click();
    await page.getByRole('status').getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 2, name: 'Codes', exact: true }).waitFor();
    await page.getByText('T1 IAPT training and expertise').first().waitFor();
    await expectSound(lead, 'the codebook');
  });

  it('gives the comments to two people', async () => {
    const { page } = lead;
    const book = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await lead.opens(`/manage/coding?round=demo-2026&book=${book}`);
    await page.getByText('Nobody codes this round with this codebook yet').waitFor();
    for (const [at, name] of ['Survey lead (demo)', 'Coder (demo)'].entries()) {
      await page.getByLabel('Person').selectOption({ label: name });
      await page.getByRole('button', { name: 'Give this task' }).click();
      await page.getByRole('rowheader', { name }).waitFor();
      await expect.poll(() => page.getByRole('button', { name: /^Take off/ }).count()).toBe(at + 1);
    }
    await expectSound(lead, 'the tasks');
  });

  const opensDesk = async (visitor: Visitor): Promise<void> => {
    await visitor.opens('/manage/coding');
    await visitor.page.getByRole('link', { name: `Code round demo-2026 with ${title}` }).click();
    await visitor.page.getByLabel(/^Comment \d+ of/).waitFor();
    await visitor.opens(`${visitor.address.split('?')[0]}?n=1`);
    await visitor.page.getByLabel(/^Comment 1 of/).waitFor();
  };
  const stored = (visitor: Visitor) => visitor.page.locator('[data-saving="stored"]').waitFor();
  /** Codes every comment by keyboard alone. */
  const codes = async (visitor: Visitor, which: 0 | 1): Promise<void> => {
    await opensDesk(visitor);
    const { page } = visitor;
    total = Number(/of (\d+)/.exec(await page.locator('label[for="comment-text"]').innerText())?.[1]);
    expect(total).toBeGreaterThan(CHOICES.length);
    for (let at = 1; at <= total; at += 1) {
      await page.locator('label[for="comment-text"]', { hasText: `Comment ${at} of` }).waitFor();
      const key = CHOICES[at - 1]?.[which] ?? '';
      if (key !== '') await page.keyboard.press(key);
      await page.keyboard.press('Enter');
    }
    await page
      .locator('label[for="comment-text"]', { hasText: `Comment ${total} of ${total}, final` })
      .waitFor();
    await stored(visitor);
  };

  it('is coded by keyboard, every comment stored at once and found again', async () => {
    await codes(coder, 1);
    await opensDesk(coder);
    await coder.page.keyboard.press('p');
    await coder.opens(`${coder.address.split('?')[0]}?n=2`);
    await coder.page.getByRole('button', { name: /T2.*applied/ }).waitFor();
    await expectSound(coder, 'the desk');
  });

  it('tells nothing of it to the other coder, who keeps what could not be stored', async () => {
    await opensDesk(lead);
    const { page } = lead;
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    await page.route('**/graphql', (route) =>
      operationOf(route.request().postData()).includes('saveCoding') ? route.abort() : route.continue(),
    );
    await page.keyboard.press('1');
    await page.getByText('1 comment not stored. What you chose is kept here.').waitFor();
    await page.getByRole('button', { name: /T1.*applied/ }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Store again' }).click();
    await stored(lead);
    // Taken off again: the choices below begin with nothing.
    await page.getByLabel(/^Comment 1 of/).focus();
    await page.keyboard.press('1');
    await stored(lead);
    lead.troubles.length = 0;
    await codes(lead, 0);
  });

  it('has the kappa that one reckons by hand', async () => {
    const { page } = lead;
    await lead.opens('/manage/coding');
    await page.getByLabel('Codebook').selectOption({ label: `${title}, version 1` });
    await page.getByRole('tab', { name: 'Agreement' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^T1 / }) });
    await row.waitFor();
    const both = CHOICES.filter(([one, other]) => one === '1' && other === '1').length;
    const first = CHOICES.filter(([one]) => one === '1').length / total;
    const second = CHOICES.filter(([, other]) => other === '1').length / total;
    const differing = CHOICES.filter(([one, other]) => (one === '1') !== (other === '1')).length;
    const observed = 1 - differing / total;
    const chance = first * second + (1 - first) * (1 - second);
    const kappa = (observed - chance) / (1 - chance);
    const words = await row.innerText();
    expect(both).toBe(2);
    expect(words).toContain(kappa.toFixed(2));
    expect(words).toContain(`${(observed * 100).toFixed(1)}%`);
    await expectSound(lead, 'the agreement');
  });

  it('is decided side by side, and counted', async () => {
    const { page } = lead;
    await page.getByRole('link', { name: 'Decide side by side' }).click();
    await page.getByText('finished by all their coders, 2 to decide').waitFor();
    await expectSound(lead, 'the decisions');
    for (const left of [1, 0]) {
      const first = page.getByRole('article').first();
      await first.getByRole('button', { name: /T1 / }).click();
      await first.getByRole('button', { name: 'This counts' }).click();
      await page.getByText(`${left} to decide`).waitFor();
    }
    await page.getByText('There is nothing to decide').waitFor();
    await lead.opens('/manage/coding?tab=counts');
    await page.getByLabel('Codebook').selectOption({ label: `${title}, version 1` });
    await page.getByText(`${total} comments agreed on or decided; 0 in no count yet.`).waitFor();
    await expectSound(lead, 'the counts');
  });

  it('is quoted with a word masked, once a person confirms it', async () => {
    const { page } = lead;
    await lead.opens('/manage/coding?tab=quotations');
    const editor = page.getByRole('region', { name: 'Quote a comment' });
    const text = editor.getByLabel('Choose words of the comment');
    await text.focus();
    await page.keyboard.press('Home');
    for (let letters = 0; letters < 3; letters += 1) await page.keyboard.press('Shift+ArrowRight');
    await editor.getByRole('button', { name: 'Mask these words' }).click();
    await editor.getByText('[hospital]', { exact: false }).last().waitFor();
    await editor.getByRole('button', { name: 'Store the quotation' }).click();
    await page.getByText('Not confirmed: it is in no file.').waitFor();
    await page.getByLabel('I have read it: nothing identifying remains').check();
    await page.getByRole('button', { name: 'Confirm the quotation' }).click();
    await page.getByText('Confirmed; may be printed.').waitFor();
    await expectSound(lead, 'the quotations');
  });

  it('gets suggestions from what the coder finished, once the lead turns them on', async () => {
    const { codebooks } = await lead.asks('{ codebooks { id title codes { id key } } }');
    const { id: first } = codebooks.find((book: { title: string }) => book.title === title);
    const made = await lead.asks(
      'mutation { createCodebook(input: { title: "Suggested", roundId: "", begin: "starter", qdc: "" }) { codebook { id codes { id key } } } }',
    );
    const book = made.createCodebook.codebook;
    const code = book.codes.find(({ key }: { key: string }) => key === 'T1').id;
    expect(book.id).not.toBe(first);
    const task = (
      await lead.asks('mutation ($input: AssignCoderInput!) { assignCoder(input: $input) { id } }', {
        input: {
          roundId: 'demo-2026',
          codebookId: book.id,
          personId: 'demo-coder',
          kind: 'code',
          part: 1,
          parts: 1,
        },
      })
    ).assignCoder.id;
    const { codingDesk } = await coder.asks(
      'query ($t: ID!) { codingDesk(taskId: $t, take: 100) { comments { number unitId text textHash } } }',
      { t: task },
    );
    const comments: { number: number; unitId: string; text: string; textHash: string }[] =
      codingDesk.comments;
    const having = comments.filter(({ text }) => text.toLowerCase().includes(WORD));
    const others = comments.filter(({ text }) => !text.toLowerCase().includes(WORD));
    expect([having.length, others.length].every((count) => count >= 5)).toBe(true);
    const codeIds = (is: boolean) => (is ? [{ codeId: code, start: 0, end: 0 }] : []);
    for (const { unitId, textHash } of [...having.slice(2, 5), ...others.slice(0, 3)])
      await coder.asks('mutation ($input: SaveCodingInput!) { saveCoding(input: $input) { state } }', {
        input: {
          taskId: task,
          unitId,
          textHash,
          expectedRevision: 0,
          memo: '',
          final: true,
          codes: codeIds(having.some((each) => each.unitId === unitId)),
        },
      });
    await coder.opens(`/manage/coding/desks/${task}?n=${having[0]!.number}`);
    await coder.page.getByLabel(/^Comment \d+ of/).waitFor();
    expect(await coder.page.getByRole('heading', { name: 'Suggestions' }).count()).toBe(0);

    await lead.opens(`/manage/coding?round=demo-2026&book=${book.id}`);
    await lead.page.getByRole('button', { name: 'Turn suggestions on for Coder (demo)' }).click();
    await expectSound(lead, 'the question about suggestions');
    await lead.page.getByRole('button', { name: 'Yes', exact: true }).click();
    await lead.page.getByRole('cell', { name: 'on', exact: true }).waitFor();

    const { page } = coder;
    await coder.opens(`/manage/coding/desks/${task}?n=${having[0]!.number}`);
    await page.getByRole('button', { name: /Accept T1/ }).waitFor();
    await expect
      .poll(async () => (await page.locator('mark').allInnerTexts()).map((word) => word.toLowerCase()))
      .toContain(WORD);
    expect(await page.getByRole('button', { name: /T1.*applied/ }).count()).toBe(0);
    await expectSound(coder, 'the desk with a suggestion');
    await page.keyboard.press('+');
    await page.getByRole('button', { name: /T1.*applied/ }).waitFor();
    await page.getByText('You have answered what was suggested.').waitFor();
    await stored(coder);
    await coder.opens(`/manage/coding/desks/${task}?n=${having[1]!.number}`);
    await page.getByRole('button', { name: /Dismiss T1/ }).waitFor();
    await page.keyboard.press('-');
    await page.getByText('You have answered what was suggested.').waitFor();
    await stored(coder);
    expect(await page.getByRole('button', { name: /T1.*applied/ }).count()).toBe(0);
    await coder.page.setViewportSize(PHONE);
    await coder.opens(`/manage/coding/desks/${task}?n=${others[3]!.number}`);
    await page.getByRole('heading', { name: 'Suggestions' }).waitFor();
    await expectSound(coder, 'the suggestions on a phone');
  });

  it('can be done on a phone', async () => {
    await coder.page.setViewportSize(PHONE);
    await opensDesk(coder);
    await expectSound(coder, 'the desk on a phone');
    await lead.page.setViewportSize(PHONE);
    for (const path of ['/manage/coding', '/manage/coding/codebooks']) {
      await lead.opens(path);
      await expectSound(lead, `${path} on a phone`);
    }
  });
});
