import type { DataSource } from 'typeorm';

/** Tables whose rows are only ever added; the database itself refuses UPDATE and DELETE on them. */
export const APPEND_ONLY_TABLES = ['audit_event', 'response_revision', 'release'] as const;

/**
 * The one change that is let through: emptying what a team sent, when it is withdrawn (domain D2). Everything that says
 * that there was a form stays as it was.
 */
const LET_THROUGH: Readonly<Record<string, string>> = {
  'response_revision UPDATE': [
    ...['id', 'response_id', 'revision', 'at', '"by"', 'idempotency_key'].map(
      (column) => `NEW.${column} = OLD.${column}`,
    ),
    `NEW.answers = '{}' AND NEW.reason = '' AND NEW.hash = ''`,
  ].join(' AND '),
};

/**
 * Puts the refusing triggers on every append-only table. Runs after each migration and can run any number of times:
 * adding a column on SQLite rebuilds the table and silently loses its triggers.
 */
export async function ensureGuards(writer: DataSource): Promise<void> {
  const isPostgres = writer.options.type === 'postgres';
  if (isPostgres)
    await writer.query(
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    );
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
}
