import type { Tally } from './indicator-result.js';

/**
 * Share of the frame for which a yes or a no is known (methods C3, K), 0 to 1. "I don't know" is an answer but
 * leaves the hospital unknown. The bounds of coverage are exactly 1 − K apart.
 * @throws RangeError when the frame is empty.
 */
export function knownShare({ yes, no, frame }: Pick<Tally, 'yes' | 'no' | 'frame'>): number {
  if (frame === 0) throw new RangeError('known share of an empty frame');
  return (yes + no) / frame;
}
