import type { Position } from '../cleaning/analysis-dataset.js';
import type { Tally } from './indicator-result.js';
import { requireCount } from './require-count.js';

/** The counts a source states; what it leaves open follows from the frame. */
export type StatedCounts = Omit<Tally, 'notKnown'>;

/**
 * A tally from stated counts, e.g. the published 31 / 18 / 25 of 179: every other hospital of the frame is not
 * known, whatever the reason (no reply, skipped, not asked, conflict).
 * @throws RangeError on a count that is not whole and at least 0, or more answers than the frame has hospitals.
 */
export function tallyOf({ yes, no, dontKnow, frame }: StatedCounts): Tally {
  for (const [what, value] of Object.entries({ yes, no, dontKnow, frame })) requireCount(what, value);
  const notKnown = frame - yes - no - dontKnow;
  if (notKnown < 0) {
    throw new RangeError(`${yes + no + dontKnow} answers in a frame of ${frame} hospitals`);
  }
  return { yes, no, dontKnow, notKnown, frame };
}

/**
 * Counts hospitals by their position on one question (methods C3). A conflict is in neither "yes" nor "no";
 * silence, conflict, skipped and not asked are all `notKnown`; only a chosen "I don't know" is `dontKnow`.
 *
 * @param frame hospitals of the frame: at least as many as positions; the rest, if any, are not known (the
 *   2017-18 round declares 179 hospitals and lists 175).
 * @throws RangeError when there are more positions than hospitals in the frame.
 */
export function tallyPositions(positions: readonly Position[], frame: number): Tally {
  if (positions.length > frame) {
    throw new RangeError(`${positions.length} positions in a frame of ${frame} hospitals`);
  }
  const count = (wanted: Position): number => positions.filter((position) => position === wanted).length;
  return tallyOf({ yes: count('yes'), no: count('no'), dontKnow: count('dont_know'), frame });
}
