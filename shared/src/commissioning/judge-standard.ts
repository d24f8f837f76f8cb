import { wilson } from '../analysis/wilson.js';
import type { Standard } from './standards.js';

/** Fewest people before a share is judged. */
export const FEWEST_TO_JUDGE = 20;

/** Fewer people than this, and not nobody, are not given to others: the few could be known. */
export const FEWEST_TO_TELL = 5;

/** Whether a count of people is held back where it leaves the house. */
export const isSmallCount = (count: number): boolean => count > 0 && count < FEWEST_TO_TELL;

/** What is reported on a standard; null = not reported, which is not 0. */
export interface ReportedShare {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The source gives the figure with small numbers held back. */
  readonly suppressed: boolean;
}

/** The verdicts in words. */
export const STANDARD_STATE_WORDS: Readonly<Record<StandardState, string>> = {
  met: 'Met',
  not_met: 'Not met',
  cannot_tell: 'Cannot tell',
  not_reported: 'Not reported',
  no_target: 'No target',
};

export type StandardState = 'met' | 'not_met' | 'cannot_tell' | 'not_reported' | 'no_target';

export interface Judgement {
  readonly state: StandardState;
  /** Proportion 0 to 1; null when not reported or suppressed. */
  readonly value: number | null;
  /** 95 % interval (Wilson); null where chance says nothing. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whether the target lies inside the interval; null without target or interval. */
  readonly withinChance: boolean | null;
}

const NOTHING = { value: null, interval: null, withinChance: null } as const;

/**
 * Judges a share by its point value, as the standard is judged nationally; whether it is within chance of the target is
 * said beside it and never changes the verdict. Below 20 people, or with small numbers held back, nothing can be told.
 * @throws RangeError on counts that are not whole, negative, or a numerator above its denominator.
 */
export function judgeStandard(
  { targetPercent, hasInterval }: Pick<Standard, 'targetPercent' | 'hasInterval'>,
  { numerator, denominator, suppressed }: ReportedShare,
): Judgement {
  if (suppressed) return { state: 'cannot_tell', ...NOTHING };
  if (numerator === null || denominator === null || denominator === 0)
    return { state: 'not_reported', ...NOTHING };
  if (![numerator, denominator].every((one) => Number.isInteger(one) && one >= 0) || numerator > denominator)
    throw new RangeError(`${numerator} of ${denominator} is no share of people`);
  const value = numerator / denominator;
  const interval = hasInterval ? wilson({ x: numerator, n: denominator }) : null;
  if (targetPercent === null) return { state: 'no_target', value, interval, withinChance: null };
  const target = targetPercent / 100;
  const withinChance = interval === null ? null : interval.low <= target && target <= interval.high;
  if (denominator < FEWEST_TO_JUDGE) return { state: 'cannot_tell', value, interval, withinChance };
  // Whole numbers: 75 of 100 must meet 75 % whatever floating point makes of 0.75.
  const met = numerator * 100 >= targetPercent * denominator;
  return { state: met ? 'met' : 'not_met', value, interval, withinChance };
}

/**
 * A share in per cent with as few decimals as keep it apart from a target that it does not equal: 749 of 1,000 is
 * "74.9%" beside 75%, never "75%".
 */
export function shareBeside(value: number, targetPercent: number | null): string {
  const percent = value * 100;
  for (const digits of [0, 1, 2]) {
    const text = percent.toFixed(digits);
    if (targetPercent === null || Number(text) !== targetPercent || Math.abs(percent - targetPercent) < 1e-9)
      return `${text}%`;
  }
  return `${percent.toFixed(3)}%`;
}

/**
 * The verdict in one sentence.
 * @example judgementSentence(W6, { numerator: 66, denominator: 90, suppressed: false })
 *   // '66 of 90 (73%): below 75%; within chance of 75%.'
 */
export function judgementSentence(
  standard: Pick<Standard, 'targetPercent' | 'hasInterval'>,
  reported: ReportedShare,
): string {
  const { state, value, withinChance } = judgeStandard(standard, reported);
  if (state === 'not_reported') return 'Not reported, which is not 0.';
  if (value === null) return 'Cannot tell: small numbers are held back.';
  const { targetPercent } = standard;
  const figure = `${reported.numerator} of ${reported.denominator} (${shareBeside(value, targetPercent)})`;
  if (state === 'no_target') return `${figure}: the source sets no target.`;
  if (state === 'cannot_tell') return `${figure}: cannot tell, fewer than ${FEWEST_TO_JUDGE} people.`;
  const chance =
    withinChance === null
      ? 'chance says nothing here'
      : `${withinChance ? 'within' : 'beyond'} chance of ${targetPercent}%`;
  return `${figure}: ${state === 'met' ? 'at or above' : 'below'} ${targetPercent}%; ${chance}.`;
}
