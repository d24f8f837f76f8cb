import type { DataSource } from 'typeorm';

/** Row triggers do not see TRUNCATE, which PostgreSQL has and SQLite has not. Needs the function `refuse_change`. */
export async function refuseTruncation(writer: DataSource, table: string): Promise<void> {
  await writer.query(
    `CREATE OR REPLACE TRIGGER guard_${table}_truncate BEFORE TRUNCATE ON "${table}"
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
}
