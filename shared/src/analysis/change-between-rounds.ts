import type { Position } from '../cleaning/analysis-dataset.js';
import type { Comparability } from '../instrument/instrument.js';
import { mcnemarExact, pairedDifference } from './mcnemar.js';
import type { Limits } from './wilson.js';

/** States between which a hospital can move. `not_known`: skipped, not asked or in conflict. */
export const CHANGE_STATES = ['yes', 'no', 'dont_know', 'not_known'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Where a site stood in a round. `site` is the id that stays with it through new names, codes and trusts. */
export interface SitePosition {
  readonly site: string;
  readonly odsCode: string;
  readonly position: Position;
}

/**
 * Whether two rounds may be set side by side on a question: the verdict on the variable between two versions, `same`
 * where it is one version, and `no_verdict` where nobody has judged it.
 */
export type ChangeVerdict = Comparability['verdict'] | 'no_verdict';

/** What became of the hospitals that answered in both of two rounds (methods D6.8). */
export interface RoundChange {
  readonly verdict: ChangeVerdict;
  /** False where the verdict forbids a comparison; every number below is then null or empty. */
  readonly comparable: boolean;
  /** Hospitals that answered in both rounds. */
  readonly matched: number;
  /** From (row) and to (column), each in the order of `CHANGE_STATES`. */
  readonly transitions: readonly (readonly number[])[];
  /** Matched hospitals that said yes or no in both rounds: m of the test. */
  readonly knownInBoth: number;
  /** no → yes and yes → no among them. */
  readonly gained: number;
  readonly lost: number;
  /** Exact McNemar; null where none knew in both. */
  readonly p: number | null;
  /** (gained − lost) / m; null where none knew in both. */
  readonly difference: ({ readonly difference: number } & Limits) | null;
  /** Answered in the first round only, and are still in the frame of the second; by their codes there. */
  readonly droppedOut: readonly string[];
  /** Answered in the first round, and are not in the frame of the second. */
  readonly leftFrame: readonly string[];
  /** Answered in the second round only. */
  readonly joined: readonly string[];
}

/**
 * Change of one indicator between two rounds, on matched hospitals only: the shares of two different sets of
 * responders are never subtracted from each other, and no function here gives that difference.
 *
 * A hospital matches itself by site, so that a new trust or a new code breaks no pair. A verdict of `not_comparable`,
 * `new` or none at all forbids the comparison; `minor_wording` allows it, to be said beside it.
 * @throws RangeError when a site stands in a round twice
 */
export function changeBetweenRounds(
  from: readonly SitePosition[],
  to: readonly SitePosition[],
  verdict: ChangeVerdict,
): RoundChange {
  const [first, second] = [bySite(from), bySite(to)];
  const comparable = verdict === 'same' || verdict === 'minor_wording';
  const pairs = [...first.values()].flatMap((before) => {
    const after = second.get(before.site);
    return after === undefined || !hasAnswered(before) || !hasAnswered(after) ? [] : [{ before, after }];
  });
  const counts = CHANGE_STATES.map((was) =>
    CHANGE_STATES.map(
      (is) =>
        pairs.filter(
          ({ before, after }) => changeState(before.position) === was && changeState(after.position) === is,
        ).length,
    ),
  );
  const cell = (was: ChangeState, is: ChangeState): number =>
    counts[CHANGE_STATES.indexOf(was)]?.[CHANGE_STATES.indexOf(is)] ?? 0;
  const [gained, lost] = comparable ? [cell('no', 'yes'), cell('yes', 'no')] : [0, 0];
  const knownInBoth = comparable ? gained + lost + cell('yes', 'yes') + cell('no', 'no') : 0;
  const onlyFirst = [...first.values()].filter(
    (one) => hasAnswered(one) && !hasAnswered(second.get(one.site)),
  );
  return {
    verdict,
    comparable,
    matched: pairs.length,
    transitions: comparable ? counts : [],
    knownInBoth,
    gained,
    lost,
    p: knownInBoth === 0 ? null : mcnemarExact(gained, lost),
    difference: knownInBoth === 0 ? null : pairedDifference(gained, lost, knownInBoth),
    droppedOut: onlyFirst.flatMap(({ site }) => second.get(site)?.odsCode ?? []),
    leftFrame: onlyFirst.filter(({ site }) => !second.has(site)).map(({ odsCode }) => odsCode),
    joined: [...second.values()]
      .filter((one) => hasAnswered(one) && !hasAnswered(first.get(one.site)))
      .map(({ odsCode }) => odsCode),
  };
}

const hasAnswered = (one: SitePosition | undefined): boolean =>
  one !== undefined && one.position !== 'no_reply';

/** The state of a hospital that answered; what is neither yes, no nor "I don't know" is not known. */
export const changeState = (position: Position): ChangeState =>
  position === 'yes' || position === 'no' || position === 'dont_know' ? position : 'not_known';

function bySite(positions: readonly SitePosition[]): ReadonlyMap<string, SitePosition> {
  const sites = new Map(positions.map((one) => [one.site, one]));
  if (sites.size !== positions.length) throw new RangeError('a hospital stands in a round more than once');
  return sites;
}
