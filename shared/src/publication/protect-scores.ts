import { LEAST_WITHHELD } from '../analysis/scores.js';
import type { ScoreSummary } from './release.js';

/**
 * Score statistics as they may leave beside those of earlier releases (domain D5): where one or two withheld scores
 * came or went since a release that gave the median, the mean or the ends, their change could tell those scores. They are then
 * held back, until three have changed. The same numbers again tell nothing new.
 * @param earlier the scores of the round's earlier releases
 */
export function protectScores(scores: ScoreSummary, earlier: readonly ScoreSummary[]): ScoreSummary {
  if (withheldOf(scores) === 0) return scores;
  const given = earlier.filter((before) => withheldOf(before) > 0);
  const isFew = (before: ScoreSummary): boolean =>
    Math.abs(withheldOf(scores) - withheldOf(before)) < LEAST_WITHHELD;
  const tells = (keys: readonly ('median' | 'min' | 'max')[]): boolean =>
    given.some(
      (before) => keys.some((key) => before[key] !== null && before[key] !== scores[key]) && isFew(before),
    );
  // Rounded, the mean can stay the same while a newcomer is told to lie near it.
  const isOther = (before: ScoreSummary): boolean => before.n !== scores.n || before.mean !== scores.mean;
  const tellsMean = given.some((before) => before.mean !== undefined && isOther(before) && isFew(before));
  const { mean, ...others } = scores;
  return {
    ...others,
    ...(mean !== undefined && !tellsMean && { mean }),
    ...(tells(['median']) && { median: null }),
    ...(tells(['min', 'max']) && { min: null, max: null }),
  };
}

/** Scores that count and do not stand under a name. */
const withheldOf = ({ n, values }: ScoreSummary): number => n - values.length;
