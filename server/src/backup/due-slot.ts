const DAY_MS = 86_400_000;

/**
 * The last time at which a backup was due: today's or yesterday's `at`. One that fell into a time when nothing ran is
 * due until it is made.
 * @param now ISO 8601 UTC
 * @param at time of day, UTC, as `02:30`
 */
export function dueSlot(now: string, at: string): string {
  const today = `${now.slice(0, 10)}T${at}:00.000Z`;
  return today <= now ? today : new Date(Date.parse(today) - DAY_MS).toISOString();
}
