import {
  chmodSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { lockFolder } from '../database/data-dir-lock.js';
import { databaseFile } from '../database/data-source.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { FLEETING_TABLES, type Inventory, takeInventory } from './inventory.js';
import {
  BackupRefused,
  folderName,
  hashOfFile,
  isFolderName,
  MANIFEST,
  type Manifest,
  timeOf,
} from './manifest.js';
import { PgTools, requireAsNew, withSecretAddress } from './pg-tools.js';
import { type Keep, toRemove } from './rotation.js';
import { type Engine, openPostgresMoment, postgresReader, sqliteReader } from './store-reader.js';

/** What is to be backed up, and where to. Plain data: it may be handed to another thread. */
export interface BackupOrder {
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Folder below which every backup gets a folder of its own. */
  readonly into: string;
  /** null = nothing that is there is removed. */
  readonly keep: Keep | null;
  readonly pgTools: string;
  readonly now: string;
}

export interface MadeBackup {
  /** Name of its folder. */
  readonly name: string;
  readonly manifest: Manifest;
  /** Names of earlier backups that were removed. */
  readonly removed: readonly string[];
}

const HALF = '.half-';
/** Pages of a SQLite file that are copied before the product gets a turn. */
const STEP = 2000;

/**
 * Copies the database as it is at one moment, while the product may go on working, reads the copy as a check, and lays
 * a manifest beside it. Nobody finds half a backup: its folder gets its name once everything is on disk.
 * A backup of a broken audit chain is kept, and says so; then nothing older is removed.
 * @throws BackupRefused when it cannot be made; earlier backups stay
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  mkdirSync(order.into, { recursive: true, mode: 0o700 });
  const release = lockFolder(
    order.into,
    () => new BackupRefused(`Another backup is being made in ${order.into}.`),
  );
  try {
    for (const half of readdirSync(order.into).filter((name) => name.startsWith(HALF)))
      rmSync(join(order.into, half), { recursive: true, force: true });
    const engine: Engine = order.databaseUrl === '' ? 'sqlite' : 'postgres';
    const name = folderName(order.now, engine);
    if (existsSync(join(order.into, name)))
      throw new BackupRefused(`There is a backup of this second already: ${name}.`);
    const half = join(order.into, HALF + name);
    mkdirSync(half, { mode: 0o700 });
    try {
      const manifest = await fill(half, order, engine);
      renameSync(half, join(order.into, name));
      syncPath(order.into);
      const isWhole = manifest.audit.breaks.length === 0;
      return {
        name,
        manifest,
        removed: order.keep !== null && isWhole ? rotate(order.into, order.keep) : [],
      };
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      throw error;
    }
  } finally {
    release();
  }
}

async function fill(folder: string, order: BackupOrder, engine: Engine): Promise<Manifest> {
  const file = engine === 'sqlite' ? 'store.sqlite' : 'store.dump';
  const path = join(folder, file);
  const { inventory, tool } =
    engine === 'sqlite' ? await copySqlite(order, path) : await dumpPostgres(order, path);
  chmodSync(path, 0o600);
  syncPath(path);
  const manifest: Manifest = {
    format: 1,
    product: 'liaison-atlas',
    version: CODE_VERSION,
    madeAt: order.now,
    engine,
    file,
    bytes: statSync(path).size,
    sha256: await hashOfFile(path),
    tool,
    ...inventory,
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncPath(join(folder, MANIFEST));
  syncPath(folder);
  return manifest;
}

/** @throws BackupRefused when there is no database, or the copy of it is not sound */
async function copySqlite(
  { dataDir }: BackupOrder,
  to: string,
): Promise<{ readonly inventory: Inventory; readonly tool: string }> {
  const from = databaseFile(dataDir);
  if (!existsSync(from)) throw new BackupRefused(`There is no database: ${from} does not exist.`);
  const source = new Database(from, { readonly: true });
  try {
    source.pragma('busy_timeout = 5000');
    // An open read is one moment: without it the copy would begin anew whenever the product stores something.
    source.exec('BEGIN');
    source.prepare('SELECT COUNT(*) FROM sqlite_master').get();
    await source.backup(to, { progress: () => STEP });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    // One file, without a log beside it.
    copy.pragma('journal_mode = DELETE');
    emptyFleeting(copy);
    requireSound(copy, to);
    return { inventory: await takeInventory(sqliteReader(copy)), tool: 'sqlite' };
  } finally {
    copy.close();
  }
}

/** Overwritten, not only unlinked: the key of the day would say whose the counts were. */
function emptyFleeting(copy: Database.Database): void {
  copy.pragma('secure_delete = ON');
  const there = copy.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  for (const table of FLEETING_TABLES) if (there.includes(table)) copy.exec(`DELETE FROM "${table}"`);
}

/** @throws BackupRefused when SQLite finds a fault in the file */
export function requireSound(file: Database.Database, path: string): void {
  const faults = file.pragma('integrity_check') as { integrity_check: string }[];
  const said = faults.map(({ integrity_check }) => integrity_check);
  if (said.join() !== 'ok') throw new BackupRefused(`${path} is damaged: ${said.slice(0, 5).join('; ')}`);
}

/** The inventory and the dump see the same moment: the dump uses the snapshot of the connection that counts. */
async function dumpPostgres(
  { databaseUrl, pgTools }: BackupOrder,
  to: string,
): Promise<{ readonly inventory: Inventory; readonly tool: string }> {
  const tools = new PgTools(pgTools);
  const client = await openPostgresMoment(databaseUrl);
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    const tool = await tools.version('pg_dump');
    requireAsNew(tool, rows[0]?.server_version ?? '');
    const snapshot = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    await withSecretAddress(databaseUrl, (address) =>
      tools.run('pg_dump', [
        '--format=custom',
        '--no-owner',
        '--no-privileges',
        '--exclude-schema=before_restore_*',
        ...FLEETING_TABLES.map((table) => `--exclude-table-data=*.${table}`),
        '--exclude-schema=liaison_atlas_*',
        `--snapshot=${snapshot.rows[0]?.id}`,
        `--file=${to}`,
        `--dbname=${address}`,
      ]),
    );
    return { inventory: await takeInventory(postgresReader(client)), tool: tool.text };
  } finally {
    await client.end();
  }
}

function rotate(folder: string, keep: Keep): string[] {
  const backups = readdirSync(folder)
    .filter(isFolderName)
    .map((name) => ({ name, madeAt: timeOf(name) }));
  const removed = toRemove(backups, keep);
  for (const name of removed) rmSync(join(folder, name), { recursive: true, force: true });
  return removed;
}

/** What was written to a file or a folder survives a power cut from here on. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
