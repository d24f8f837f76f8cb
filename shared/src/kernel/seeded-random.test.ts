import { describe, expect, it } from 'vitest';

import { seededRandom } from './seeded-random.js';

const draw = (seed: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 1000 }, () => random.next());
};

describe('seededRandom', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    expect(draw(2026)).toEqual(draw(2026));
    expect(draw(2026)).not.toEqual(draw(2027));
  });

  it('stays in [0, 1) and is spread evenly enough to make test data', () => {
    const numbers = draw(1);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });

  it('draws whole numbers below a limit and picks every item in time', () => {
    const random = seededRandom(7);
    const drawn = new Set(Array.from({ length: 200 }, () => random.below(5)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
  });
});
