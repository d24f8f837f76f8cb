import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

/** Ends a hold on a data folder. */
export type ReleaseLock = () => void;

/** Another process works with the same SQLite file; two writers would not see each other's changes. */
export class DataDirInUse extends Error {
  constructor(dataDir: string) {
    super(
      `DATA_DIR=${JSON.stringify(dataDir)} is in use by another process. ` +
        'Stop the product before you start a second one or run a command-line tool on it, or set another DATA_DIR.',
    );
    this.name = 'DataDirInUse';
  }
}

/**
 * Takes a data folder for this process alone. The lock is the operating system's, held on a small file of its own: it
 * ends with the process, however that ends, so that nothing has to be tidied up after a crash.
 * @throws DataDirInUse when another process holds it.
 */
export const lockDataDir = (dataDir: string): ReleaseLock =>
  lockFolder(dataDir, () => new DataDirInUse(dataDir));

/** The same for any folder; throws what `taken` makes when another process holds it. */
export function lockFolder(folder: string, taken: () => Error): ReleaseLock {
  mkdirSync(folder, { recursive: true });
  const holder = new Database(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch {
    holder.close();
    throw taken();
  }
  return () => void holder.close();
}
