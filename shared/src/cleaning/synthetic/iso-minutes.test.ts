import { describe, expect, it } from 'vitest';

import { minutesBefore } from './iso-minutes.js';

describe('minutes before a moment', () => {
  it.each([
    ['2026-03-01T00:00:00Z', 1, '2026-02-28T23:59:00Z'],
    ['2024-03-01T00:00:00Z', 1, '2024-02-29T23:59:00Z'],
    ['2000-03-01T12:30:00Z', 0, '2000-03-01T12:30:00Z'],
    ['2026-01-01T00:05:59Z', 10, '2025-12-31T23:55:00Z'],
    ['2100-03-01T00:00:00.000Z', 1440, '2100-02-28T00:00:00Z'],
    ['2026-10-01T12:00:00Z', 40320, '2026-09-03T12:00:00Z'],
  ])('%s less %i is %s', (moment, minutes, before) => {
    expect(minutesBefore(moment, minutes)).toBe(before);
  });

  it('agrees with the calendar over four hundred years', () => {
    const start = Date.UTC(2220, 0, 1);
    for (let day = 0; day < 146_097; day += 97) {
      const expected = new Date(start - day * 86_400_000).toISOString().slice(0, 10);
      expect(minutesBefore('2220-01-01T00:00:00Z', day * 1440).slice(0, 10)).toBe(expected);
    }
  });

  it.each(['', '2026-10-01', '2026-10-01T12:00:00+01:00', 'yesterday'])('refuses "%s"', (moment) => {
    expect(() => minutesBefore(moment, 1)).toThrow(RangeError);
  });
});
