import { parseShare, shareWords } from '@liaison-atlas/shared/analysis/parse-share';
import { type RationalShare, repliesStillNeeded } from '@liaison-atlas/shared/analysis/threshold';

import type { Threshold } from './explore-state.js';
import type { ShownFigure } from './shown-figures.js';

const shareOf = (threshold: Threshold): RationalShare => {
  const parsed = parseShare(threshold, 'threshold');
  if ('problem' in parsed) throw new RangeError(`${threshold} is no share`);
  return parsed.share;
};

/** The threshold as it is offered: "50% of hospitals". */
export const thresholdWords = (threshold: Threshold): string =>
  `${shareWords(shareOf(threshold))} of hospitals`;

/**
 * How many more hospitals would have to say yes or no before it is known whether the share is reached (methods C3);
 * nothing for groups of which no shares are given.
 */
export function neededWords(
  { yes, no, frame, countsOnly, hidden }: ShownFigure,
  threshold: Threshold,
): string {
  if (hidden || yes === null || no === null) return 'hidden';
  if (countsOnly) return 'counts only';
  const share = shareOf(threshold);
  const { verdict, atLeast, atMost } = repliesStillNeeded({ yes, no, frame }, share);
  switch (verdict) {
    case 'surely_at_least':
      return `none: surely ${shareWords(share)} or more`;
    case 'surely_below':
      return `none: surely below ${shareWords(share)}`;
    case 'cannot_say':
      return atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
  }
}
