import { Between, type EntityManager } from 'typeorm';

import type { Round } from '../fieldwork/round.entity.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';

/** Beyond this many events it is cheaper to read the round. */
const MOST_EVENTS = 20_000;

/** What happens to a round and leaves every form as it counts. */
const HARMLESS: ReadonlySet<string> = new Set([
  'cleaning.frozen',
  'cleaning.reopened',
  'response.unsent-erased',
]);

/** What changes whom a round can be about; rare enough to look at everything again. */
const FRAMES: ReadonlySet<string> = new Set(['sampling_frame', 'reference_source']);

/**
 * The forms, of whatever round, that something happened to between two places of the audit chain; undefined = something
 * happened that can concern all forms of this round. What was only saved has not been sent, and counts nowhere.
 */
export async function changedForms(
  manager: EntityManager,
  { id }: Pick<Round, 'id'>,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly string[] | undefined> {
  if (upTo - after > MOST_EVENTS) return undefined;
  const events = await manager.find(AuditEvent, {
    where: { seq: Between(after + 1, upTo) },
    select: { seq: true, action: true, entity: true, entityId: true },
  });
  const concernsAll = events.some(
    ({ entity, entityId, action }) =>
      FRAMES.has(entity) || (entity === 'round' && entityId === id && !HARMLESS.has(action)),
  );
  if (concernsAll) return undefined;
  const changed = events.filter(({ entity, action }) => entity === 'response' && action !== 'response.saved');
  return [...new Set(changed.map(({ entityId }) => entityId))];
}
