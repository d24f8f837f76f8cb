import type { IndicatorResult } from '../analysis/indicator-result.js';
import type { ReleaseStatus } from './release-chain.js';
import type { PublishedHospital, ReleaseDocument } from './release.js';

/** How a hospital stands in one release. */
export type PublishedStand = Pick<PublishedHospital, 'category' | 'label' | 'score'>;

/** A hospital of which two releases publish different things. */
export interface HospitalChange {
  readonly odsCode: string;
  readonly name: string;
  /** It came into the frame, went out of it, or the releases say different things of it. */
  readonly what: 'came_in' | 'went_out' | 'changed';
  /** null = it came in; or it went out, and what had been said of it is not repeated. */
  readonly before: PublishedStand | null;
  /** null = it went out. */
  readonly after: PublishedStand | null;
}

/** A figure of which two releases publish different values; null = that release has none. */
export interface IndicatorChange {
  readonly id: string;
  readonly before: IndicatorResult | null;
  readonly after: IndicatorResult | null;
}

/** What two releases of one round publish differently: values side by side, never their difference (methods C3). */
export interface ReleaseChange {
  readonly indicators: readonly IndicatorChange[];
  /** Hospital records in the figures. */
  readonly analysed: { readonly before: number; readonly after: number };
  /** In the order of the later release; those that went out come last. */
  readonly hospitals: readonly HospitalChange[];
  /**
   * Hospitals of which the later release no longer says an answer, a silence or a score that the earlier one said. They are not
   * listed: a list would hold up what has just been taken back.
   */
  readonly noLongerNamed: number;
}

type Compared = Pick<ReleaseDocument, 'indicators' | 'forms' | 'hospitals'>;

/**
 * What changed between two releases of a round, for everybody. It is made from the two published documents and nothing
 * else, and of a hospital it says no more than the later one still does: a name that is withheld by now is only counted.
 */
export function changeSinceRelease(before: Compared, after: Compared): ReleaseChange {
  const ids = [...new Set([...before.indicators, ...after.indicators].map(({ id }) => id))];
  return {
    indicators: ids
      .map((id) => ({
        id,
        before: before.indicators.find((one) => one.id === id) ?? null,
        after: after.indicators.find((one) => one.id === id) ?? null,
      }))
      .filter((one) => !sameFigure(one.before, one.after)),
    analysed: { before: before.forms.analysed, after: after.forms.analysed },
    ...hospitalChanges(before.hospitals, after.hospitals),
  };
}

/** The part on hospitals; needs of them only what is compared. */
export function hospitalChanges(
  before: readonly (PublishedStand & { readonly odsCode: string; readonly name: string })[],
  after: typeof before,
): Pick<ReleaseChange, 'hospitals' | 'noLongerNamed'> {
  const was = new Map(before.map((hospital) => [hospital.odsCode, hospital]));
  const now = new Set(after.map(({ odsCode }) => odsCode));
  const changed = after.flatMap((hospital): (HospitalChange | null)[] => {
    const earlier = was.get(hospital.odsCode);
    const { odsCode, name } = hospital;
    if (earlier === undefined)
      return [{ odsCode, name, what: 'came_in', before: null, after: stand(hospital) }];
    if (sameStand(earlier, hospital)) return [];
    return [
      isHeldNow(earlier, hospital)
        ? null
        : { odsCode, name, what: 'changed', before: stand(earlier), after: stand(hospital) },
    ];
  });
  // A hospital that left the frame is not in the later release at all: what it had said is not repeated.
  const gone = before
    .filter(({ odsCode }) => !now.has(odsCode))
    .map(({ odsCode, name }): HospitalChange => ({
      odsCode,
      name,
      what: 'went_out',
      before: null,
      after: null,
    }));
  const listed = changed.filter((one) => one !== null);
  return { hospitals: [...listed, ...gone], noLongerNamed: changed.length - listed.length };
}

/** The later release withholds what the earlier one said of the hospital, or its score. */
const isHeldNow = (before: PublishedStand, after: PublishedStand): boolean =>
  after.category === 'NP' || (after.category === 'GP' && before.score !== null);

const stand = ({ category, label, score }: PublishedStand): PublishedStand => ({ category, label, score });

const sameStand = (a: PublishedStand, b: PublishedStand): boolean =>
  a.category === b.category && a.label === b.label && a.score === b.score;

const FIGURE = ['yes', 'no', 'dontKnow', 'notKnown', 'frame'] as const;
/** Counts decide: every share, bound and interval follows from them. */
const sameFigure = (a: IndicatorResult | null, b: IndicatorResult | null): boolean =>
  a !== null && b !== null && FIGURE.every((count) => a[count] === b[count]);

/**
 * The release that another is to be held against: the one that it replaces, else the newest before it. What was
 * withdrawn is never shown again, so it is passed over; null = there is none.
 */
export function releaseToHoldAgainst(chain: readonly ReleaseStatus[], number: number): number | null {
  const earlier = chain.filter((one) => one.number < number && one.withdrawn === null);
  const replaces = chain.find((one) => one.number === number)?.replaces ?? null;
  return (
    earlier.find((one) => one.number === replaces)?.number ??
    earlier.toSorted((a, b) => a.number - b.number).at(-1)?.number ??
    null
  );
}
