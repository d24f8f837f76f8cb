import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';

import type { Visitor } from './browser.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations of WCAG 2.2 AA that axe finds on the page as it is now, each with the elements concerned. */
export async function barriersOn({ page }: Visitor): Promise<string[]> {
  // The rules run in this one page (there are no frames; a second page costs seconds) and name violations only.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(RULES)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Elements that stick out of the window sideways, when the page scrolls sideways; empty = it does not. */
export const sidewaysOn = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return [
      'the page scrolls sideways',
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

/** Tables that a hospital PC cannot show at once, with how many pixels of each are cut off. */
export const cutTablesOn = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.la-table-scroll')]
      .filter((box) => box.clientWidth > 600 && box.scrollWidth > box.clientWidth)
      .map((box) => `${box.getAttribute('aria-label')}: ${box.scrollWidth - box.clientWidth} px cut off`),
  );

/** What every page must be: never blank, one main heading, a title, no barrier, no sideways scrolling, no trouble. */
export async function expectSound(visitor: Visitor, where: string): Promise<void> {
  const { page, troubles } = visitor;
  // Words of a page can be there a moment before its heading and title, between two pages, and before all of it is loaded.
  await visitor.settled();
  await expect.poll(() => visitor.heading.count(), { message: `main headings on ${where}` }).toBe(1);
  await expect
    .poll(async () => (await visitor.heading.innerText()).trim(), { message: `main heading of ${where}` })
    .not.toBe('');
  await expect.poll(() => page.title(), { message: `title of ${where}` }).toMatch(/Liaison Atlas$/);
  expect(await sidewaysOn(visitor), `sideways scrolling on ${where}`).toEqual([]);
  expect(await barriersOn(visitor), `barriers on ${where}`).toEqual([]);
  expect(troubles, `troubles on ${where}`).toEqual([]);
}
