import { describe, expect, it } from 'vitest';

import {
  countOf,
  formatCount,
  formatMoment,
  formatPercent,
  formatRange,
  formatWholePercent,
} from './format.js';

describe('format', () => {
  it('prints proportions as the methods page and the 2018 report do', () => {
    expect(formatPercent(31 / 74)).toBe('41.9%');
    expect(formatWholePercent(31 / 74)).toBe('42%');
    expect(formatRange(31 / 179, 1 - 18 / 179)).toBe('17.3% to 89.9%');
  });

  it.each([
    [null, 'not published'],
    [undefined, 'not published'],
    [0, '0'],
    [1234, '1,234'],
  ])('prints the count %s as "%s": an unknown count is never 0', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it('leaves a period as its source words it', () => {
    expect(formatMoment('December 2017 to January 2018')).toBe('December 2017 to January 2018');
    expect(formatMoment('2026-03-01')).toBe('1 March 2026');
    expect(formatMoment('2026-03-01T09:05:00.000Z')).toMatch(
      /^1 March 2026 at 09:05 UTC$|^1 March 2026, 09:05 UTC$/,
    );
  });

  it('counts one hospital as one', () => {
    expect([countOf(1, 'hospital'), countOf(2, 'hospital'), countOf(0, 'reply', 'replies')]).toEqual([
      '1 hospital',
      '2 hospitals',
      '0 replies',
    ]);
  });
});
