import { join } from 'node:path';

/** On the disk as in production, unlike in the tests, and with the counts of statements. */
const DURABLE = ['fsync=on', 'full_page_writes=on', 'shared_preload_libraries=pg_stat_statements'];

/** A PostgreSQL of its own, with a database `atlas` and one `bare`; the same helper as in the tests, read as TypeScript. */
export async function startPostgres() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(import.meta.dirname, '../support/postgres.ts'));
  const postgres = await module.startPostgres(17, DURABLE);
  for (const database of ['atlas', 'bare']) await postgres.create(database);
  return postgres;
}
