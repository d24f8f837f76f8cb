import { describe, expect, it } from 'vitest';

import { postStratify, type StratumCount } from './post-stratify.js';

const cell = (region: string, type: string, frame: number, answered: number, yes: number): StratumCount => ({
  region,
  type,
  frame,
  answered,
  yes,
});

describe('post-stratification', () => {
  it('weights each part of the frame by its size; by hand for two regions', () => {
    const result = postStratify([cell('A', 'x', 100, 20, 10), cell('B', 'x', 50, 25, 5)]);
    expect(result?.share).toBeCloseTo((100 * 0.5 + 50 * 0.2) / 150, 12);
    // Weights 5 and 2: mean 150/45, variance (20·(5/3)² + 25·(4/3)²)/45 over its square.
    expect(result?.designEffect).toBeCloseTo(
      1 + (20 * (5 / 3) ** 2 + 25 * (4 / 3) ** 2) / 45 / (10 / 3) ** 2,
      12,
    );
    expect(result?.effectiveN).toBeCloseTo(45 / 1.2, 12);
    const variance = ((100 / 150) ** 2 * 0.8 * 0.25) / 19 + ((50 / 150) ** 2 * 0.5 * 0.16) / 24;
    expect(result?.variance).toBeCloseTo(variance, 12);
    expect(result?.interval.high).toBeCloseTo(0.4 + 1.959964 * Math.sqrt(variance), 12);
  });

  it('changes nothing where every part answered alike: design effect 1', () => {
    const result = postStratify([cell('A', 'x', 40, 20, 12), cell('B', 'x', 30, 15, 3)]);
    expect(result?.share).toBeCloseTo(15 / 35, 12);
    expect(result?.designEffect).toBeCloseTo(1, 12);
  });

  it('collapses cells with fewer than five respondents, within their region first', () => {
    const result = postStratify([
      cell('A', 'x', 10, 4, 1),
      cell('A', 'y', 10, 6, 2),
      cell('B', 'x', 12, 8, 4),
      cell('C', 'x', 9, 0, 0),
    ]);
    expect(result?.strata.map(({ cells }) => [...cells].sort())).toEqual([
      ['B x', 'C x'],
      ['A x', 'A y'],
    ]);
    expect(result?.strata.reduce((sum, { frame }) => sum + frame, 0)).toBe(41);
  });

  it('trims a weight at three times the median', () => {
    const result = postStratify([
      cell('A', 'x', 20, 10, 5),
      cell('B', 'x', 20, 10, 5),
      cell('C', 'x', 100, 5, 5),
    ]);
    expect(result?.strata.find(({ cells }) => cells.includes('C x'))).toMatchObject({
      weight: 6,
      trimmed: true,
    });
  });

  it('gives nothing for fewer than five respondents, and refuses impossible counts', () => {
    expect(postStratify([cell('A', 'x', 10, 4, 1)])).toBeNull();
    expect(postStratify([])).toBeNull();
    expect(() => postStratify([cell('A', 'x', 10, 4, 5)])).toThrow(RangeError);
    expect(() => postStratify([cell('A', 'x', 3, 4, 1)])).toThrow(RangeError);
  });
});
