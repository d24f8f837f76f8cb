import type { Tally } from './indicator-result.js';

/**
 * Share of respondents that chose "I don't know" (methods C3, A), 0 to 1; null when nobody answered.
 *
 * That a liaison team does not know what its IAPT service offers says something about integration in itself:
 * 25 of 74 on provision and 9 of 74 on in-reach in 2018. It is a statement about knowledge, not about care.
 */
export function awarenessGap({ yes, no, dontKnow }: Pick<Tally, 'yes' | 'no' | 'dontKnow'>): number | null {
  const answered = yes + no + dontKnow;
  return answered === 0 ? null : dontKnow / answered;
}
