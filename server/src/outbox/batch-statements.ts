import type { EntityManager } from 'typeorm';

import { parameter, rowReader, selectList } from '../database/row-statements.js';
import { type MailState, OutboxMessage } from './outbox-message.entity.js';

/*
 * What the worker does to many messages with one statement each. Each statement says itself which rows it changed:
 * several workers may run, and what another one has changed meanwhile is left alone.
 */

interface Due {
  readonly kinds: readonly string[];
  readonly now: string;
}

interface Claim extends Due {
  readonly leasedUntil: string;
  readonly most: number;
}

/** Whether anything of these kinds is due. Read from an index alone, however much waits of other kinds. */
export async function isDue(manager: EntityManager, { kinds, now }: Due): Promise<boolean> {
  const bound = (_: string, at: number): string => parameter(manager.dataSource, at + 1);
  const text = `SELECT 1 AS due FROM outbox_message WHERE state = 'queued'
    AND leased_until <= ${parameter(manager.dataSource, 0)} AND kind IN (${kinds.map(bound).join(', ')}) LIMIT 1`;
  return (await manager.query<object[]>(text, [now, ...kinds])).length > 0;
}

/** Marks the oldest messages that are due as being sent, and gives them; an attempt is counted for each. */
export async function claimDue(manager: EntityManager, claim: Claim): Promise<OutboxMessage[]> {
  const source = manager.dataSource;
  const values: string[] = [];
  const bound = (value: string): string => parameter(source, values.push(value) - 1);
  const skip = source.options.type === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const text = `UPDATE outbox_message
    SET state = 'sending', attempts = attempts + 1, leased_until = ${bound(claim.leasedUntil)}
    WHERE id IN (
      SELECT id FROM outbox_message
      WHERE state = 'queued' AND leased_until <= ${bound(claim.now)} AND kind IN (${claim.kinds.map(bound).join(', ')})
      ORDER BY leased_until LIMIT ${claim.most} ${skip})
    RETURNING ${selectList(source, OutboxMessage, 'outbox_message')}`;
  const rows = await changedRows(manager, text, values);
  const read = rowReader(source, OutboxMessage, 'outbox_message');
  return rows.flatMap((row) => read(row) ?? []);
}

/** What becomes of messages that are being sent. */
export interface Change {
  readonly state: MailState;
  readonly reason: string;
  readonly sentAt?: string;
  /** When it may be tried again; absent = as it was. */
  readonly leasedUntil?: string;
  /** The attempt does not count: the mail server never had its say about this message. */
  readonly uncounted?: boolean;
}

/** Changes those of the messages that are still being sent. @returns their ids */
export async function changeSending(
  manager: EntityManager,
  ids: readonly string[],
  { state, reason, sentAt, leasedUntil, uncounted = false }: Change,
): Promise<ReadonlySet<string>> {
  const source = manager.dataSource;
  const values: string[] = [];
  const bound = (value: string): string => parameter(source, values.push(value) - 1);
  const set = [
    `state = ${bound(state)}`,
    `reason = ${bound(reason)}`,
    ...(sentAt === undefined ? [] : [`sent_at = ${bound(sentAt)}`]),
    ...(leasedUntil === undefined ? [] : [`leased_until = ${bound(leasedUntil)}`]),
    ...(uncounted ? ['attempts = attempts - 1'] : []),
  ];
  const text = `UPDATE outbox_message SET ${set.join(', ')}
    WHERE state = 'sending' AND id IN (${ids.map(bound).join(', ')}) RETURNING id`;
  return new Set((await changedRows(manager, text, values)).map(({ id }) => String(id)));
}

async function changedRows(
  manager: EntityManager,
  text: string,
  values: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { queryRunner } = manager;
  if (queryRunner === undefined) throw new Error('messages are changed inside a unit of work only');
  const { records } = await queryRunner.query(text, [...values], true);
  return records as readonly Readonly<Record<string, unknown>>[];
}
