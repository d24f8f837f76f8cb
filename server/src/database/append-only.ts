import type { DataSource } from 'typeorm';

import { ensureAuditGuards } from './audit-guards.js';
import { refuseTruncation } from './refuse-truncation.js';

/** Tables whose rows are only ever added; the database itself refuses UPDATE, DELETE and TRUNCATE on them. */
export const APPEND_ONLY_TABLES = [
  'audit_event',
  'audit_subject',
  'response_revision',
  'release',
  'codebook_version',
  'cleaning_decision',
  'freeze',
  'report_version',
  'report_edition',
  'reply_event',
  'release_sign_off',
  'sign_off_end',
  'release_mark',
  'register_revision',
] as const;

/** Columns of a decision that stay as they are when its words are erased. */
const OF_A_DECISION =
  'id round_id number kind response_id ods_code perspective variable basis rule reason value "by" at needs_second target_id'.split(
    ' ',
  );

/** Columns of a reply that stay as they are when what was shown is erased. */
const OF_A_REPLY =
  'id period_id round_id number kind ods_code link_id at freeze_number refuses_score refuses_quotations'.split(
    ' ',
  );

/**
 * The changes that are let through: emptying what a team sent, when it is withdrawn (domain D2), the words that somebody
 * wrote about it, and what its hospital was shown. Everything that says that there was a form, and what was decided about it, stays as it was.
 */
const LET_THROUGH: Readonly<Record<string, string>> = {
  'response_revision UPDATE': [
    ...['id', 'response_id', 'revision', 'at', '"by"', 'idempotency_key'].map(
      (column) => `NEW.${column} = OLD.${column}`,
    ),
    `NEW.answers = '{}' AND NEW.reason = '' AND NEW.hash = ''`,
  ].join(' AND '),
  'cleaning_decision UPDATE': [
    ...OF_A_DECISION.map((column) => `NEW.${column} IS NOT DISTINCT FROM OLD.${column}`),
    `NEW.note = ''`,
  ].join(' AND '),
  'reply_event UPDATE': [
    ...OF_A_REPLY.map((column) => `NEW.${column} = OLD.${column}`),
    `NEW.shown_sha256 = '' AND NEW.shown_category = '' AND NEW.shown_score = 0 AND NEW.shown_quotations = 0`,
  ].join(' AND '),
};

/** Columns that those changes empty: what the role that the product works as may write to in rows that are there. */
export const ERASABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  response_revision: ['answers', 'reason', 'hash'],
  cleaning_decision: ['note'],
  reply_event: ['shown_sha256', 'shown_category', 'shown_score', 'shown_quotations'],
};

/** A table whose rows can change until their frame is frozen, and when a change of it is refused. */
interface FrozenGuard {
  readonly table: string;
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  /** Names the row as it is, or is to be: OLD or NEW. */
  readonly row: 'OLD' | 'NEW';
}

/** A frozen frame is what released figures are shares of: neither it nor its units change any more. */
const FROZEN_GUARDS: readonly FrozenGuard[] = [
  { table: 'sampling_frame', event: 'UPDATE', row: 'OLD' },
  { table: 'sampling_frame', event: 'DELETE', row: 'OLD' },
  { table: 'frame_unit', event: 'INSERT', row: 'NEW' },
  { table: 'frame_unit', event: 'UPDATE', row: 'OLD' },
  { table: 'frame_unit', event: 'DELETE', row: 'OLD' },
];

/**
 * Puts the refusing triggers on every append-only table, the audit chain and frozen frames. Runs after each migration and can run any number of times:
 * adding a column on SQLite rebuilds the table and silently loses its triggers.
 */
export async function ensureGuards(writer: DataSource): Promise<void> {
  const isPostgres = writer.options.type === 'postgres';
  if (isPostgres)
    await writer.query(
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    );
  if (isPostgres) for (const table of APPEND_ONLY_TABLES) await refuseTruncation(writer, table);
  for (const table of APPEND_ONLY_TABLES)
    for (const event of ['UPDATE', 'DELETE'] as const) {
      const exception = LET_THROUGH[`${table} ${event}`];
      const when = exception === undefined ? '' : `WHEN (NOT (${exception}))`;
      const name = `guard_${table}_${event.toLowerCase()}`;
      // Not `IF NOT EXISTS`: a database of an earlier version has the trigger as it was then.
      if (!isPostgres) await writer.query(`DROP TRIGGER IF EXISTS ${name}`);
      await writer.query(
        isPostgres
          ? `CREATE OR REPLACE TRIGGER ${name} BEFORE ${event} ON "${table}" FOR EACH ROW ${when} EXECUTE FUNCTION refuse_change()`
          : `CREATE TRIGGER ${name} BEFORE ${event} ON "${table}" ${when}
             BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      );
    }
  await ensureAuditGuards(writer, isPostgres);
  for (const guard of FROZEN_GUARDS) await ensureFrozenGuard(writer, isPostgres, guard);
}

async function ensureFrozenGuard(writer: DataSource, isPostgres: boolean, guard: FrozenGuard): Promise<void> {
  const { table, event, row } = guard;
  const name = `guard_frozen_${table}_${event.toLowerCase()}`;
  const isFrozen =
    table === 'sampling_frame'
      ? `${row}.status = 'frozen'`
      : `EXISTS (SELECT 1 FROM sampling_frame WHERE id = ${row}.frame_id AND status = 'frozen')`;
  if (!isPostgres) {
    await writer.query(
      `CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${event} ON "${table}" WHEN ${isFrozen}
       BEGIN SELECT RAISE(ABORT, '${table} of a frozen frame cannot change'); END`,
    );
    return;
  }
  await writer.query(
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN
       IF ${isFrozen} THEN RAISE EXCEPTION '% of a frozen frame cannot change', TG_TABLE_NAME; END IF;
       RETURN ${event === 'DELETE' ? 'OLD' : 'NEW'};
     END $$`,
  );
  await writer.query(
    `CREATE OR REPLACE TRIGGER ${name} BEFORE ${event} ON "${table}" FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  );
}
