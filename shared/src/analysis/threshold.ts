import type { Tally } from './indicator-result.js';
import { tallyOf } from './tally.js';

/** A share as two whole numbers, e.g. 9/10: as a float, 1 − 0.9 is a little less than 0.1 and a reply gets lost. */
export interface RationalShare {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether coverage reaches a share, with nothing assumed about those who did not say. */
export interface ThresholdVerdict {
  readonly verdict: 'surely_at_least' | 'surely_below' | 'cannot_say';
  /** The fewest further yes or no answers that could decide it; 0 when decided. */
  readonly atLeast: number;
  /** The most that could be needed; 0 when decided. */
  readonly atMost: number;
}

/**
 * Compares coverage with a threshold τ and says how many more replies could decide (methods C3).
 *
 * A hospital that answered "I don't know" counts among the unknown: its answer can still change. Surely at least
 * τ when the lower bound reaches it; surely below when the upper bound does not; else a = ⌈τF⌉ − Y further yes, or
 * b = ⌊(1 − τ)F⌋ + 1 − N further no, decide it: min(a, b) replies at least and a + b − 1 at most.
 * @throws RangeError on an empty frame, more answers than hospitals, or a τ that is not a fraction of 0 to 1.
 * @example repliesStillNeeded({ yes: 31, no: 18, frame: 179 }, { numerator: 1, denominator: 2 })
 *   // { verdict: 'cannot_say', atLeast: 59, atMost: 130 }
 */
export function repliesStillNeeded(
  { yes, no, frame }: Pick<Tally, 'yes' | 'no' | 'frame'>,
  tau: RationalShare,
): ThresholdVerdict {
  tallyOf({ yes, no, dontKnow: 0, frame });
  if (frame === 0) throw new RangeError('threshold over an empty frame');
  requireShare(tau);
  const { numerator, denominator } = tau;
  const yesNeeded = wholePart(numerator * frame + denominator - 1, denominator) - yes;
  const noNeeded = wholePart((denominator - numerator) * frame, denominator) + 1 - no;
  if (yesNeeded <= 0) return { verdict: 'surely_at_least', atLeast: 0, atMost: 0 };
  if (noNeeded <= 0) return { verdict: 'surely_below', atLeast: 0, atMost: 0 };
  return {
    verdict: 'cannot_say',
    atLeast: Math.min(yesNeeded, noNeeded),
    atMost: yesNeeded + noNeeded - 1,
  };
}

/** Whole-number division without going through a fraction. */
const wholePart = (value: number, divisor: number): number => (value - (value % divisor)) / divisor;

function requireShare({ numerator, denominator }: RationalShare): void {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!whole || denominator < 1 || numerator < 0 || numerator > denominator) {
    throw new RangeError(`a threshold must be a fraction of 0 to 1, not ${numerator}/${denominator}`);
  }
}
