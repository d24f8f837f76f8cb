import type DatabaseType from 'better-sqlite3';

import type { RowReader } from './row-reader.js';

/** The database that a thread opens for itself: an SQLite file, or the address of a PostgreSQL server. */
export type ReaderPlace = { readonly file: string } | { readonly url: string };

/** Kibibytes of pages that SQLite keeps: who reads with this reads each page once, and has no use for it afterwards. */
const PAGES = 2048;

export interface OwnReader extends RowReader {
  readonly close: () => Promise<void>;
}

/** A connection of its own that cannot write. Of the two drivers the one that is needed is loaded, and nothing else. */
export function openOwnReader(place: ReaderPlace): Promise<OwnReader> {
  return 'file' in place ? sqliteReader(place.file) : postgresReader(place.url);
}

async function sqliteReader(file: string): Promise<OwnReader> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.pragma('busy_timeout = 5000');
  database.pragma(`cache_size = -${PAGES}`);
  const statements = new Map<string, DatabaseType.Statement>();
  const prepared = (text: string): DatabaseType.Statement => {
    const statement = statements.get(text) ?? database.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  return {
    engine: 'sqlite',
    ask: <Row>(text: string, values: readonly unknown[]) =>
      Promise.resolve(
        prepared(text)
          .raw(false)
          .all(...values) as Row[],
      ),
    list: <Row>(text: string, values: readonly unknown[]) =>
      Promise.resolve(
        prepared(text)
          .raw()
          .all(...values) as Row[],
      ),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

async function postgresReader(url: string): Promise<OwnReader> {
  const { default: pg } = await import('pg');
  const options = '-c default_transaction_read_only=on';
  const pool = new pg.Pool({ connectionString: url, max: 1, options });
  // A connection that breaks while nobody uses it is replaced; one that is in use fails whoever asks.
  pool.on('error', () => undefined);
  return {
    engine: 'postgres',
    ask: async <Row>(text: string, values: readonly unknown[]) =>
      (await pool.query(text, [...values])).rows as Row[],
    list: async <Row>(text: string, values: readonly unknown[]) =>
      (await pool.query({ text, values: [...values], rowMode: 'array' })).rows as unknown as Row[],
    close: () => pool.end(),
  };
}
