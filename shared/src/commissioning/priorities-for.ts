import type { LadderCode } from '../analysis/ladder-code.js';
import { PRIORITY_AREAS, type PriorityArea } from './priority-areas.js';

/** Why the case studies of an area of the report may help with a situation. */
export interface SuggestedPriority {
  readonly area: PriorityArea;
  readonly reason: string;
}

const NO_PROVISION: readonly LadderCode[] = ['G0'];
const NO_IN_REACH: readonly LadderCode[] = ['G1', 'G01'];
const WEAK: readonly LadderCode[] = ['G2'];

/**
 * Which priority areas to look at for hospitals with these public codes. Nothing is suggested for what is not known or
 * not published: an empty list says that nothing is *reported* absent or weak, not that nothing is.
 */
export function prioritiesFor(codes: readonly LadderCode[]): readonly SuggestedPriority[] {
  const has = (wanted: readonly LadderCode[]): boolean => codes.some((code) => wanted.includes(code));
  const reasons = new Map<number, string>();
  const suggest = (number: number, reason: string): void => {
    if (!reasons.has(number)) reasons.set(number, reason);
  };
  if (has(NO_PROVISION)) {
    suggest(3, 'no IAPT provision for MUS is reported at a hospital');
    suggest(5, 'no IAPT provision for long-term conditions is reported at a hospital');
  }
  if (has(NO_IN_REACH)) suggest(7, 'no in-reach is reported at a hospital');
  if (has(WEAK)) suggest(7, 'in-reach is reported as poorly integrated at a hospital');
  if (has([...NO_IN_REACH, ...WEAK])) suggest(5, 'next after mental health in acute hospitals');
  return [...reasons].flatMap(([number, reason]) => {
    const area = PRIORITY_AREAS.find((one) => one.number === number);
    return area === undefined ? [] : [{ area, reason }];
  });
}
