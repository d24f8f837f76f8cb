/** So many whole days before a moment (ISO 8601 UTC). @example daysBefore('2026-03-01T08:00:00.000Z', 1) // → '2026-02-28T08:00:00.000Z' */
export const daysBefore = (moment: string, days: number): string =>
  new Date(Date.parse(moment) - days * 86_400_000).toISOString();
