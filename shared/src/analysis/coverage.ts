import type { Tally } from './indicator-result.js';

/** A share of a frame as the two extremes that silence leaves open. Proportions, 0 to 1, unrounded. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Worst-case bounds on the share of hospitals that have a thing, with nothing assumed about those who did not
 * say (methods C3). Lower: everyone unknown has it not. Upper: everyone unknown, "I don't know" included, has it.
 * @throws RangeError when the frame is empty: an area without hospitals has no coverage.
 * @example coverageBounds({ yes: 3, no: 62, frame: 179 }) // { lower: 0.0168, upper: 0.6536 }
 */
export function coverageBounds({ yes, no, frame }: Pick<Tally, 'yes' | 'no' | 'frame'>): Bounds {
  if (frame === 0) throw new RangeError('coverage of an empty frame');
  return { lower: yes / frame, upper: 1 - no / frame };
}

/**
 * The mirror of coverage: bounds on the share of hospitals that have the thing **not** (methods C3).
 * @throws RangeError when the frame is empty.
 * @example absenceBounds({ yes: 31, no: 18, frame: 179 }) // { lower: 0.1006, upper: 0.8268 }
 */
export const absenceBounds = ({ yes, no, frame }: Pick<Tally, 'yes' | 'no' | 'frame'>): Bounds =>
  coverageBounds({ yes: no, no: yes, frame });
