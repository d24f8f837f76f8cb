import { countOf } from '../../lib/format.js';
import type { ShownFigure } from './shown-figures.js';

/**
 * The shares of a row as divisions of its counts, so that a reader can do them again: the bounds are over all hospitals
 * (the upper one counts everybody who did not say no), the share among respondents over those that answered.
 * Shares that are not given, or rest on hidden counts, are left out.
 */
export function shareSums({
  yes,
  no,
  dontKnow,
  frame,
  lower,
  upper,
  amongRespondents,
  amongThoseWhoKnow,
}: Pick<
  ShownFigure,
  'yes' | 'no' | 'dontKnow' | 'frame' | 'lower' | 'upper' | 'amongRespondents' | 'amongThoseWhoKnow'
>): readonly string[] {
  if (yes === null || no === null) return [];
  return [
    ...(lower === null || upper === null
      ? []
      : [
          `Between: at least ${yes} and at most ${frame - no} of ${countOf(frame, 'hospital')}; the upper bound counts all that did not say no.`,
        ]),
    ...(amongRespondents === null || dontKnow === null
      ? []
      : [
          `Among respondents: ${yes} of ${yes + no + dontKnow}, which are those that said yes, no or don’t know.`,
        ]),
    ...(amongThoseWhoKnow === null
      ? []
      : [
          `Among those who know: ${yes} of ${yes + no}, without those that said don’t know; its interval is Wilson’s without correction for the size of the frame, because nobody knows how many hospitals would have known.`,
        ]),
  ];
}
