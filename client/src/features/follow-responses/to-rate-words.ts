import { formatPercent } from '../../lib/format.js';
import type { ShownArea } from './follow-responses.graphql.js';

/** Below so many hospitals no percentage is shown, only the counts beside it (methods C3). */
export const LEAST_FOR_PERCENT = 5;

/** A response rate of an area in words; a rate that nobody can know is never 0%. */
export function toRateWords(rate: number | null, { frame }: Pick<ShownArea, 'frame'>): string {
  if (rate === null) return 'not known';
  return frame < LEAST_FOR_PERCENT ? 'counts only' : formatPercent(rate);
}
