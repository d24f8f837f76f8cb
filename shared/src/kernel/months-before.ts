/**
 * The same time of day so many months before a moment (ISO 8601 UTC); where the month has no such day, its last one.
 * @example monthsBefore('2026-05-31T08:00:00.000Z', 3) // → '2026-02-28T08:00:00.000Z'
 */
export function monthsBefore(moment: string, months: number): string {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}
