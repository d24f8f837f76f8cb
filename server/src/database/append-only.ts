import type { DataSource } from 'typeorm';

/** Tables whose rows are only ever added; the database itself refuses UPDATE and DELETE on them. */
export const APPEND_ONLY_TABLES = ['audit_event', 'response_revision', 'release'] as const;

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
      const name = `guard_${table}_${event.toLowerCase()}`;
      await writer.query(
        isPostgres
          ? `CREATE OR REPLACE TRIGGER ${name} BEFORE ${event} ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_change()`
          : `CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${event} ON "${table}"
             BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      );
    }
}
