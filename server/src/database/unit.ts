import type { EntityManager, QueryRunner } from 'typeorm';

import {
  type PendingEvent,
  requireFacts,
  sortSubjects,
  type Subject,
} from '../platform/audit/audit-chain.js';
import type { AuditDetail, AuditFacts } from '../platform/audit/audit-event.entity.js';

/** Who does something: a pseudonym, never a name or an address. */
export interface UnitActor {
  readonly id: string;
  /** The request they make; absent for what comes by a link or from the product itself. */
  readonly requestId?: string;
}

/** What an audit event can say beside who did what to which thing. */
export interface AuditMore {
  /** Further things it is about: each form of an act on many, the hospital, the round. They show it in their history. */
  readonly subjects?: readonly Subject[];
  /** Why, as whoever did it says; nobody is named in it. */
  readonly reason?: string;
  /** The facts that change, as they were and as they are then: states and codes, never what somebody wrote. */
  readonly before?: AuditFacts | null;
  readonly after?: AuditFacts | null;
}

/** What a piece of writing may use: all of it is stored together, or none of it. */
export interface Unit {
  /** Writes and reads inside the unit. Throws once the unit has ended, so that nothing is stored after a refusal. */
  readonly manager: EntityManager;
  /**
   * Notes the audit event of this unit; one per mutation. It is stored with everything else of the unit, at its end.
   * @throws RangeError for facts that are texts
   */
  readonly audit: (
    action: string,
    entity: string,
    entityId: string,
    detail?: AuditDetail,
    more?: AuditMore,
  ) => Promise<void>;
  /**
   * Marks a topic (a round) as changed: answers prepared before are stale once this unit is on disk.
   * @param what which part of it, so that whoever keeps something of the topic need not read all of it again; at most
   *   80 characters. Absent = it may be anything.
   */
  readonly touch: (topic: string, what?: string) => void;
  /** Parts of a topic touched by units before this one that share its commit: nobody else can see those changes yet. */
  readonly touchedBefore: (topic: string) => ReadonlySet<string>;
}

/** By topic, the parts of it that changed. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

/** Stands for a change that nobody named. */
export const ANYTHING = '';

const NOTHING: ReadonlySet<string> = new Set();

/** A unit while it runs, with what its owner needs to end it. */
export interface OpenUnit extends Unit {
  /** Topics with the parts of them that changed; `ANYTHING` among them = it may be any. */
  readonly touched: Touched;
  /** What happened in it, in order; whoever commits it chains and stores them. */
  readonly events: readonly PendingEvent[];
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
export function openUnit(
  runner: QueryRunner,
  actor: UnitActor,
  now: string,
  earlier: Touched = new Map(),
): OpenUnit {
  let ended = false;
  const refuseWhenEnded = (): void => {
    if (ended) throw new Error('this unit of work has ended; nothing can be written in it');
  };
  const guarded = new Proxy(runner, {
    get(target, property) {
      if (TOUCHES_DATABASE.has(property)) refuseWhenEnded();
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const manager = runner.manager.dataSource.createEntityManager(guarded);
  const touched = new Map<string, Set<string>>();
  const events: PendingEvent[] = [];
  return {
    manager,
    touched,
    events,
    // Asynchronous although it only notes: a refusal of it is the unit's, like that of any other write.
    async audit(action, entity, entityId, detail = {}, more = {}) {
      refuseWhenEnded();
      events.push(pendingEvent(actor, now, { action, entity, entityId, detail }, more));
    },
    touch: (topic, what = ANYTHING) => void touched.set(topic, (touched.get(topic) ?? new Set()).add(what)),
    touchedBefore: (topic) => earlier.get(topic) ?? NOTHING,
    end: () => void (ended = true),
  };
}

/**
 * What somebody did, before it has its place in the chain.
 * @throws RangeError for facts that are texts
 */
export function pendingEvent(
  actor: UnitActor,
  at: string,
  { action, entity, entityId, detail }: Pick<PendingEvent, 'action' | 'entity' | 'entityId' | 'detail'>,
  { subjects = [], reason = '', before = null, after = null }: AuditMore = {},
): PendingEvent {
  for (const facts of [detail, before, after]) requireFacts(facts);
  return {
    at,
    actorId: actor.id,
    action,
    entity,
    entityId,
    reason,
    detail,
    before,
    after,
    requestId: actor.requestId ?? '',
    subjects: sortSubjects(subjects),
  };
}
