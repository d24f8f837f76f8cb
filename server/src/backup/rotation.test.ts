import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toRemove } from './rotation.js';

/** One backup a day at half past two, for so many days up to a Sunday. */
const nightly = (days: number) =>
  Array.from({ length: days }, (_, back) => {
    const madeAt = new Date(Date.parse('2026-11-22T02:30:00.000Z') - back * 86_400_000).toISOString();
    return { name: madeAt.slice(0, 10), madeAt };
  });
const left = (days: number, keep: Parameters<typeof toRemove>[1]): string[] => {
  const gone = new Set(toRemove(nightly(days), keep));
  return nightly(days)
    .map(({ name }) => name)
    .filter((name) => !gone.has(name));
};

describe('the rotation of backups', () => {
  it('keeps the last of each of the latest days, weeks and months', () => {
    expect(left(100, { daily: 3, weekly: 3, monthly: 3 })).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
      '2026-09-30',
    ]);
  });

  it('keeps the last backup of a day on which there were several', () => {
    const backups = ['01', '13', '07'].map((hour) => ({
      name: hour,
      madeAt: `2026-11-22T${hour}:00:00.000Z`,
    }));
    expect(toRemove(backups, { daily: 7, weekly: 4, monthly: 0 }).sort()).toEqual(['01', '07']);
  });

  it('counts days that have a backup, not days that have passed', () => {
    const backups = [
      { name: 'new', madeAt: '2026-11-22T02:30:00.000Z' },
      { name: 'old', madeAt: '2025-01-05T02:30:00.000Z' },
    ];
    expect(toRemove(backups, { daily: 2, weekly: 0, monthly: 0 })).toEqual([]);
  });

  it('never names the newest, and forgets nothing once it is gone by itself', () => {
    const keep = fc.record({ daily: fc.nat(9), weekly: fc.nat(9), monthly: fc.nat(9) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), keep, (days, counts) => {
        const remaining = left(days, counts);
        expect(remaining).toContain('2026-11-22');
        expect(remaining.length).toBeLessThanOrEqual(1 + counts.daily + counts.weekly + counts.monthly);
        // Rotating once more removes nothing more.
        const again = remaining.map((name) => ({ name, madeAt: `${name}T02:30:00.000Z` }));
        expect(toRemove(again, counts)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
