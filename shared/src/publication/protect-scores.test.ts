import { describe, expect, it } from 'vitest';

import { scoreStatistics } from '../analysis/scores.js';
import { protectScores } from './protect-scores.js';

const scored = (withheld: readonly number[], named: readonly number[] = []) =>
  scoreStatistics(
    [...withheld, ...named].map((score, at) => ({
      odsCode: `H${at}`,
      name: `Hospital ${at}`,
      score,
      published: at >= withheld.length,
    })),
  );
const TEN = [20, 25, 30, 35, 40, 45, 50, 55, 60, 65];

describe('score statistics beside an earlier release', () => {
  it('are held back where one newcomer would be told as the new largest score', () => {
    const [before, after] = [scored(TEN), scored([...TEN, 93])];
    expect([before.max, after.max]).toEqual([65, 93]);
    const { mean: _, ...others } = after;
    expect(protectScores(after, [before])).toEqual({ ...others, median: null, min: null, max: null });
  });

  it('leave when three have come, so that nobody knows whose is the largest', () => {
    const after = scored([...TEN, 93, 41, 42]);
    expect(protectScores(after, [scored(TEN)])).toEqual(after);
  });

  it('are held back where one hospital corrected itself', () => {
    const [before, after] = [scored(TEN), scored([...TEN.slice(1), 12])];
    expect(protectScores(after, [before])).toMatchObject({ min: null, max: null });
  });

  it('have no mean where it stayed and one came: the newcomer would be near it', () => {
    const [before, after] = [scored(TEN), scored([...TEN, 43])];
    expect(after.mean).toBe(before.mean);
    expect(protectScores(after, [before])).not.toHaveProperty('mean');
  });

  it('leave again where nothing changed, and where every score is named', () => {
    expect(protectScores(scored(TEN), [scored(TEN)])).toEqual(scored(TEN));
    const named = scored([], [59, 42, 11]);
    expect(protectScores(named, [scored(TEN)])).toEqual(named);
  });

  it('look at every earlier release, not only at the one before', () => {
    const [first, second] = [scored(TEN), scored([...TEN, 93])];
    const held = protectScores(second, [first]);
    const third = scored([...TEN, 93, 7]);
    expect(protectScores(third, [first, held])).toMatchObject({ min: null, max: null });
  });
});
