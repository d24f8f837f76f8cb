import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { scoreStatistics, type AnalysedScore } from './scores.js';

const given = (scores: readonly number[], named = 0): readonly AnalysedScore[] =>
  scores.map((score, at) => ({ odsCode: `H${at}`, name: `Hospital ${at}`, score, published: at < named }));
const rising = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at * 5);

describe('the scores of a round', () => {
  it('of 2017-18 are given in full, because the report names them: median 42, from 11 to 59', () => {
    const scores = given([59, 42, 11], 3);
    expect(scoreStatistics(scores)).toEqual({
      n: 3,
      median: 42,
      min: 11,
      max: 59,
      values: scores.map(({ odsCode, name, score }) => ({ odsCode, name, score })),
    });
  });

  it.each([
    [3, null, null, null],
    [4, null, null, null],
    [5, 10, null, null],
    [6, 12.5, null, null],
    [9, 20, null, null],
    [10, 22.5, 0, 45],
  ])('without consent: from %i scores the median is %s and the range %s to %s', (n, median, min, max) => {
    expect(scoreStatistics(given(rising(n)))).toMatchObject({ n, median, min, max, values: [] });
  });

  it('have a mean from ten on, to the whole number, even where all are named', () => {
    expect(scoreStatistics(given(rising(9), 9))).not.toHaveProperty('mean');
    expect(scoreStatistics(given(rising(10), 10)).mean).toBe(23);
    expect(scoreStatistics(given(rising(10))).mean).toBe(23);
    expect(scoreStatistics(given(rising(12), 11))).not.toHaveProperty('mean');
  });

  it.each([
    [12, 12, true],
    [11, 12, false],
    [10, 12, false],
    [9, 12, true],
  ])('with %i of %i named, one or two hidden scores could be worked out: statistics %s', (named, n, out) => {
    const statistics = scoreStatistics(given(rising(n), named));
    expect(statistics.values).toHaveLength(named);
    const { median, min, max, mean } = statistics;
    expect([median, min, max].map((value) => value !== null)).toEqual([out, out, out]);
    expect(mean !== undefined).toBe(out && n >= 10);
  });

  it('never shows a value that may not be named, nor a statistic from too few', () => {
    const score = fc.record({
      odsCode: fc.string(),
      name: fc.string(),
      score: fc.integer({ min: 0, max: 100 }),
      published: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 14 }), (scores) => {
        const { n, median, min, max, values } = scoreStatistics(scores);
        const hidden = scores.filter(({ published }) => !published).length;
        expect(n).toBe(scores.length);
        expect(values).toHaveLength(n - hidden);
        if (hidden > 0 && (n < 5 || hidden < 3)) expect(median).toBeNull();
        if (hidden > 0 && (n < 10 || hidden < 3)) expect([min, max]).toEqual([null, null]);
      }),
    );
  });

  it('have no statistics when nobody rated', () => {
    expect(scoreStatistics([])).toEqual({ n: 0, median: null, min: null, max: null, values: [] });
  });

  it.each([150, -1, Number.NaN])('refuse a score of %d', (score) => {
    expect(() => scoreStatistics(given([score], 1))).toThrow(RangeError);
  });
});
