import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A proportion from 0 to 1 as a percentage with one decimal, the way the methods page quotes it: 0.419 → "41.9%". */
export const formatPercent = (proportion: number): string => `${(proportion * 100).toFixed(1)}%`;

/** A proportion from 0 to 1 as a whole percentage, the way the 2018 report prints it: 0.419 → "42%". */
export const formatWholePercent = (proportion: number): string => `${Math.round(proportion * 100)}%`;

/** Two proportions as a range: "17.3% to 89.9%". */
export const formatRange = (low: number, high: number): string =>
  `${formatPercent(low)} to ${formatPercent(high)}`;

/** A count, or "not published" where the source gives none: never 0 for an unknown count. */
export const formatCount = (count: number | null | undefined): string =>
  count == null ? 'not published' : count.toLocaleString('en-GB');

/** A moment in words, in UTC; text that is no ISO time stays as it is. */
export const formatMoment = (time: string): string =>
  /T\d/.test(time) && !Number.isNaN(Date.parse(time))
    ? `${MOMENT.format(new Date(time))} UTC`
    : dayInWords(time);

/** "1 hospital", "2 hospitals". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
