import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hypergeometricLimits, hypergeometricProbability } from './hypergeometric.js';

describe('the chance of a draw without putting back', () => {
  it('agrees with counting by hand', () => {
    // 2 of 4 hospitals have it, 2 answer: 1 pair of 6 has both, 4 have one, 1 has none
    const chance = (hits: number): number =>
      hypergeometricProbability({ population: 4, successes: 2, draws: 2, hits });
    expect([0, 1, 2].map(chance).map((share) => Math.round(share * 6 * 1e9) / 1e9)).toEqual([1, 4, 1]);
    expect(chance(3)).toBe(0);
  });

  it('adds up to one over all outcomes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.nat(), fc.nat(), (population, a, b) => {
        const [successes, draws] = [a % (population + 1), b % (population + 1)];
        const sum = Array.from({ length: draws + 1 }, (_, hits) =>
          hypergeometricProbability({ population, successes, draws, hits }),
        ).reduce((total, share) => total + share, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it('refuses more draws or successes than hospitals as impossible', () => {
    expect(hypergeometricProbability({ population: 4, successes: 1, draws: 2, hits: 2 })).toBe(0);
    expect(() => hypergeometricProbability({ population: 4.5, successes: 1, draws: 2, hits: 1 })).toThrow(
      RangeError,
    );
  });
});

describe('exact limits', () => {
  it.each([
    ['provision yes', 31, 60, 91],
    ['provision no', 18, 31, 59],
    ["provision don't know", 25, 46, 77],
    ['in-reach yes', 3, 3, 17],
    ['in-reach no', 62, 136, 160],
    ["in-reach don't know", 9, 13, 35],
    ['commented', 44, 90, 122],
  ])('%s, 2017-18: %i of 74 stands for %i to %i hospitals of 179', (_item, x, low, high) => {
    expect(hypergeometricLimits({ x, n: 74, frame: 179 })).toEqual({ low, high });
  });

  it('are one number when every hospital answered', () => {
    expect(hypergeometricLimits({ x: 3, n: 9, frame: 9 })).toEqual({ low: 3, high: 3 });
  });

  it('mirror each other for yes and no', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(), fc.nat(60), (n, pick, beyond) => {
        const [x, frame] = [pick % (n + 1), n + beyond];
        const [yes, no] = [
          hypergeometricLimits({ x, n, frame }),
          hypergeometricLimits({ x: n - x, n, frame }),
        ];
        expect(no).toEqual({ low: frame - yes.high, high: frame - yes.low });
      }),
    );
  });

  it.each([
    [179, 168],
    [179, 74],
    [12, 5],
    [30, 28],
  ])('hold the truth at least 95 times in 100, whatever it is (%i hospitals, %i answers)', (frame, n) => {
    const seen = Array.from({ length: n + 1 }, (_, x) => hypergeometricLimits({ x, n, frame }));
    for (let successes = 0; successes <= frame; successes += 1) {
      const held = seen.reduce(
        (sum, { low, high }, hits) =>
          low <= successes && successes <= high
            ? sum + hypergeometricProbability({ population: frame, successes, draws: n, hits })
            : sum,
        0,
      );
      expect(held).toBeGreaterThanOrEqual(0.95 - 1e-9);
    }
  });

  it.each([
    [0, 0, 5],
    [3, 2, 5],
    [1, 6, 5],
  ])('refuse %i of %i answers from %i hospitals', (x, n, frame) => {
    expect(() => hypergeometricLimits({ x, n, frame })).toThrow(RangeError);
  });
});
