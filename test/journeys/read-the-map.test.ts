import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { GROUP, MapReader } from '../support/map-reader.js';
import { barriersOn, expectSound, sidewaysOn } from '../support/page-checks.js';

const DEMO = '/map?round=demo-2026';
/** Colour of the bar with the word SYNTHETIC, and more of its pixels than all marks of the same colour together. */
const PLUM = [124, 40, 85];
const A_BAR = 20_000;

journey('a commissioner reads the list by keyboard', () => {
  let reader: MapReader;
  beforeAll(async () => {
    reader = new MapReader(await Visitor.arrive());
    await reader.visitor.opens(DEMO);
  });
  afterAll(async () => reader?.visitor.leaves());

  const rows = () =>
    reader.visitor.page.getByRole('row').filter({ has: reader.visitor.page.getByRole('rowheader') });

  it('sees the list first', async () => {
    const { page } = reader.visitor;
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['List', 'Map', 'Summary']);
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('List');
    await expect.poll(() => rows().count()).toBe(25);
    await expect
      .poll(() => reader.announced.innerText())
      .toMatch(/^175 hospitals shown, \d+ where no in-reach is reported$/);
  });

  it('sorts by a heading, and the column says so', async () => {
    const { page } = reader.visitor;
    const heading = page.getByRole('columnheader', { name: 'Region' });
    await reader.visitor.tabsTo(heading.getByRole('button'));
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => rows().first().innerText()).toContain('East of England');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(() => rows().first().innerText()).toContain('South West');
    await expect.poll(() => hasFocus(heading.getByRole('button'))).toBe(true);
    await expect
      .poll(() => page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').count())
      .toBe(1);
  });

  it('narrows it to a region, and the new count is announced', async () => {
    const { page } = reader.visitor;
    await page.getByLabel('Region', { exact: true }).focus();
    // One letter: where more come slowly, a browser takes each for the beginning of another word.
    await page.keyboard.press('L');
    const answer = await fetch(`${reader.visitor.url}/open/v1/rounds/demo-2026/hospitals.geojson`);
    const { features } = (await answer.json()) as { features: { properties: { region: string } }[] };
    const london = features.filter(({ properties }) => properties.region === 'London').length;
    expect(london).toBeGreaterThan(10);
    await expect.poll(() => reader.announced.innerText()).toMatch(new RegExp(`^${london} hospitals shown`));
    await expect.poll(() => reader.visitor.heading.innerText()).toContain(': London, ');
    await expect.poll(() => page.title()).toContain(': London, ');
    await expectSound(reader.visitor, 'the narrowed list');
  });
});

journey('a commissioner reads the map by keyboard', () => {
  let reader: MapReader;
  let opened = '';
  beforeAll(async () => {
    reader = new MapReader(await Visitor.arrive());
    await reader.visitor.opens(DEMO);
  });
  afterAll(async () => reader?.visitor.leaves());

  it('goes from the list to the map with an arrow key', async () => {
    const { page } = reader.visitor;
    await reader.visitor.tabsTo(page.getByRole('tab', { name: 'List' }));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Map', selected: true }).waitFor();
    await expect.poll(() => hasFocus(page.getByRole('tab', { name: 'Map' }))).toBe(true);
    await reader.sees();
    const heading = await reader.visitor.heading.innerText();
    await expect.poll(() => reader.map.getAttribute('aria-label')).toBe(heading);
  });

  it('finds one tab stop among many marks, and moves along them with the arrow keys', async () => {
    const { page } = reader.visitor;
    await expect.poll(() => reader.marks.count()).toBeGreaterThan(20);
    await expect.poll(() => reader.map.locator('button[tabindex="0"]').count()).toBe(1);
    await reader.visitor.tabsTo(reader.map.locator('button[tabindex="0"]'));
    const first = await reader.markInFocus();
    await page.keyboard.press('ArrowRight');
    const second = await reader.markInFocus();
    expect([first, second].includes('')).toBe(false);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => reader.markInFocus()).toBe(first);
    await expect.poll(() => reader.map.locator('button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    await expect.poll(() => reader.map.locator('button:focus').count()).toBe(0);
  });

  it('opens a hospital with Enter: the focus goes to its details, and Escape brings it back', async () => {
    const { page } = reader.visitor;
    const name = await reader.goesTo((mark) => !GROUP.test(mark));
    opened = name.split(': ')[0] ?? '';
    await page.keyboard.press('Enter');
    const details = page.getByRole('heading', { name: opened, exact: true });
    await expect.poll(() => hasFocus(details)).toBe(true);
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toMatch(/^[A-Z0-9]+$/);
    await page.keyboard.press('Escape');
    await expect.poll(() => reader.markInFocus()).toBe(name);
    await expect.poll(() => details.count()).toBe(0);
    await page.keyboard.press('Enter');
    await details.waitFor();
  });

  it('zooms and moves with buttons that stand outside the map', async () => {
    expect(await reader.map.getByRole('button', { name: 'Zoom in' }).count()).toBe(0);
    const [, , zoom = 0] = await reader.presses('Zoom in');
    const [south = 0, west = 0, nearer = 0] = await reader.presses('Zoom in');
    expect(nearer).toBe(zoom + 1);
    const [north = 0] = await reader.presses('Move the map north');
    expect(north).toBeGreaterThan(south);
    expect((await reader.presses('Move the map east'))[1]).toBeGreaterThan(west);
    expect((await reader.presses('Zoom out'))[2]).toBe(nearer - 1);
  });

  it('gives the address to a colleague, who sees the same', async () => {
    const colleague = new MapReader(await Visitor.arrive());
    await colleague.visitor.opens(reader.visitor.address);
    await colleague.sees();
    const { page } = colleague.visitor;
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Map');
    await expect.poll(() => page.getByRole('heading', { name: opened, exact: true }).count()).toBe(1);
    const heading = await reader.visitor.heading.innerText();
    await expect.poll(() => colleague.visitor.heading.innerText()).toBe(heading);
    const names = (of: MapReader) =>
      of.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
    const seen = await names(reader);
    await expect.poll(() => names(colleague)).toEqual(seen);
    expect(colleague.visitor.troubles).toEqual([]);
    await colleague.visitor.leaves();
  });

  it('opens a group: the map comes nearer and the list holds its members only', async () => {
    const { page } = reader.visitor;
    await reader.visitor.opens(`${DEMO}&view=map`);
    await reader.sees();
    const name = await reader.goesTo((mark) => GROUP.test(mark));
    const size = Number.parseInt(name, 10);
    await page.keyboard.press('Enter');
    await expect.poll(() => reader.announced.innerText()).toMatch(new RegExp(`^${size} hospitals shown`));
    await expect.poll(() => reader.view[2] ?? 0).toBeGreaterThan(5);
    await page.getByRole('tab', { name: 'List' }).click();
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect.poll(() => rows.count()).toBe(Math.min(size, 25));
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(() => reader.announced.innerText()).toMatch(/^175 hospitals shown/);
    expect(reader.visitor.troubles).toEqual([]);
  });
});

journey('the marks at every zoom level', () => {
  let readers: MapReader[] = [];
  beforeAll(async () => {
    const visitors = await Promise.all([DESK, PHONE].map((size) => Visitor.arrive({ size })));
    readers = visitors.map((visitor) => new MapReader(visitor));
  });
  afterAll(() => Promise.all(readers.map(({ visitor }) => visitor.leaves())));

  const check = async (reader: MapReader, zoom: number): Promise<void> => {
    const { visitor } = reader;
    await visitor.opens(`${DEMO}&view=map&c=53.2,-1.8,${zoom}`);
    await reader.sees();
    await expect.poll(() => reader.view[2]).toBe(zoom);
    const smallest = await reader.marks.evaluateAll((marks) =>
      Math.min(...marks.map((mark) => Math.min(mark.clientWidth, mark.clientHeight))),
    );
    expect(smallest).toBeGreaterThanOrEqual(24);
    expect(await sidewaysOn(visitor)).toEqual([]);
    expect(await barriersOn(visitor)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  };

  it.each([6, 7, 8, 9])('are without barriers and at least 24 pixels large at zoom %i', async (zoom) => {
    await Promise.all(readers.map((reader) => check(reader, zoom)));
  });
});

journey('the word SYNTHETIC travels with the map', () => {
  let reader: MapReader;
  beforeAll(async () => {
    reader = new MapReader(await Visitor.arrive());
    await reader.visitor.opens(`${DEMO}&view=map`);
    await reader.sees();
  });
  afterAll(async () => reader?.visitor.leaves());

  const insideTheMap = () =>
    reader.visitor.page
      .getByRole('figure')
      .getByText('SYNTHETIC – not answers of hospitals')
      .filter({ visible: true });

  it('stands inside the map on screen and in print', async () => {
    const { page } = reader.visitor;
    await expect.poll(() => insideTheMap().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => insideTheMap().isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('note').getByText('SYNTHETIC').isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Menu' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('stands inside the downloaded picture and in its file name', async () => {
    const { fileName, pixels } = await reader.downloads(PLUM);
    expect(fileName).toMatch(/^SYNTHETIC_liaison-atlas_demo-2026_release-\d+_map\.png$/);
    expect(pixels).toBeGreaterThan(A_BAR);
  });

  it('is not put on the published round', async () => {
    await reader.visitor.opens('/map?round=2017-18&view=map');
    await reader.sees();
    await expect
      .poll(() => reader.announced.innerText())
      .toBe('175 hospitals shown: 3 with in-reach, 172 not published');
    const names = () =>
      reader.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
    await expect
      .poll(async () => (await names()).filter((name) => /: IAPT in-reach/.test(name)))
      .toHaveLength(3);
    expect(await insideTheMap().count()).toBe(0);
    const { fileName, pixels } = await reader.downloads(PLUM);
    expect(fileName).toBe('liaison-atlas_2017-18_release-1_map.png');
    expect(pixels).toBeLessThan(A_BAR / 4);
  });
});
