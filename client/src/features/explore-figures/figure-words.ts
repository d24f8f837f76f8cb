import type { Breakdown } from '@liaison-atlas/shared/analysis/figures';

import { formatPercent, formatRange } from '../../lib/format.js';
import type { ShownFigure } from './shown-figures.js';

/** Breakdowns as they are offered. */
export const BREAKDOWN_WORDS: Readonly<Record<Breakdown, string>> = {
  england: 'All England',
  region: 'Region',
  icb: 'Integrated care board',
  trust_type: 'Kind of trust',
  site_type: 'Kind of site',
  stratum: 'Region and kind of site',
  ed_size: 'Size of the emergency department',
  liaison_tier: 'Tier of the liaison team',
  plan_member: 'Membership of PLAN',
  perspective: 'Who answered (perspective)',
};

/** How a row compares with England, in words; "cannot say" is the usual answer. */
export const benchmarkWords = ({ benchmark, code }: Pick<ShownFigure, 'benchmark' | 'code'>): string => {
  if (code === 'england') return 'England itself';
  switch (benchmark) {
    case 'above':
      return 'surely higher';
    case 'below':
      return 'surely lower';
    case 'cannot_say':
      return 'cannot say';
    case null:
      return 'not compared';
  }
};

/** A count, or why there is none. */
export const countWords = (count: number | null, { hidden }: Pick<ShownFigure, 'hidden'>): string =>
  count === null ? (hidden ? 'hidden' : 'not told apart') : String(count);

/** The bounds of a row in words, or why there are none. */
export const boundsWords = ({ lower, upper, hidden, countsOnly }: ShownFigure): string => {
  if (lower !== null && upper !== null) return formatRange(lower, upper);
  if (hidden) return 'hidden';
  return countsOnly ? 'counts only' : 'not given';
};

/** The share among respondents with its interval, in words, or why there is none. */
export const shareWords = ({
  amongRespondents,
  interval,
  hidden,
  countsOnly,
  dontKnow,
}: ShownFigure): string => {
  if (amongRespondents !== null)
    return interval === null
      ? formatPercent(amongRespondents)
      : `${formatPercent(amongRespondents)} (${interval.method === 'census' ? 'census' : formatRange(interval.low, interval.high)})`;
  if (hidden) return 'hidden';
  if (countsOnly) return 'counts only';
  return dontKnow === null ? 'not given' : 'nobody answered';
};

/** The share among those who know, with its interval, in words, or why there is none. */
export const knownShareWords = ({
  amongThoseWhoKnow,
  knownInterval,
  yes,
  no,
  hidden,
  countsOnly,
  dontKnow,
}: ShownFigure): string => {
  if (amongThoseWhoKnow !== null && yes !== null && no !== null)
    return `${formatPercent(amongThoseWhoKnow)} of ${yes + no}${knownInterval === null ? '' : ` (${formatRange(knownInterval.low, knownInterval.high)})`}`;
  if (hidden) return 'hidden';
  if (countsOnly) return 'counts only';
  return dontKnow === null ? 'not given' : 'nobody knew';
};

/** A chance as it is quoted: never "0". */
export const chanceWords = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);
