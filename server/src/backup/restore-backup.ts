import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { lockDataDir } from '../database/data-dir-lock.js';
import { databaseFile } from '../database/data-source.js';
import { migrations } from '../database/migrations.js';
import { differences, takeInventory } from './inventory.js';
import { requireSound, syncPath } from './make-backup.js';
import { BackupRefused, type Manifest, readManifest, requireFile } from './manifest.js';
import { restorePostgres } from './restore-postgres.js';
import { sqliteReader } from './store-reader.js';

/** What is to be restored, and where to. */
export interface RestoreOrder {
  readonly folder: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Whether a database that is there may be put aside. */
  readonly replace: boolean;
  readonly pgTools: string;
  readonly now: string;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where what was there before lies now; '' = there was nothing. */
  readonly aside: string;
}

/**
 * Puts a backup in the place of the database, after its file and its content have proved to be those that were made.
 * Until the very end the database that was there stays as it is; then it is put aside, not removed.
 * @throws BackupRefused, DataDirInUse or DatabaseInUse; nothing has changed then
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const manifest = readManifest(order.folder);
  const engine = order.databaseUrl === '' ? 'sqlite' : 'postgres';
  if (manifest.engine !== engine)
    throw new BackupRefused(
      `This is a backup from ${manifest.engine}, and ` +
        (engine === 'postgres'
          ? 'DATABASE_URL names a PostgreSQL. Restore it without DATABASE_URL and move it over with npm run migrate:to-postgres.'
          : 'DATABASE_URL is not set. Set it to the PostgreSQL database that is to take it.'),
    );
  if (!migrations.some(({ name }) => name === manifest.migration))
    throw new BackupRefused(
      `The backup was made by version ${manifest.version}, which has tables that this version does not know. Restore it with that version.`,
    );
  const file = await requireFile(order.folder, manifest);
  const aside =
    engine === 'sqlite'
      ? await restoreSqlite(order, manifest, file)
      : await restorePostgres(order, manifest, file);
  return { manifest, aside };
}

async function restoreSqlite(order: RestoreOrder, manifest: Manifest, from: string): Promise<string> {
  const target = databaseFile(order.dataDir);
  mkdirSync(order.dataDir, { recursive: true });
  const release = lockDataDir(order.dataDir);
  const fresh = `${target}.restoring`;
  try {
    const isThere = existsSync(target);
    if (isThere && !order.replace)
      throw new BackupRefused(`${target} exists. Add --replace to put it aside. Nothing was changed.`);
    rmSync(fresh, { force: true });
    copyFileSync(from, fresh);
    chmodSync(fresh, 0o600);
    await requireContent(fresh, manifest);
    syncPath(fresh);
    const aside = isThere ? putAside(target, order.now) : '';
    // One step: there is never a moment without a database, in which a start would make an empty one.
    renameSync(fresh, target);
    syncPath(dirname(target));
    return aside;
  } finally {
    rmSync(fresh, { force: true });
    release();
  }
}

async function requireContent(path: string, manifest: Manifest): Promise<void> {
  const copy = new Database(path, { readonly: true });
  try {
    requireSound(copy, path);
    const different = differences(manifest, await takeInventory(sqliteReader(copy)));
    if (different.length > 0)
      throw new BackupRefused(`The backup does not hold what its manifest says: ${different.join('; ')}.`);
  } finally {
    copy.close();
  }
}

/** Gives the database a second name. What its log holds is brought in first, or the log is put aside with it. */
function putAside(target: string, now: string): string {
  const aside = `${target}.before-${now.slice(0, 19).replaceAll(':', '')}Z`;
  try {
    const file = new Database(target);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.pragma('journal_mode = DELETE');
    file.close();
  } catch {
    // It may be damaged, which is why somebody restores.
  }
  // A log that stayed would be taken for one of the restored file.
  for (const log of ['-wal', '-shm']) if (existsSync(target + log)) renameSync(target + log, aside + log);
  linkSync(target, aside);
  return aside;
}
