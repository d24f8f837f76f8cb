import type { HospitalRecord, Perspective, Position } from '../cleaning/analysis-dataset.js';
import type { ClosedPosition } from '../cleaning/closed-position.js';
import { positionOn } from './dataset-indicators.js';
import type { AnyIndicator } from './instrument-indicators.js';

/**
 * Where a hospital stands on an indicator: `yes` where it gave the option that counts, `no` where it gave another. A
 * record without the question is `not_asked`; one without a form `no_reply`. Never turned into "no" (methods C1).
 *
 * Where the dataset has the closed questions of the questionnaire they are read, else the built-in items.
 */
export function indicatorPosition(
  record: Pick<HospitalRecord, 'forms' | 'items' | 'closed'>,
  { item, counts }: Pick<AnyIndicator, 'item' | 'counts'>,
): Position {
  if (record.forms === 0) return 'no_reply';
  const closed = record.closed?.[item];
  return closed === undefined ? positionOn(record, item) : toPosition(closed.position, counts);
}

/** The same as one perspective sees it; `no_reply` where nobody of that perspective answered for the hospital. */
export function perspectivePosition(
  { closed }: Pick<HospitalRecord, 'closed'>,
  { item, counts }: Pick<AnyIndicator, 'item' | 'counts'>,
  perspective: Perspective,
): Position {
  const view = closed?.[item]?.views[perspective];
  return view === undefined ? 'no_reply' : toPosition(view.position, counts);
}

function toPosition(position: ClosedPosition, counts: string): Position {
  if ('missing' in position) return position.missing;
  return position.given === counts ? 'yes' : 'no';
}
