import { existsSync } from 'node:fs';

import Database from 'better-sqlite3';
import pg from 'pg';

import { lockDataDir } from '../database/data-dir-lock.js';
import { databaseFile, openWriter } from '../database/data-source.js';
import { ensureGuards } from '../database/append-only.js';
import { MOVE_SCHEMA, takeForOneself } from '../database/instance-lock.js';
import { migrations } from '../database/migrations.js';
import { sha256 } from '../platform/ids.js';
import {
  differences,
  FLEETING_TABLES,
  type Inventory,
  MIGRATIONS_TABLE,
  takeInventory,
} from './inventory.js';
import { requireSound } from './make-backup.js';
import { BackupRefused } from './manifest.js';
import { MoveSchema } from './move-schema.js';
import { openPostgresMoment, postgresReader, sqliteReader, type StoredRow } from './store-reader.js';

const PAGE = 500;
/** Stands for the fingerprint while the tables of the target are being made. */
const TABLES_NOT_READY = '';

export interface MoveOrder {
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Whether what an earlier move left half done is thrown away first. */
  readonly startOver: boolean;
  /** Told of every step that is on disk. What it throws ends the move there, as a power cut would. */
  readonly onStep?: (what: string) => void;
}

export interface Moved {
  readonly inventory: Inventory;
  /** Whether an earlier move went on. */
  readonly resumed: boolean;
}

/**
 * Copies a SQLite installation into an empty PostgreSQL database: every row of every table with its ids. A move that
 * was killed goes on where it was. It is done once counts, checksums and the audit chain of both sides are the same and
 * every reference has been looked up; until then no instance starts on the target. The source stays as it is.
 * @throws BackupRefused, DataDirInUse, DatabaseInUse
 */
export async function moveToPostgres(order: MoveOrder): Promise<Moved> {
  const path = databaseFile(order.dataDir);
  if (!existsSync(path)) throw new BackupRefused(`There is nothing to move: ${path} does not exist.`);
  const release = lockDataDir(order.dataDir);
  try {
    const source = new Database(path, { readonly: true });
    try {
      return await moveFrom(source, path, order);
    } finally {
      source.close();
    }
  } finally {
    release();
  }
}

async function moveFrom(source: Database.Database, path: string, order: MoveOrder): Promise<Moved> {
  requireSound(source, path);
  const inventory = await takeInventory(sqliteReader(source));
  requireCurrent(inventory);
  const client = new pg.Client({ connectionString: order.databaseUrl });
  await client.connect();
  try {
    await takeForOneself(client);
    const step = (what: string): void => order.onStep?.(what);
    const move = new MoveSchema(client);
    if (order.startOver) await startOver(client, move);
    const resumed = await makeReady(client, move, { inventory, url: order.databaseUrl });
    step('the tables are there');
    for (const { name, rows } of inventory.tables) {
      if (!FLEETING_TABLES.includes(name)) await copyTable({ source, client, move, step }, name);
      step(`${name}: ${rows} rows`);
    }
    await compare(order.databaseUrl, inventory);
    step('both sides are the same');
    await finish(client, move, order.databaseUrl);
    return { inventory, resumed };
  } finally {
    await client.end();
  }
}

/** @throws BackupRefused for a source whose tables are not those of this version, or whose audit chain is broken */
function requireCurrent({ migration, audit }: Inventory): void {
  if (migration !== newestMigration())
    throw new BackupRefused(
      'The database in DATA_DIR is not of this version. Start the product on it once (or bring in the newer version), stop it, and try again.',
    );
  if (audit.breaks.length > 0)
    throw new BackupRefused(
      `The audit chain in DATA_DIR is broken, see npm run verify-audit: ${audit.breaks[0]}.`,
    );
}

const newestMigration = (): string =>
  migrations
    .map(({ name }) => name)
    .sort((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b)))
    .at(-1) ?? '';

/** Throws away what a move left; nothing is done where none was begun, so that no other database can be emptied. */
async function startOver(client: pg.Client, move: MoveSchema): Promise<void> {
  if ((await move.begunFrom()) === null) return;
  await transaction(client, async () => {
    const tables = await postgresReader(client).tables();
    for (const table of tables) await client.query(`DROP TABLE "${table}" CASCADE`);
    await move.end();
  });
}

interface Target {
  readonly inventory: Inventory;
  readonly url: string;
}

/** @returns whether a move had been begun before. @throws BackupRefused when the target holds anything else */
async function makeReady(client: pg.Client, move: MoveSchema, { inventory, url }: Target): Promise<boolean> {
  const fingerprint = sha256(JSON.stringify(inventory));
  const begun = await move.begunFrom();
  const tables = await postgresReader(client).tables();
  if (begun !== null && begun !== TABLES_NOT_READY) {
    if (begun !== fingerprint)
      throw new BackupRefused(
        'A move to this database was begun from another DATA_DIR, or the one here has changed since. Add --start-over to throw away what was copied and begin anew.',
      );
    return true;
  }
  if (begun === null && tables.length > 0)
    throw new BackupRefused(
      tables.includes('audit_head')
        ? 'DATABASE_URL names a database that an installation lives in. Name an empty one. Nothing was changed.'
        : `DATABASE_URL names a database with tables of something else (${tables.slice(0, 3).join(', ')}). Name an empty one. Nothing was changed.`,
    );
  // The note comes first: a kill while the tables are made leaves a target that is known to be half done.
  if (begun === null) await transaction(client, () => move.begin(TABLES_NOT_READY));
  const writer = await openWriter({ dataDir: '', databaseUrl: url });
  try {
    await writer.runMigrations({ transaction: 'each' });
  } finally {
    await writer.destroy();
  }
  await transaction(client, async () => {
    await move.setForeignKeysAside();
    // What migrations put in by themselves comes from the source, too.
    for (const table of await postgresReader(client).tables()) await client.query(`DELETE FROM "${table}"`);
    await client.query(`UPDATE ${MOVE_SCHEMA}.move SET fingerprint = $1`, [fingerprint]);
  });
  return false;
}

interface Copying {
  readonly source: Database.Database;
  readonly client: pg.Client;
  readonly move: MoveSchema;
  readonly step: (what: string) => void;
}

/** By primary key, a page and the note of how far it goes in one transaction. */
async function copyTable({ source, client, move, step }: Copying, table: string): Promise<void> {
  const columns = source.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const key = columns
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
  if (key.length === 0)
    throw new BackupRefused(`${table} has no primary key, so it cannot be copied in pages.`);
  const quoted = key.map((name) => `"${name}"`).join(', ');
  let { last } = await move.progress(table);
  for (;;) {
    const after = last === null ? '' : `WHERE (${quoted}) > (${key.map(() => '?').join(', ')})`;
    const rows = source
      .prepare(`SELECT * FROM "${table}" ${after} ORDER BY ${quoted} LIMIT ${PAGE}`)
      .all(...(last ?? [])) as StoredRow[];
    const end = rows.at(-1);
    if (end === undefined) return;
    const names = columns.map(({ name }) => name);
    const noted = key.map((name) => end[name]);
    await transaction(client, async () => {
      await insert(client, table, names, rows);
      await move.note(table, noted);
    });
    last = noted;
    step(`${table} …`);
  }
}

async function insert(
  client: pg.Client,
  table: string,
  names: readonly string[],
  rows: readonly StoredRow[],
): Promise<void> {
  const tuples = rows.map(
    (_, row) => `(${names.map((__, at) => `$${row * names.length + at + 1}`).join(', ')})`,
  );
  const columns = names.map((name) => `"${name}"`).join(', ');
  try {
    await client.query(
      `INSERT INTO "${table}" (${columns}) VALUES ${tuples.join(', ')}`,
      rows.flatMap((row) => names.map((name) => row[name])),
    );
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new BackupRefused(`PostgreSQL does not take a row of ${table}: ${error.message}.`);
  }
}

/** @throws BackupRefused when a table of the target is not that of the source */
async function compare(url: string, inventory: Inventory): Promise<void> {
  const moment = await openPostgresMoment(url);
  try {
    const found = await takeInventory(postgresReader(moment));
    const different = [...differences(inventory, found), ...found.audit.breaks];
    if (different.length > 0)
      throw new BackupRefused(
        `What was copied is not what is in DATA_DIR: ${different.join('; ')}. Add --start-over to begin anew.`,
      );
  } finally {
    await moment.end();
  }
}

/** References and guards are put in place; only then the note of the move goes, and instances may start. */
async function finish(client: pg.Client, move: MoveSchema, url: string): Promise<void> {
  const writer = await openWriter({ dataDir: '', databaseUrl: url });
  try {
    await ensureGuards(writer);
  } finally {
    await writer.destroy();
  }
  await transaction(client, async () => {
    await move.putForeignKeysBack();
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${MIGRATIONS_TABLE}', 'id'), (SELECT MAX(id) FROM ${MIGRATIONS_TABLE}))`,
    );
    await move.end();
  });
  // So that the first reads on the new engine are planned for what is there.
  await client.query('ANALYZE');
}

async function transaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
