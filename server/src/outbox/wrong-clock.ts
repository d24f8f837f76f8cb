import { type EntityManager, Raw, type FindOptionsWhere, MoreThan, Not } from 'typeorm';

import { OutboxMessage } from './outbox-message.entity.js';

/** Nothing that is tried again waits longer, in milliseconds. */
const LONGEST_MS = 3_600_000;

/**
 * Messages that wait for a moment which only a wrong clock can have set: queued or tried while it ran ahead. What somebody has planned for a
 * later day is none of them: it was never tried, and was queued before its day.
 */
function whereStranded(now: string): FindOptionsWhere<OutboxMessage>[] {
  const leasedUntil = MoreThan(new Date(Date.parse(now) + LONGEST_MS).toISOString());
  const queued = { state: 'queued' as const, leasedUntil };
  return [
    { ...queued, reason: Not('') },
    { ...queued, createdAt: Raw((column) => `${column} = leased_until`) },
  ];
}

export const isAnyStranded = (manager: EntityManager, now: string): Promise<boolean> =>
  manager.existsBy(OutboxMessage, whereStranded(now));

/** Makes them due now. */
export async function takeUpStranded(manager: EntityManager, now: string): Promise<void> {
  for (const where of whereStranded(now)) await manager.update(OutboxMessage, where, { leasedUntil: now });
}
