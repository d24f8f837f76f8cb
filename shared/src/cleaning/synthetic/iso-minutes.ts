const MINUTES_A_DAY = 24 * 60;
const FORMAT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/**
 * The moment a number of whole minutes before another, both ISO 8601 UTC; seconds become 00. Calendar arithmetic
 * (proleptic Gregorian, days counted from 1 March 2000) and not `Date`, so that this module knows no clock.
 * @throws RangeError when the text is not such a moment.
 * @example minutesBefore('2026-03-01T00:00:00Z', 1) // → '2026-02-28T23:59:00Z'
 */
export function minutesBefore(moment: string, minutes: number): string {
  const parts = FORMAT.exec(moment);
  if (parts === null || !moment.endsWith('Z')) throw new RangeError(`not a moment in UTC: ${moment}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  const total = daysSinceMarch2000(year, month, day) * MINUTES_A_DAY + hour * 60 + minute - minutes;
  const days = Math.floor(total / MINUTES_A_DAY);
  const rest = total - days * MINUTES_A_DAY;
  return `${dateOf(days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00Z`;
}

/** Years begin in March, so that the leap day is the last of its year. */
function daysSinceMarch2000(year: number, month: number, day: number): number {
  const marchYear = (month > 2 ? year : year - 1) - 2000;
  const marchMonth = (month + 9) % 12;
  return (
    365 * marchYear +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * marchMonth + 2) / 5) +
    day -
    1
  );
}

function dateOf(days: number): string {
  let marchYear = Math.floor(days / 365.2425);
  while (daysSinceMarch2000(2000 + marchYear, 3, 1) > days) marchYear -= 1;
  while (daysSinceMarch2000(2001 + marchYear, 3, 1) <= days) marchYear += 1;
  const dayOfYear = days - daysSinceMarch2000(2000 + marchYear, 3, 1);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return `${2000 + marchYear + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
