import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { releaseSecondRound } from '../support/second-round.js';

const DEMO = '/map?round=demo-2026';
const SECOND = 'unreal-2099';

journey('a commissioner goes through the layers of the map', () => {
  let desk: Visitor;
  let phone: Visitor;
  beforeAll(async () => {
    [desk, phone] = await Promise.all([Visitor.arrive(), Visitor.arrive({ size: PHONE })]);
  });
  afterAll(() => Promise.all([desk, phone].map((visitor) => visitor?.leaves())));

  it.each([
    [
      'tier',
      'Hospitals by tier of the liaison team',
      /175 hospitals shown, tier of the liaison team known of \d+/,
    ],
    ['trusts', 'Trusts by how many hospitals answered', /^\d+ trusts shown: /],
    ['cases', 'Case studies', /^10 case studies, 2 of them at 5 hospitals on the map$/],
    [
      'early',
      'Pathfinders and early implementers',
      /^2022, since then: 17 sourced of 52 sites begun by then$/,
    ],
  ])('%s has words, a list, a map and a legend, without barriers', async (layer, choice, words) => {
    for (const visitor of [desk, phone]) {
      const { page } = visitor;
      await visitor.opens(DEMO);
      await page.getByLabel('Layer', { exact: true }).selectOption({ label: choice });
      await visitor.settled();
      await expect.poll(() => new URL(page.url()).searchParams.get('layer')).toBe(layer);
      const announced = page.getByRole('status').first();
      await expect.poll(() => announced.innerText()).toMatch(words);
      await expect
        .poll(() =>
          page
            .getByRole('row')
            .filter({ has: page.getByRole('rowheader') })
            .count(),
        )
        .toBeGreaterThan(9);
      await expectSound(visitor, `the list of ${layer}`);
      await page.getByRole('tab', { name: 'Map' }).click();
      await page.getByRole('region', { name: await visitor.heading.innerText() }).waitFor();
      await page.getByRole('heading', { name: 'Legend' }).waitFor();
      await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['List', 'Map']);
      await expectSound(visitor, `the map of ${layer}`);
    }
  });

  it('steps through the years of the programme with the keyboard', async () => {
    const { page } = desk;
    await desk.opens(`${DEMO}&layer=early&year=2016`);
    const slider = page.getByRole('slider', { name: /Sites begun by/ });
    await desk.tabsTo(slider);
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2016: Wave 1');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2015: Pathfinders');
    await page.getByText('1 sourced site begun by 2015').first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2015');
  });
});

journey('a commissioner measures straight-line catchments', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
  });
  afterAll(async () => visitor?.leaves());

  /** Both bounds as they are said of this radius, and of none that was shown before. */
  const within = async (km: number): Promise<readonly number[]> => {
    const said = new RegExp(`IAPT in-reach within ${km} km: between`);
    const text = await visitor.page.getByText(said).innerText();
    return [...text.matchAll(/([\d.]+)%/g)].map(([, share]) => Number(share));
  };

  it('which load the small areas only when they are asked for, and are bounds', async () => {
    const { page } = visitor;
    const fetched = () =>
      visitor.requests.filter((request) => request.url().endsWith('small-areas.bin')).length;
    await visitor.opens(`${DEMO}&view=map`);
    await page.getByText('Straight-line catchments').click();
    const slider = page.getByRole('slider', { name: /Radius/ });
    await slider.waitFor();
    expect(fetched()).toBe(0);
    await slider.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const [low = 0, high = 0] = await within(30);
    expect(fetched()).toBe(1);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(low);
    await expect.poll(() => new URL(page.url()).searchParams.get('km')).toBe('30');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/within 2 km: between/).waitFor();
    expect((await within(2))[0]).toBeLessThan(low);
    expect(fetched()).toBe(1);
    await expect
      .poll(() => page.getByText(/Straight line, not travel time or real flows/).count())
      .toBeGreaterThan(0);
    await expectSound(visitor, 'the catchments');
  });

  it('and which say that nobody is surely covered where nothing is published', async () => {
    await visitor.opens('/map?round=2017-18&km=20&q=provision');
    const sentence = visitor.page.getByText(/IAPT for MUS\/LTC within 20 km: between/);
    // All 175 hospitals together reach 94.3 % of the adults; of none of them is provision known.
    await expect
      .poll(() => sentence.innerText())
      .toMatch(/between 0\.0% and 94\.3% of the adults of England/);
  });
});

journey('a commissioner sets two rounds side by side', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
    await releaseSecondRound(visitor.url, SECOND);
  });
  afterAll(async () => visitor?.leaves());

  it('and is told why a real round and an invented one are not offered', async () => {
    const { page } = visitor;
    await visitor.opens(`${DEMO}&with=2017-18`);
    await page.getByText(/cannot be set beside this round.*never compared/).waitFor();
    await visitor.opens(DEMO);
    await page.getByText('Rounds: step through').click();
    await page.getByText(/is not offered: One round holds real answers/).waitFor();
  });

  it('as a list with both rounds in each row', async () => {
    const { page } = visitor;
    await visitor.opens(DEMO);
    await page.getByText('Rounds: step through').click();
    await page.getByLabel('Set beside').selectOption(SECOND);
    const headings = page.getByRole('columnheader');
    await expect.poll(() => headings.allInnerTexts()).toHaveLength(3);
    expect((await headings.allInnerTexts())[2]).toContain(SECOND);
    await page.getByText(/only these can tell of a change/).waitFor();
    await expectSound(visitor, 'two rounds in a list');
  });

  it('as two maps that move together', async () => {
    const { page } = visitor;
    await page.getByRole('tab', { name: 'Map' }).click();
    const maps = page.getByRole('region', { name: /^IAPT and liaison psychiatry/ });
    await expect.poll(() => maps.count()).toBe(2);
    const [first, second] = [
      page.locator('.la-two-maps section').first(),
      page.locator('.la-two-maps section').last(),
    ];
    const marks = (side: typeof first) =>
      side
        .locator('.la-marker__button')
        .evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    await expect.poll(async () => (await marks(second)).length).toBeGreaterThan(0);
    const before = (await marks(second)).length;
    await first.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(async () => (await marks(second)).length).toBeGreaterThan(before);
    await expectSound(visitor, 'two maps');
  });

  it('steps from one round to the other with the slider', async () => {
    const { page } = visitor;
    await visitor.opens(DEMO);
    await page.getByText('Rounds: step through').click();
    const slider = page.getByRole('slider', { name: /Round/ });
    await slider.focus();
    await page.keyboard.press('End');
    await page.waitForURL((address) => address.searchParams.get('round') === SECOND);
    await expect.poll(() => visitor.heading.innerText()).toContain(SECOND);
  });
});

journey('a commissioner takes the map away', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
    await visitor.opens(`${DEMO}&view=map&ind=in-reach`);
    await visitor.page.locator('.la-marker__button').first().waitFor();
  });
  afterAll(async () => visitor?.leaves());

  it('as an SVG with title, description and the counts of the table', async () => {
    const { page } = visitor;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^SYNTHETIC_.*_map\.svg$/);
    const svg = await readFile(await download.path(), 'utf8');
    expect(/<title id="title">(.*)<\/title>/.exec(svg)?.[1]).toBe(await visitor.heading.innerText());
    const description = /<desc id="description">(.*)<\/desc>/.exec(svg)?.[1] ?? '';
    expect(description).toMatch(/^175 marks\. /);
    await page.getByRole('tab', { name: 'Summary' }).click();
    const table = page.getByRole('table', { name: 'Hospitals shown, by what is reported' });
    await table.waitFor();
    const rows = await table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') })
      .all();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [words, count] = [
        await row.getByRole('rowheader').innerText(),
        await row.getByRole('cell').innerText(),
      ] as const;
      expect(description).toContain(`${words.trim()} (${count.trim()})`);
    }
  });

  it('on paper as the same drawing', async () => {
    const { page } = visitor;
    await visitor.opens(`${DEMO}&view=map`);
    await page.locator('.la-marker__button').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const drawing = page.getByRole('img', { name: await visitor.heading.innerText() });
    await drawing.waitFor();
    await expect.poll(() => page.locator('.la-map').isVisible()).toBe(false);
    // The map that is hidden meanwhile keeps its size, or the drawing would be of nothing.
    await expect.poll(() => drawing.locator('path').count()).toBeGreaterThan(30);
    await expect
      .poll(() => drawing.evaluate((svg) => svg.getBoundingClientRect().width))
      .toBeGreaterThan(600);
    await expect.poll(() => drawing.getAttribute('viewBox')).toMatch(/^0 0 [1-9]\d\d/);
    await page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => drawing.getAttribute('viewBox')).toMatch(/^0 0 [1-9]\d\d/);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(DESK);
    await expect.poll(() => page.locator('.la-map').isVisible()).toBe(true);
  });

  it('as a link that holds its version and leads to the same', async () => {
    const { page } = visitor;
    await visitor.opens(`${DEMO}&view=map&ind=provision&km=10`);
    const link = new URL(await page.getByLabel('Link to exactly this').inputValue());
    expect(link.searchParams.get('v')).toBe('1');
    const title = await visitor.heading.innerText();
    await visitor.opens(link.pathname + link.search);
    await expect.poll(() => visitor.heading.innerText()).toBe(title);
    expect(await page.getByText(/The address asks for something/).count()).toBe(0);
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  });
});
