import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

/**
 * A date of a round as ISO 8601 UTC, or null for ''. A day alone stands for its first or its last moment in UTC: a
 * round that closes on a day takes answers all that day. Days that no calendar has are refused, as are years out of
 * 2000 to 2100, in which a slip of the finger ends.
 */
export function parseMoment(
  text: string,
  field: string,
  dayMeans: 'first moment' | 'last moment',
): Result<string | null, Problem> {
  const raw = text.trim();
  if (raw === '') return accept(null);
  const full = DAY.test(raw) ? `${raw}T${dayMeans === 'first moment' ? '00:00:00' : '23:59:59'}Z` : raw;
  const time = INSTANT.test(full) ? Date.parse(full) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== full.slice(0, 10))
    return refuse({
      code: 'NOT_A_DATE',
      field,
      message: 'This is not a date.',
      mend: 'Choose a day of the calendar, such as 2027-05-31.',
    });
  const year = Number(full.slice(0, 4));
  if (year < 2000 || year > 2100)
    return refuse({
      code: 'DATE_OUT_OF_RANGE',
      field,
      message: `The year ${year} is not in this survey's time.`,
      mend: 'Choose a year from 2000 to 2100.',
    });
  return accept(new Date(time).toISOString());
}

/** The same moment a year on; 29 February becomes 28 February. null = not set, then and now. */
export function aYearOn(moment: string | null): string | null {
  if (moment === null) return null;
  const year = Number(moment.slice(0, 4)) + 1;
  const rest = moment.slice(4);
  return year > 2100
    ? moment
    : `${year}${rest.startsWith('-02-29') ? rest.replace('-02-29', '-02-28') : rest}`;
}
