import type { EntityManager } from 'typeorm';

import { type ChainHead, chainEvents, type PendingEvent } from '../platform/audit/audit-chain.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { AuditHead, HEAD_ID } from '../platform/audit/audit-head.entity.js';
import { AuditSubject } from '../platform/audit/audit-subject.entity.js';
import { findRow, insertRows, parameter } from './row-statements.js';

/** Rows in one INSERT: below the bound of parameters of both engines. */
const EVENTS_AT_ONCE = 500;
const SUBJECTS_AT_ONCE = 5000;

/** Where the stored chain ends. @throws Error when the head record is gone: then only `verify-audit` helps on */
export async function readHead(manager: EntityManager): Promise<ChainHead> {
  return requireHead(await findRow(manager, AuditHead, { id: HEAD_ID }));
}

/**
 * The same, and nobody else can add to the chain until this transaction has ended (PostgreSQL). To be asked for as the
 * last thing before the events are stored: whoever commits meanwhile waits.
 */
export async function lockHead(manager: EntityManager): Promise<ChainHead> {
  const text = `SELECT seq, hash FROM audit_head WHERE id = ${parameter(manager.dataSource, 0)} FOR UPDATE`;
  const [head] = await manager.query<ChainHead[]>(text, [HEAD_ID]);
  return requireHead(head);
}

function requireHead(head: ChainHead | null | undefined): ChainHead {
  if (head === null || head === undefined)
    throw new Error('the head of the audit chain is gone; stop the product and run verify-audit');
  return { seq: head.seq, hash: head.hash };
}

/**
 * Stores events behind a head, in one statement for all of them; a trigger moves the head record on. Gives the new
 * end of the chain, which holds once the transaction is committed.
 */
export async function storeEvents(
  manager: EntityManager,
  head: ChainHead,
  pending: readonly PendingEvent[],
): Promise<ChainHead> {
  const chained = chainEvents(head, pending);
  for (let at = 0; at < chained.events.length; at += EVENTS_AT_ONCE)
    await insertRows(manager, AuditEvent, chained.events.slice(at, at + EVENTS_AT_ONCE));
  const subjects = pending.flatMap((event, at) =>
    event.subjects.map(({ entity, id }) => ({ eventSeq: head.seq + at + 1, entity, entityId: id })),
  );
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE)
    await insertRows(manager, AuditSubject, subjects.slice(at, at + SUBJECTS_AT_ONCE));
  return chained.head;
}
