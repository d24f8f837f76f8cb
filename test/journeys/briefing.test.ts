import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';

/** Pages of a PDF as its own page tree says. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const FULL = 'from=OL1&p=2500000&op=900000&gp=9000000&ppl=50&s.W6=66/90&s.W18=80/90&s.R50=45/90&s.D90=80/90';

journey('a commissioner takes a briefing along', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive({ size: DESK });
  });
  afterAll(async () => visitor?.leaves());

  const main = (): Promise<string> => visitor.page.getByRole('main').innerText();
  const follow = async (name: string | RegExp): Promise<void> => {
    const link = visitor.page.getByRole('main').getByRole('link', { name }).first();
    await link.waitFor();
    await visitor.tabsTo(link, 200);
    await visitor.page.keyboard.press('Enter');
    await visitor.settled();
  };

  it('from a postcode to two pages, by keyboard alone', async () => {
    await visitor.opens('/');
    await visitor.tabsTo(visitor.page.getByRole('searchbox'));
    await visitor.page.keyboard.type('OL1');
    await visitor.page.keyboard.press('Enter');
    await follow(/OL1/);
    await follow('Briefing on two pages');
    await expect.poll(() => visitor.heading.innerText()).toMatch(/^Briefing: .*Greater Manchester/);
    await expect.poll(main).toContain('Not known, which is not “none”');
    await expect.poll(main).toMatch(/In a straight line from the middle of OL1/);
    await expectSound(visitor, 'the briefing');
  });

  it('is given a population by keyboard, which then stands in the address', async () => {
    const summary = visitor.page.locator('summary', { hasText: 'What this briefing is made from' });
    await visitor.tabsTo(summary, 80);
    await visitor.page.keyboard.press('Enter');
    const population = visitor.page.getByRole('textbox', { name: 'People who live in the area, all ages' });
    await visitor.tabsTo(population, 80);
    await visitor.page.keyboard.type('500000');
    await visitor.page.keyboard.press('Enter');
    await expect.poll(main).toMatch(/45,000\s+45,000\s+105,000/);
    await expect.poll(() => visitor.address).toMatch(/p=500000/);
  });

  it.each(['/areas/Y62/briefing', '/open/v1/areas/Y62/briefing.html', '/areas/QOP/briefing'])(
    '%s prints on exactly two pages',
    async (path) => {
      await visitor.opens(`${path}?round=demo-2026&${FULL}`);
      await visitor.page.getByRole('heading', { name: 'How to read this, and sources' }).waitFor();
      expect(pagesOf(await visitor.page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(2);
    },
  );

  describe('on a phone', () => {
    it.each([
      '/areas/QOP/briefing?p=500000',
      '/business-case?need.p=500000',
      '/schemes/keep',
      '/open/v1/areas/QOP/briefing.html?p=500000',
    ])('%s is sound', async (path) => {
      const phone = await Visitor.arrive({ size: PHONE });
      await phone.opens(path);
      await phone.page.getByRole('main').waitFor();
      await phone.settled();
      await expectSound(phone, path);
      await phone.leaves();
    });
  });

  it('keeps what was typed in a scheme: signing in on the way loses nothing, and it is stored by itself', async () => {
    // A second try begins with nobody signed in, and finds the first one's scheme.
    const keeper = await Visitor.arrive({ size: DESK });
    await keeper.opens('/readiness?r1=y&r2=n');
    await keeper.page.getByRole('button', { name: 'Keep this in a scheme' }).click();
    await keeper.page.getByText('2 entries wait').waitFor();
    await keeper.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await keeper.page.request.post(new URL('/graphql', keeper.page.url()).href, {
      data: { query: 'mutation { signInToDemo(role: commissioner) { signedIn } }' },
    });
    await keeper.opens('/schemes/keep');
    await keeper.page.getByLabel('Area').selectOption('QOP');
    await keeper.page.getByLabel('Name of the scheme').fill('Made up for a journey');
    await keeper.page.getByRole('button', { name: 'Begin the scheme' }).click();
    await keeper.page.getByText('Known 2 of 12').waitFor();
    await keeper.page.getByLabel('Notes', { exact: true }).fill('A note');
    await keeper.page.getByText('All stored.').waitFor();
    await keeper.page.reload();
    await expect.poll(() => keeper.page.getByLabel('Notes', { exact: true }).inputValue()).toBe('A note');
    await expectSound(keeper, 'a scheme');
    await keeper.opens('/schemes');
    await keeper.page.getByRole('link', { name: 'Made up for a journey' }).first().waitFor();
    await expectSound(keeper, 'the schemes');
    await keeper.leaves();
  });
});
