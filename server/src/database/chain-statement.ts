import type { QueryRunner } from 'typeorm';

import { hashedParts, type PendingEvent } from '../platform/audit/audit-chain.js';
import { EVENT_COLUMNS, STORED_COLUMNS } from '../platform/audit/event-columns.js';
import { HEAD_ID } from '../platform/audit/audit-head.entity.js';
import { sha256 } from '../platform/ids.js';
import type { Statement } from './one-flight.js';

/** Events, and subjects of all of them, in one statement: it is made for what somebody does, not for what is done to thousands. */
const MOST_EVENTS = 50;
const MOST_SUBJECTS = 500;

/** Whether events are few enough for `chainStatement`; more of them are stored step by step. */
export const fitOneStatement = (events: readonly PendingEvent[]): boolean =>
  events.length <= MOST_EVENTS &&
  events.reduce((sum, { subjects }) => sum + subjects.length, 0) <= MOST_SUBJECTS;

/** SHA-256 of a text in hexadecimal digits, as PostgreSQL computes it since version 11. */
const hashOf = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/** Something with letters that are more than one byte. */
const SAMPLE = 'é–€ 1';

/**
 * Whether the database computes a hash exactly as we do. CockroachDB, for one, has a function of that name that gives
 * something else.
 * @throws what a database that cannot be reached says
 */
export async function hashesAlike(runner: QueryRunner): Promise<boolean> {
  try {
    const text = `SELECT ${hashOf('CAST($1 AS text)')} AS hash`;
    const [row] = (await runner.query(text, [SAMPLE])) as { hash: string }[];
    return row?.hash === sha256(SAMPLE);
  } catch (error) {
    // 42: there is no such function, or it takes or gives something else.
    if (String((error as { readonly code?: unknown }).code).startsWith('42')) return false;
    throw error;
  }
}

/**
 * Locks the head of the audit chain, gives events their places behind it, computes their hashes and stores them with
 * their subjects, all in one statement (PostgreSQL); a trigger moves the head record on with each event. Nothing is left for
 * an instance to do while others wait for that record. Without a head record it fails, since an event has to have a number.
 */
export function chainStatement(events: readonly PendingEvent[]): Statement {
  const values: (string | null)[] = [];
  const bind = (value: string | null): string => `CAST($${values.push(value)} AS text)`;
  const parts = [
    `head AS (SELECT seq, hash FROM audit_head WHERE id = ${bind(HEAD_ID)} FOR UPDATE)`,
    // A row even where there is no head: of none, no event would be stored, and nobody would be told.
    'e0 AS (SELECT (SELECT seq FROM head) AS seq, (SELECT hash FROM head) AS hash)',
  ];
  const rows: string[] = [];
  const subjects: string[] = [];
  for (const [before, event] of events.entries()) {
    const at = before + 1;
    const [first, second, third] = hashedParts(event).map(bind);
    const hash = hashOf(`${first} || hash || ${second} || CAST(seq + 1 AS text) || ${third}`);
    parts.push(`e${at} AS (SELECT seq + 1 AS seq, hash AS prev_hash, ${hash} AS hash FROM e${before})`);
    rows.push(
      `SELECT seq, ${EVENT_COLUMNS.map(([, value]) => bind(value(event))).join(', ')}, prev_hash, hash FROM e${at}`,
    );
    if (event.subjects.length === 0) continue;
    const things = event.subjects.map(({ entity, id }) => `(${bind(entity)}, ${bind(id)})`).join(', ');
    subjects.push(`SELECT e${at}.seq, t.entity, t.id FROM e${at}, (VALUES ${things}) AS t (entity, id)`);
  }
  if (subjects.length > 0)
    parts.push(
      `about AS (INSERT INTO audit_subject (event_seq, entity, entity_id) ${subjects.join(' UNION ALL ')})`,
    );
  return {
    text: `WITH ${parts.join(', ')} INSERT INTO audit_event (${STORED_COLUMNS.join(', ')}) ${rows.join(' UNION ALL ')}`,
    values,
  };
}
