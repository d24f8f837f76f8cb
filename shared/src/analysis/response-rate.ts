import { requireCount } from './require-count.js';

/**
 * What became of every hospital of a frame (methods D4), each in exactly one place. Hospitals and forms are never
 * mixed in one rate.
 */
export interface Dispositions {
  /** I: at least one complete form was accepted. */
  readonly complete: number;
  /**
   * P: only forms that were begun and never submitted. `not_known` where a source does not report them (2017-18):
   * they then stand, unseen, among the silent hospitals.
   */
  readonly partial: number | 'not_known';
  /** R: refused or opted out. */
  readonly refusal: number;
  /** NC: known to be eligible, no reply. */
  readonly noContact: number;
  /** O: eligible, no answer for another reason. */
  readonly other: number;
  /** U: silent, and not known whether eligible (whether it has a liaison service at all). */
  readonly unknownEligibility: number;
  /**
   * e: the share of U that is taken to be eligible, 0 to 1; say where it comes from wherever a rate is shown.
   * `not_known` until somebody states it: RR3 and RR4 are then not known either, unless U is 0.
   */
  readonly eligibleShare: number | 'not_known';
}

/** `not_known` where the source leaves out what the rate needs; never 0. */
export type Rate = number | 'not_known';

/** The six response rates of the American Association for Public Opinion Research, 0 to 1, unrounded. */
export interface AaporRates {
  readonly rr1: Rate;
  readonly rr2: Rate;
  readonly rr3: Rate;
  readonly rr4: Rate;
  readonly rr5: Rate;
  readonly rr6: Rate;
}

/**
 * RR1 to RR6 (methods D4). Odd ones count complete replies, even ones partial ones too; RR1 and RR2 keep every
 * hospital of unknown eligibility in the denominator, RR3 and RR4 the share `e` of them, RR5 and RR6 none.
 *
 * `not_known`: the even ones where partial replies are not reported; RR3 and RR4 where `e` is not known and there are
 * hospitals to apply it to; any whose denominator is empty.
 * @throws RangeError on a count that is not whole and at least 0, an `e` outside 0 to 1, or an empty frame.
 * @example aaporRates({ complete: 74, …, unknownEligibility: 105, eligibleShare: 94 / 105 }).rr3 // 0.440
 */
export function aaporRates(dispositions: Dispositions): AaporRates {
  const { complete, partial, refusal, noContact, other, unknownEligibility, eligibleShare } = dispositions;
  const seenPartial = partial === 'not_known' ? 0 : partial;
  const counts = { complete, partial: seenPartial, refusal, noContact, other, unknownEligibility };
  for (const [what, value] of Object.entries(counts)) requireCount(what, value);
  if (eligibleShare !== 'not_known' && !(eligibleShare >= 0 && eligibleShare <= 1)) {
    throw new RangeError(`the eligible share must be 0 to 1, not ${eligibleShare}`);
  }
  const eligible = complete + seenPartial + refusal + noContact + other;
  if (eligible + unknownEligibility === 0) throw new RangeError('response rate of an empty frame');

  const withPartial = partial === 'not_known' ? 'not_known' : complete + partial;
  const all = eligible + unknownEligibility;
  const estimated =
    unknownEligibility === 0
      ? eligible
      : eligibleShare === 'not_known'
        ? 'not_known'
        : eligible + eligibleShare * unknownEligibility;
  return {
    rr1: rate(complete, all),
    rr2: rate(withPartial, all),
    rr3: rate(complete, estimated),
    rr4: rate(withPartial, estimated),
    rr5: rate(complete, eligible),
    rr6: rate(withPartial, eligible),
  };
}

const rate = (part: number | 'not_known', whole: number | 'not_known'): Rate =>
  part === 'not_known' || whole === 'not_known' || whole === 0 ? 'not_known' : part / whole;

/**
 * Hospitals that answered / hospitals of the frame (methods C3, RR), 0 to 1: what the screens call response rate.
 * Like RR1, it keeps hospitals of unknown eligibility in the denominator. Hospitals in conflict have answered.
 * @throws RangeError when the frame is empty, or more hospitals answered than it has.
 * @example responseRate(74, 179) // 0.413
 */
export function responseRate(answered: number, frame: number): number {
  requireCount('answered', answered);
  requireCount('frame', frame);
  if (frame === 0) throw new RangeError('response rate of an empty frame');
  if (answered > frame) throw new RangeError(`${answered} of ${frame} hospitals answered`);
  return answered / frame;
}
