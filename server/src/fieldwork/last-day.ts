import type { Round } from './round.entity.js';

const YEAR_MS = 366 * 86_400_000;

/**
 * Until when a link that is made now is good: a year after the round has taken its last answer, so that a receipt can be
 * read and answers can be taken back. A round without dates: a year from now.
 */
export function lastDayOf(
  { closesAt, correctionsUntil }: Pick<Round, 'closesAt' | 'correctionsUntil'>,
  now: string,
): string {
  const last = [now, closesAt ?? '', correctionsUntil ?? ''].sort().at(-1) ?? now;
  // Years beyond 9999 would not sort as text.
  const end = Math.min(Date.parse(last) + YEAR_MS, Date.parse('9999-12-31T00:00:00.000Z'));
  return new Date(end).toISOString();
}
