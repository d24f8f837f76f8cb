import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hypergeometricProbability } from './hypergeometric.js';
import { proportionInterval } from './interval.js';
import { wilson, wilsonFpc, type Limits } from './wilson.js';

const percent = ({ low, high }: Limits): string => `${(low * 100).toFixed(1)}-${(high * 100).toFixed(1)}`;

describe('Wilson intervals of the 2017-18 figures', () => {
  it.each([
    ['provision yes', 31, '31.3-53.3', '33.6-50.6'],
    ['provision no', 18, '16.0-35.2', '17.7-32.5'],
    ["provision don't know", 25, '24.0-45.1', '26.1-42.4'],
    ['in-reach yes', 3, '1.4-11.3', '1.8-9.1'],
    ['in-reach no', 62, '73.8-90.5', '76.3-89.2'],
    ["in-reach don't know", 9, '6.5-21.5', '7.5-19.0'],
    ['commented', 44, '48.1-69.9', '50.7-67.6'],
  ])('%s: %i of 74 is %s, and %s of the 179', (_item, x, plain, corrected) => {
    expect(percent(wilson({ x, n: 74 }))).toBe(plain);
    expect(percent(wilsonFpc({ x, n: 74, frame: 179 }))).toBe(corrected);
  });

  it.each([
    ['provision', 31, 49, '49.3-75.3'],
    ['in-reach', 3, 65, '1.6-12.7'],
  ])('among those who know about %s: %i of %i is %s', (_item, x, n, known) => {
    expect(percent(wilson({ x, n }))).toBe(known);
  });

  it('equals the plain interval of an effective sample of 125.4 hospitals', () => {
    const effective = (74 * 178) / 105;
    expect(effective).toBeCloseTo(125.4, 1);
    const z = 1.959964;
    const p = 31 / 74;
    const centre = (p + z ** 2 / (2 * effective)) / (1 + z ** 2 / effective);
    const half =
      (z / (1 + z ** 2 / effective)) * Math.sqrt((p * (1 - p)) / effective + z ** 2 / (4 * effective ** 2));
    const { low, high } = wilsonFpc({ x: 31, n: 74, frame: 179 });
    expect(low).toBeCloseTo(centre - half, 12);
    expect(high).toBeCloseTo(centre + half, 12);
  });

  it('contains the share itself, within 0 and 1, and is never wider with the correction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(300), (n, pick, beyond) => {
        const x = pick % (n + 1);
        const [plain, corrected] = [wilson({ x, n }), wilsonFpc({ x, n, frame: n + beyond })];
        for (const { low, high } of [plain, corrected]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(x / n + 1e-12);
          expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
        }
        expect(corrected.high - corrected.low).toBeLessThanOrEqual(plain.high - plain.low + 1e-12);
      }),
    );
  });

  it('leaves nothing open when every hospital answered', () => {
    expect(wilsonFpc({ x: 3, n: 4, frame: 4 })).toEqual({ low: 0.75, high: 0.75 });
    expect(wilsonFpc({ x: 1, n: 1, frame: 1 })).toEqual({ low: 1, high: 1 });
  });

  it.each([
    [1, 0, 5],
    [6, 5, 9],
    [1, 10, 9],
    [-1, 5, 9],
    [1.5, 5, 9],
  ])('refuses %d of %d answers from %d hospitals', (x, n, frame) => {
    expect(() => wilsonFpc({ x, n, frame })).toThrow(RangeError);
  });
});

describe('how often the interval holds the truth when 74 of 179 hospitals answer', () => {
  const N = 179;
  const n = 74;

  /** For every possible truth K, the exact chance that the interval of what is seen contains K / N. */
  const coverageByTruth = (interval: (x: number) => Limits): readonly number[] => {
    const seen = Array.from({ length: n + 1 }, (_, x) => interval(x));
    return Array.from({ length: N + 1 }, (_, successes) =>
      seen.reduce((sum, { low, high }, hits) => {
        const holds = low <= successes / N + 1e-12 && successes / N <= high + 1e-12;
        return holds ? sum + hypergeometricProbability({ population: N, successes, draws: n, hits }) : sum;
      }, 0),
    );
  };
  const mean = (shares: readonly number[]): number =>
    shares.reduce((sum, share) => sum + share, 0) / shares.length;

  it('with the correction: 95.2 % on average and never below 91.7 %', () => {
    const shares = coverageByTruth((x) => wilsonFpc({ x, n, frame: N }));
    expect((mean(shares) * 100).toFixed(1)).toBe('95.2');
    expect((Math.min(...shares) * 100).toFixed(1)).toBe('91.7');
  });

  it('as it is given, with exact limits for two and fewer: no less, for every possible truth', () => {
    const shares = coverageByTruth((x) => proportionInterval({ x, n, frame: N }));
    expect(shares).toHaveLength(N + 1);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.917 - 5e-4);
    expect(mean(shares)).toBeGreaterThanOrEqual(0.95);
    expect(mean(shares)).toBeLessThan(0.96);
  });

  it('drawn at random: what is counted is what was worked out', () => {
    // Draws 74 of 179 again and again for some truths; the same seed, so the same draws.
    let state = 7;
    const next = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const expected = coverageByTruth((x) => proportionInterval({ x, n, frame: N }));
    const intervals = Array.from({ length: n + 1 }, (_, x) => proportionInterval({ x, n, frame: N }));
    const DRAWS = 1500;
    for (const truth of [3, 17, 45, 90, 140, 175]) {
      let held = 0;
      for (let draw = 0; draw < DRAWS; draw += 1) {
        let [left, yes, hits] = [N, truth, 0];
        for (let at = 0; at < n; at += 1) {
          if (next() * left < yes) {
            hits += 1;
            yes -= 1;
          }
          left -= 1;
        }
        const { low, high } = intervals[hits]!;
        if (low <= truth / N + 1e-12 && truth / N <= high + 1e-12) held += 1;
      }
      // Three standard errors of a share near 0.95 over so many draws.
      expect(Math.abs(held / DRAWS - expected[truth]!), `${truth} of ${N}`).toBeLessThan(0.02);
    }
  });

  it('without it: 99.1 % on average, too wide', () => {
    expect((mean(coverageByTruth((x) => wilson({ x, n }))) * 100).toFixed(1)).toBe('99.1');
  });

  it('the textbook (Wald) interval falls to 41.3 %, which is why it is not offered', () => {
    const wald = (x: number): Limits => {
      const half = 1.959964 * Math.sqrt((((x / n) * (1 - x / n)) / n) * ((N - n) / (N - 1)));
      return { low: x / n - half, high: x / n + half };
    };
    expect((Math.min(...coverageByTruth(wald)) * 100).toFixed(1)).toBe('41.3');
  });
});

describe('how often the interval holds the truth when 168 of 179 hospitals answer', () => {
  const [N, n] = [179, 168];
  const held = (interval: (x: number) => Limits): readonly number[] => {
    const seen = Array.from({ length: n + 1 }, (_, x) => interval(x));
    return Array.from({ length: N + 1 }, (_, successes) =>
      seen.reduce((sum, { low, high }, hits) => {
        const holds = low <= successes / N + 1e-12 && successes / N <= high + 1e-12;
        return holds ? sum + hypergeometricProbability({ population: N, successes, draws: n, hits }) : sum;
      }, 0),
    );
  };

  it('Wilson falls to 82.6 %, so the exact limits are taken, which never fall below 95 %', () => {
    const wilsonShares = held((x) => wilsonFpc({ x, n, frame: N }));
    expect((Math.min(...wilsonShares) * 100).toFixed(1)).toBe('82.6');
    const taken = held((x) => proportionInterval({ x, n, frame: N }));
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(0.95);
    expect(proportionInterval({ x: 80, n, frame: N }).method).toBe('hypergeometric');
  });
});
