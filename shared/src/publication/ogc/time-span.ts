import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';

/** A stretch of time, both ends included, in milliseconds since 1970; an open end is infinite. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** RFC 3339: a day, or a moment with its distance from UTC. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

const wrong = (message: string): { readonly ok: false; readonly problems: readonly Problem[] } =>
  refuse({
    code: 'BAD_INPUT',
    field: 'datetime',
    message,
    mend: 'Give a moment or a period, for example datetime=2017-12-01/2018-01-31; .. leaves an end open.',
  });

/** Reads `datetime` of OGC API Features: a moment, or two with a slash between; `..` or nothing is an open end. */
export function parseTimeSpan(text: string): Result<TimeSpan, Problem> {
  const parts = text.split('/').map((part) => part.trim());
  const [first = '', second = first] = parts;
  if (parts.length > 2) return wrong('A period has one slash.');
  if (parts.length === 1 && isOpen(first)) return wrong('A moment is needed.');
  if (isOpen(first) && isOpen(second)) return wrong('A period has at least one end.');
  const from = isOpen(first) ? -Infinity : begins(first);
  const to = isOpen(second) ? Infinity : ends(second);
  if (Number.isNaN(from) || Number.isNaN(to)) return wrong('A time is not written as in RFC 3339.');
  if (from > to) return wrong('The period ends before it begins.');
  return accept({ from, to });
}

/** Whether two spans share a moment; what has no time of its own (null) is never left out by time. */
export const overlaps = (own: TimeSpan | null, asked: TimeSpan): boolean =>
  own === null || (own.from <= asked.to && own.to >= asked.from);

const isOpen = (text: string): boolean => text === '' || text === '..';

function begins(text: string): number {
  if (DAY.test(text)) return dayAt(text);
  return MOMENT.test(text) && !Number.isNaN(dayAt(text.slice(0, 10))) ? Date.parse(text.toUpperCase()) : NaN;
}

const ends = (text: string): number => (DAY.test(text) ? begins(text) + DAY_MS - 1 : begins(text));

/** A day that the calendar lacks, such as 30 February, is none. */
function dayAt(text: string): number {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? NaN : at;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const IN_WORDS = new RegExp(`^(${MONTHS.join('|')}) (\\d{4}) to (${MONTHS.join('|')}) (\\d{4})$`);

/**
 * The time that answers describe, from the words of `asAt`: a moment (`2026-10-01T00:00:00.000Z`), months (`December
 * 2017 to January 2018`) or a year (`2016`). null = the words give no time that can be compared, so none is invented.
 */
export function timeSpanOf(asAt: string): TimeSpan | null {
  if (DAY.test(asAt) || MOMENT.test(asAt)) {
    const span = parseTimeSpan(asAt);
    return span.ok ? span.value : null;
  }
  if (/^\d{4}$/.test(asAt)) return monthsFrom(Number(asAt), 0, Number(asAt), 11);
  const [, first = '', firstYear, last = '', lastYear] = IN_WORDS.exec(asAt) ?? [];
  if (firstYear === undefined) return null;
  return monthsFrom(Number(firstYear), MONTHS.indexOf(first), Number(lastYear), MONTHS.indexOf(last));
}

const monthsFrom = (year: number, month: number, lastYear: number, lastMonth: number): TimeSpan => ({
  from: Date.UTC(year, month, 1),
  to: Date.UTC(lastYear, lastMonth + 1, 1) - 1,
});
