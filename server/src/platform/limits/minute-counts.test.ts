import { describe, expect, it } from 'vitest';

import { MinuteCounts } from './minute-counts.js';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');

/** Two instances with the same key, and the rows that they share. */
function two(most: number): {
  one: MinuteCounts;
  other: MinuteCounts;
  exchange: (...who: MinuteCounts[]) => void;
} {
  const rows = new Map<string, number>();
  const instance = (): MinuteCounts => {
    const counts = new MinuteCounts(most);
    counts.hash = (who) => `hash of ${who}`;
    return counts;
  };
  return {
    one: instance(),
    other: instance(),
    exchange: (...instances) => {
      for (const counts of instances) {
        for (const { who, count, done } of counts.untold(NOON)) {
          rows.set(who, (rows.get(who) ?? 0) + count);
          done();
        }
        counts.listen(NOON, new Map([...rows].filter(([, taken]) => taken * 2 >= most)));
      }
    },
  };
}

const take = (counts: MinuteCounts, times: number, now = NOON): number =>
  Array.from({ length: times }, () => counts.take('somebody', now).admitted).filter(Boolean).length;

describe('what one of two instances counted', () => {
  it('counts in the other', () => {
    const { one, other, exchange } = two(100);
    expect(take(one, 70)).toBe(70);
    exchange(one, other);
    expect(other.isExhausted('somebody', NOON)).toBe(false);
    expect(take(other, 100)).toBe(30);
    exchange(other, one);
    expect(take(one, 10)).toBe(0);
    expect(one.isExhausted('somebody', NOON)).toBe(true);
    expect(one.take('somebody else', NOON).left).toBe(99);
  });

  it('is not counted twice in itself', () => {
    const { one, exchange } = two(100);
    for (let each = 0; each < 4; each += 1) {
      expect(take(one, 25)).toBe(25);
      exchange(one);
    }
    expect(take(one, 1)).toBe(0);
  });

  it('is told only of who has used up a twentieth, under a hash', () => {
    const { one } = two(100);
    take(one, 4);
    expect(one.untold(NOON)).toEqual([]);
    take(one, 1);
    expect(one.untold(NOON)).toMatchObject([{ who: 'hash of somebody', count: 5 }]);
    one.hash = () => '';
    const { one: withoutKey } = two(100);
    withoutKey.hash = () => '';
    take(withoutKey, 50);
    expect(withoutKey.untold(NOON)).toEqual([]);
  });

  it('is forgotten with the minute, by whatever way the clock goes', () => {
    const { one, other, exchange } = two(100);
    take(one, 100);
    exchange(one, other);
    expect(take(other, 1)).toBe(0);
    expect(one.untold(NOON + 60_000)).toEqual([]);
    expect(take(other, 1, NOON + 60_000)).toBe(1);
    expect(take(other, 1, NOON - 60_000)).toBe(1);
  });
});
