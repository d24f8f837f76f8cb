import type { MigrationInterface, QueryRunner } from 'typeorm';

import {
  chainEvents,
  EMPTY_CHAIN,
  type PendingEvent,
  type Subject,
} from '../../platform/audit/audit-chain.js';
import type { AuditDetail } from '../../platform/audit/audit-event.entity.js';
import { newOrderedId } from '../ordered-id.js';
import { createTable, dropTables } from '../tables.js';

/** An event as it was stored before there was a chain. */
interface OldEvent {
  readonly id: string;
  readonly at: string;
  readonly actor_id: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly detail: string;
}

const PAGE = 500;
const OLD = 'audit_event_unchained';
const OLD_COLUMNS = ['id', 'at', 'actor_id', 'action', 'entity', 'entity_id', 'detail'] as const;
const CARRIED_BACK = ['at', 'actor_id', 'action', 'entity', 'entity_id', 'detail'] as const;

/**
 * Puts the audit trail in a chain of hashes and gives events their reason, what was before and after, and further
 * subjects. Events that are there already are brought in, in the order of their time.
 */
export class ChainAudit1767225601300 implements MigrationInterface {
  readonly name = 'ChainAudit1767225601300';

  async up(runner: QueryRunner): Promise<void> {
    await setAside(runner);
    await createTable(runner, {
      name: 'audit_event',
      columns: [
        { name: 'seq', kind: 'integer' },
        ...EVENT_COLUMNS,
        { name: 'reason', kind: 'long' },
        { name: 'detail', kind: 'json' },
        { name: 'before', kind: 'json', nullable: true },
        { name: 'after', kind: 'json', nullable: true },
        { name: 'request_id', kind: 'text', length: 64 },
        { name: 'prev_hash', kind: 'text', length: 64 },
        { name: 'hash', kind: 'text', length: 64 },
      ],
      primaryKey: ['seq'],
      indexes: [
        { name: 'ix_audit_event_subject', columns: ['entity', 'entity_id'] },
        { name: 'ix_audit_event_actor', columns: ['actor_id'] },
      ],
    });
    await createTable(runner, {
      name: 'audit_subject',
      columns: [
        { name: 'event_seq', kind: 'integer' },
        { name: 'entity', kind: 'text', length: 64 },
        { name: 'entity_id', kind: 'text', length: 64 },
      ],
      primaryKey: ['event_seq', 'entity', 'entity_id'],
      indexes: [{ name: 'ix_audit_subject_thing', columns: ['entity', 'entity_id'] }],
    });
    await createTable(runner, {
      name: 'audit_head',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'seq', kind: 'integer' },
        { name: 'hash', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
    });
    const head = await chainOld(runner);
    await insert(runner, 'audit_head', [{ id: 'chain', seq: head.seq, hash: head.hash }]);
    await dropTables(runner, OLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await setAside(runner, 'ix_audit_event_actor');
    await createTable(runner, {
      name: 'audit_event',
      columns: [{ name: 'id', kind: 'id' }, ...EVENT_COLUMNS, { name: 'detail', kind: 'json' }],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_audit_event_subject', columns: ['entity', 'entity_id'] }],
    });
    const columns = CARRIED_BACK.map((name) => `"${name}"`).join(', ');
    for (let from = 1; ; from += PAGE) {
      const rows = (await runner.query(
        `SELECT ${columns} FROM ${OLD} WHERE seq >= ${from} AND seq < ${from + PAGE} ORDER BY seq`,
      )) as Omit<OldEvent, 'id'>[];
      if (rows.length === 0) break;
      await insert(
        runner,
        'audit_event',
        rows.map((row) => ({ ...row, id: newOrderedId(row.at) })),
      );
    }
    await dropTables(runner, 'audit_head', 'audit_subject', OLD);
  }
}

const EVENT_COLUMNS = [
  { name: 'at', kind: 'instant' },
  { name: 'actor_id', kind: 'text', length: 64 },
  { name: 'action', kind: 'text', length: 64 },
  { name: 'entity', kind: 'text', length: 64 },
  { name: 'entity_id', kind: 'text', length: 64 },
] as const;

/** Makes room for the new table; names of indexes and constraints are unique in the whole database. */
async function setAside(runner: QueryRunner, ...indexes: readonly string[]): Promise<void> {
  for (const index of ['ix_audit_event_subject', ...indexes]) await runner.query(`DROP INDEX "${index}"`);
  await runner.query(`ALTER TABLE "audit_event" RENAME TO "${OLD}"`);
  if (runner.connection.options.type === 'postgres')
    await runner.query(`ALTER TABLE "${OLD}" RENAME CONSTRAINT "pk_audit_event" TO "pk_${OLD}"`);
}

/** In pages by time and id, so that a trail of any length fits into memory. */
async function chainOld(runner: QueryRunner): Promise<typeof EMPTY_CHAIN> {
  const names = OLD_COLUMNS.map((name) => `"${name}"`).join(', ');
  const isPostgres = runner.connection.options.type === 'postgres';
  // The same order on both engines, whatever language the database speaks.
  const collate = isPostgres ? 'COLLATE "C"' : '';
  let head = EMPTY_CHAIN;
  const [after, same, beyond] = isPostgres ? ['$1', '$2', '$3'] : ['?', '?', '?'];
  let last: Pick<OldEvent, 'at' | 'id'> = { at: '', id: '' };
  for (;;) {
    const rows = (await runner.query(
      `SELECT ${names} FROM ${OLD} WHERE at ${collate} > ${after} OR (at = ${same} AND id ${collate} > ${beyond})
       ORDER BY at ${collate}, id ${collate} LIMIT ${PAGE}`,
      [last.at, last.at, last.id],
    )) as OldEvent[];
    const final = rows.at(-1);
    if (final === undefined) return head;
    last = final;
    head = await chainPage(runner, head, rows.map(toPending));
  }
}

async function chainPage(
  runner: QueryRunner,
  head: typeof EMPTY_CHAIN,
  pending: readonly PendingEvent[],
): Promise<typeof EMPTY_CHAIN> {
  const chained = chainEvents(head, pending);
  await insert(
    runner,
    'audit_event',
    chained.events.map((event) => ({
      seq: event.seq,
      at: event.at,
      actor_id: event.actorId,
      action: event.action,
      entity: event.entity,
      entity_id: event.entityId,
      reason: event.reason,
      detail: JSON.stringify(event.detail),
      before: null,
      after: null,
      request_id: '',
      prev_hash: event.prevHash,
      hash: event.hash,
    })),
  );
  const subjects = pending.flatMap((event, at) =>
    event.subjects.map(({ entity, id }) => ({ event_seq: head.seq + at + 1, entity, entity_id: id })),
  );
  if (subjects.length > 0) await insert(runner, 'audit_subject', subjects);
  return chained.head;
}

function toPending(row: OldEvent): PendingEvent {
  const detail = JSON.parse(row.detail) as AuditDetail;
  return {
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    reason: '',
    detail,
    before: null,
    after: null,
    requestId: '',
    subjects: subjectsOf(detail),
  };
}

/** Until now the hospital or the round of an event stood among its details. */
function subjectsOf({ round, site }: AuditDetail): readonly Subject[] {
  const subjects: Subject[] = [];
  if (typeof round === 'string') subjects.push({ entity: 'round', id: round });
  if (typeof site === 'string') subjects.push({ entity: 'site', id: site });
  return subjects;
}

/** Not by the entities: those may have changed since, and a migration may not. */
async function insert(
  runner: QueryRunner,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const isPostgres = runner.connection.options.type === 'postgres';
  const values = rows.flatMap((row) => names.map((name) => row[name]));
  const tuples = rows.map(
    (_, row) =>
      `(${names.map((__, at) => (isPostgres ? `$${row * names.length + at + 1}` : '?')).join(', ')})`,
  );
  const columns = names.map((name) => `"${name}"`).join(', ');
  await runner.query(`INSERT INTO "${table}" (${columns}) VALUES ${tuples.join(', ')}`, values);
}
