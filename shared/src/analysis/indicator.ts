import { coverageBounds } from './coverage.js';
import type { IndicatorId, IndicatorResult, Tally } from './indicator-result.js';
import { proportionInterval } from './interval.js';
import { amongRespondents, amongThoseWhoKnow } from './respondent-shares.js';
import { tallyOf } from './tally.js';
import { wilson } from './wilson.js';

/**
 * Everything published about one indicator over one frame, from its counts (methods C3): bounds first, since they
 * assume nothing; shares among respondents with their intervals beside them. All proportions 0 to 1, unrounded.
 *
 * Shares and intervals are null where nobody answered (or nobody knew): not 0, because nothing is known.
 * @throws RangeError on an empty frame, or counts that do not add up to it.
 */
export function indicatorResult<Id extends string = IndicatorId>(id: Id, tally: Tally): IndicatorResult<Id> {
  const { yes, no, dontKnow, notKnown, frame } = tallyOf(tally);
  if (notKnown !== tally.notKnown) {
    throw new RangeError(`not known must be ${notKnown} of ${frame} hospitals, not ${tally.notKnown}`);
  }
  const answered = yes + no + dontKnow;
  const knowing = yes + no;
  return {
    id,
    yes,
    no,
    dontKnow,
    notKnown,
    frame,
    ...coverageBounds(tally),
    amongRespondents: amongRespondents(tally),
    amongThoseWhoKnow: amongThoseWhoKnow(tally),
    interval: answered === 0 ? null : proportionInterval({ x: yes, n: answered, frame }),
    knownInterval: knowing === 0 ? null : wilson({ x: yes, n: knowing }),
  };
}
