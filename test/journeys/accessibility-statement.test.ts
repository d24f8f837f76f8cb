import { afterAll, beforeAll, expect, it } from 'vitest';

import { hasFocus, journey, Visitor } from '../support/browser.js';
import { MapReader } from '../support/map-reader.js';
import { barriersOn } from '../support/page-checks.js';

const MAP = '/map?round=demo-2026&view=map&c=52.6,-1.6,7';
const PRINTED = ['/', '/areas/Y56?round=demo-2026', '/estimate/need?p=500000', '/readiness', '/methods'];

/** What /accessibility promises beside the checks that every page passes, and beside the journeys through the map. */
journey('the accessibility statement', () => {
  let reader: MapReader;
  beforeAll(async () => {
    reader = new MapReader(await Visitor.arrive());
    await reader.visitor.opens(MAP);
    await reader.sees();
  });
  afterAll(async () => reader?.visitor.leaves());

  const presses = async (key: string): Promise<readonly number[]> => {
    const { page } = reader.visitor;
    const before = reader.view.join();
    await page.keyboard.press(key);
    await expect.poll(() => reader.view.join()).not.toBe(before);
    return reader.view;
  };

  it('is right that plus, minus and the arrow keys move the map that has the focus', async () => {
    await reader.visitor.tabsTo(reader.map);
    await expect.poll(() => hasFocus(reader.map)).toBe(true);
    const [, , zoom = 0] = reader.view;
    expect((await presses('+'))[2]).toBe(zoom + 1);
    expect((await presses('-'))[2]).toBe(zoom);
    const [south = 0, west = 0] = reader.view;
    const [north = 0] = await presses('ArrowUp');
    expect(north).toBeGreaterThan(south);
    expect((await presses('ArrowRight'))[1]).toBeGreaterThan(west);
  });

  it('is right that Home and End go to the first and the last hospital', async () => {
    const { page } = reader.visitor;
    await reader.visitor.tabsTo(reader.map.locator('button[tabindex="0"]'));
    await page.keyboard.press('End');
    const last = await reader.markInFocus();
    await page.keyboard.press('Home');
    const first = await reader.markInFocus();
    expect(first).not.toBe('');
    expect(last).not.toBe('');
    expect(last).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect([first, last]).toContain(await reader.markInFocus());
  });

  it('is right that the map jumps where less motion is asked for, and glides elsewhere', async () => {
    const { page } = reader.visitor;
    // Leaflet's own word for a map that may glide.
    expect(await page.locator('.leaflet-fade-anim').count()).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await reader.visitor.opens(MAP);
    await reader.sees();
    await expect.poll(() => page.locator('.leaflet-fade-anim').count()).toBe(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it.each(['light', 'dark'] as const)(
    'is right that marks and words stay visible with high contrast on %s',
    async (colorScheme) => {
      const { page } = reader.visitor;
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await reader.visitor.opens(MAP);
      await reader.sees();
      // Marks keep their own colours on white; the word over the map lets them through.
      expect(await reader.marks.first().evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
      const stamp = page.locator('.la-map-stamp__word');
      expect(await stamp.evaluate((word) => getComputedStyle(word).color)).toMatch(/0\.28\)$/);
      await reader.visitor.opens('/areas/Y56?round=demo-2026');
      const [word, canvas] = await page
        .locator('.la-interval__label')
        .first()
        .evaluate((label) => [getComputedStyle(label).fill, getComputedStyle(document.body).backgroundColor]);
      expect(word).not.toBe(canvas);
      // On dark the checker still reads the colours that the browser has replaced.
      if (colorScheme === 'light') expect(await barriersOn(reader.visitor)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    },
  );

  it.each(PRINTED)('is right that %s can be printed: its words, without its menus', async (address) => {
    const { page } = reader.visitor;
    await reader.visitor.opens(address);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Menu' }).isVisible()).toBe(false);
    await expect.poll(() => reader.visitor.heading.isVisible()).toBe(true);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main table')]
        .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
        .map((table) => table.innerText.slice(0, 60)),
    );
    expect(cut).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  });
});
