import { type EntityManager, MoreThan } from 'typeorm';

import type { Round } from '../fieldwork/round.entity.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';

/** Beyond this many events it is cheaper to read the round. */
const MOST_EVENTS = 20_000;

/** What happens to a round and leaves every form as it counts. */
const HARMLESS: ReadonlySet<string> = new Set([
  'cleaning.frozen',
  'cleaning.reopened',
  'response.unsent-erased',
  'report.saved',
  'report.restored',
  'reply.period-opened',
  'release.signed-off',
  'release.sign-offs-set',
]);

/** What changes whom a round can be about; rare enough to look at everything again. */
const FRAMES: ReadonlySet<string> = new Set(['sampling_frame', 'reference_source']);

/** What happened since a place of the audit chain. */
export interface Happened {
  /** Place of the last event; the place asked about where there is none. */
  readonly upTo: number;
  /** The forms, of whatever round, that something happened to; undefined = it can concern all forms of this round. */
  readonly forms: readonly string[] | undefined;
}

/** Reads on in the audit chain. What was only saved has not been sent, and counts nowhere. */
export async function changedForms(
  manager: EntityManager,
  { id }: Pick<Round, 'id'>,
  after: number,
): Promise<Happened> {
  const events = await manager.find(AuditEvent, {
    where: { seq: MoreThan(after) },
    select: { seq: true, action: true, entity: true, entityId: true },
    order: { seq: 'ASC' },
    take: MOST_EVENTS + 1,
  });
  const upTo = events.at(-1)?.seq ?? after;
  const concernsAll = events.some(
    ({ entity, entityId, action }) =>
      FRAMES.has(entity) || (entity === 'round' && entityId === id && !HARMLESS.has(action)),
  );
  if (concernsAll || events.length > MOST_EVENTS) return { upTo, forms: undefined };
  const changed = events.filter(({ entity, action }) => entity === 'response' && action !== 'response.saved');
  return { upTo, forms: [...new Set(changed.map(({ entityId }) => entityId))] };
}
