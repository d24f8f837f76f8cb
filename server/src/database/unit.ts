import type { EntityManager, QueryRunner } from 'typeorm';

import { type AuditDetail, AuditEvent } from '../platform/audit/audit-event.entity.js';
import { newOrderedId } from './ordered-id.js';
import { insertRows } from './row-statements.js';

/** Who does something: a pseudonym, never a name or an address. */
export interface UnitActor {
  readonly id: string;
}

/** What a piece of writing may use: all of it is stored together, or none of it. */
export interface Unit {
  /** Writes and reads inside the unit. Throws once the unit has ended, so that nothing is stored after a refusal. */
  readonly manager: EntityManager;
  /** Writes the audit event of this unit; one per mutation. */
  readonly audit: (action: string, entity: string, entityId: string, detail?: AuditDetail) => Promise<void>;
  /** Marks a topic (a round) as changed: answers prepared before are stale once this unit is on disk. */
  readonly touch: (topic: string) => void;
}

/** A unit while it runs, with what its owner needs to end it. */
export interface OpenUnit extends Unit {
  readonly touched: ReadonlySet<string>;
  end(): void;
}

/** A late `transaction` would begin with a savepoint of its own in the middle of somebody else's unit. */
const TOUCHES_DATABASE: ReadonlySet<string | symbol> = new Set([
  'query',
  'startTransaction',
  'commitTransaction',
  'rollbackTransaction',
]);

/** Opens a unit over a runner whose transaction or savepoint has begun. */
export function openUnit(runner: QueryRunner, actor: UnitActor, now: string): OpenUnit {
  let ended = false;
  const guarded = new Proxy(runner, {
    get(target, property) {
      if (ended && TOUCHES_DATABASE.has(property))
        throw new Error('this unit of work has ended; nothing can be written in it');
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const manager = runner.manager.dataSource.createEntityManager(guarded);
  const touched = new Set<string>();
  return {
    manager,
    touched,
    async audit(action, entity, entityId, detail = {}) {
      const event = { id: newOrderedId(now), at: now, actorId: actor.id, action, entity, entityId, detail };
      await insertRows(manager, AuditEvent, [event]);
    },
    touch: (topic) => void touched.add(topic),
    end: () => void (ended = true),
  };
}
