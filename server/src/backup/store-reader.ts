import Database from 'better-sqlite3';
import pg from 'pg';

import type { Query } from '../platform/audit/read-chain.js';

export type Engine = 'sqlite' | 'postgres';
export type StoredRow = Readonly<Record<string, unknown>>;

/** Rows that are read at once: a page fits into memory whatever the table holds. */
const PAGE = 500;

/** A database as it is at one moment, read table by table, with or without entities that fit it. */
export interface StoreReader {
  readonly engine: Engine;
  readonly query: Query;
  /** Names of all tables, in the order of the alphabet; none = the database is empty. */
  tables(): Promise<string[]>;
  /** Every row of a table, in no order that means anything. */
  pages(table: string): AsyncGenerator<readonly StoredRow[]>;
}

/** A SQLite file on which nobody works meanwhile, or inside a transaction of its connection. */
export function sqliteReader(file: Database.Database): StoreReader {
  const query = (text: string, values: readonly unknown[] = []): StoredRow[] =>
    file.prepare(text).all(...values) as StoredRow[];
  return {
    engine: 'sqlite',
    query: <Row>(text: string, values: readonly unknown[]) => Promise.resolve(query(text, values) as Row[]),
    tables: () =>
      Promise.resolve(
        query(
          `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
        ).map(({ name }) => String(name)),
      ),
    async *pages(table) {
      let page: StoredRow[] = [];
      for (const row of file.prepare(`SELECT * FROM "${table}"`).iterate() as IterableIterator<StoredRow>) {
        page.push(row);
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
  };
}

/** A PostgreSQL database through a connection that is in a transaction (cursors end with it). */
export function postgresReader(client: pg.Client): StoreReader {
  return {
    engine: 'postgres',
    query: async <Row>(text: string, values: readonly unknown[]) =>
      (await client.query(text, [...values])).rows as Row[],
    async tables() {
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
      );
      // Sorted here: the collation of a database is not that of another.
      return rows.map(({ name }) => name).sort();
    },
    async *pages(table) {
      await client.query(`DECLARE every_row NO SCROLL CURSOR FOR SELECT * FROM "${table}"`);
      for (;;) {
        const { rows } = await client.query<StoredRow>(`FETCH ${PAGE} FROM every_row`);
        if (rows.length > 0) yield rows;
        if (rows.length < PAGE) break;
      }
      await client.query('CLOSE every_row');
    },
  };
}

/** Opens a PostgreSQL connection and a transaction on it that sees one moment and cannot write. */
export async function openPostgresMoment(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'liaison-atlas-tool' });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return client;
}
