import { describe, expect, it } from 'vitest';

import { association } from './association.js';
import { chiSquareTail } from './chi-square-tail.js';
import { chiSquare, monteCarloChiSquare } from './chi-square.js';
import { fisherExact } from './fisher.js';

const PROVISION_AND_IN_REACH = [
  [31, 18, 25],
  [3, 62, 9],
];

describe("Fisher's exact test", () => {
  it.each([
    [8, 2, 1, 5, 0.034965034965034975],
    [3, 1, 1, 3, 0.48571428571428565],
    [31, 43, 3, 71, 2.6829549535438177e-8],
  ])('of %i, %i against %i, %i is that of the reference program', (a, b, c, d, p) => {
    const table = [
      [a, b],
      [c, d],
    ];
    expect(fisherExact(table) / p).toBeCloseTo(1, 9);
    expect(fisherExact([...table].reverse()) / p).toBeCloseTo(1, 9);
  });

  it('shows nothing where a margin is empty', () => {
    const empty = [
      [0, 0],
      [4, 3],
    ];
    expect(fisherExact(empty)).toBe(1);
  });

  it('refuses what is no table of two by two counts', () => {
    expect(() => fisherExact([[1, 2, 3]])).toThrow(RangeError);
    const half = [
      [1, 2],
      [0.5, 3],
    ];
    expect(() => fisherExact(half)).toThrow(RangeError);
  });
});

describe('χ² of a cross table', () => {
  it('and Cramér’s V are those of the reference program', () => {
    const { statistic, degrees, leastExpected, cramersV, n } = chiSquare(PROVISION_AND_IN_REACH);
    expect(statistic).toBeCloseTo(54.78823529411765, 10);
    expect([degrees, leastExpected, n]).toEqual([2, 17, 148]);
    expect(cramersV).toBeCloseTo(0.6084330522040271, 12);
  });

  it.each([
    [3.841459, 1, 0.04999999465319563],
    [5.991465, 2, 0.04999998867770084],
    [16.918978, 9, 0.049999993659331554],
    [0.3, 3, 0.9600284803068776],
    [40, 5, 1.493367900050393e-7],
    [120, 100, 0.08440668109369177],
  ])('beyond %d with %i degrees of freedom has the chance of the reference program', (value, degrees, p) => {
    expect(chiSquareTail(value, degrees) / p).toBeCloseTo(1, 9);
  });

  it('leaves out rows and columns that hold nothing', () => {
    const padded = [
      [31, 0, 18, 25],
      [0, 0, 0, 0],
      [3, 0, 62, 9],
    ];
    expect(chiSquare(padded)).toEqual(chiSquare(PROVISION_AND_IN_REACH));
    expect(chiSquare([[3, 4]]).cramersV).toBeNull();
  });

  it('by shuffling comes to the exact answer of Freeman and Halton, and to the same each time', () => {
    const thin = [
      [3, 0, 1],
      [0, 4, 2],
      [1, 1, 3],
    ];
    const p = monteCarloChiSquare(thin);
    expect(Math.abs(p - 0.0383584669298955)).toBeLessThan(0.006);
    expect(monteCarloChiSquare(thin)).toBe(p);
    expect(monteCarloChiSquare(thin, 2)).not.toBe(p);
  });
});

describe('the test of a cross table', () => {
  it('is Fisher’s for two by two, χ² where enough is expected everywhere, shuffling where not', () => {
    const two = [
      [8, 2, 0],
      [1, 5, 0],
    ];
    expect(association(two)).toMatchObject({ method: 'fisher', n: 16 });
    expect(association(PROVISION_AND_IN_REACH)).toMatchObject({ method: 'chi-square' });
    const thin = [
      [3, 0, 1],
      [0, 4, 2],
    ];
    expect(association(thin)).toMatchObject({ method: 'monte-carlo', n: 10 });
  });

  it('is none where there is nothing to compare', () => {
    const silent = [
      [0, 0],
      [3, 4],
    ];
    expect(association(silent)).toBeNull();
    expect(association([])).toBeNull();
  });
});
