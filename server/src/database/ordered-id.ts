import { randomUUID } from 'node:crypto';

/**
 * An id that grows with time (UUID version 7: 48 bits of milliseconds, then chance). For rows that are only ever
 * added: in a large table they land side by side at the end of the index instead of each on a page of its own. Not
 * for anything whose moment should stay unknown to those who see the id.
 *
 * @param now ISO 8601 moment, from the clock of the unit that writes the row
 */
export function newOrderedId(now: string): string {
  const time = Date.parse(now).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
