import { setTimeout as wait } from 'node:timers/promises';

import { DataSource, type EntityManager } from 'typeorm';

import type { Config } from '../platform/config.js';
import { dataSourceOptions } from './data-source.js';

/** From here on SQLite overwrites everything that is deleted, whole pages too, until it is opened anew. */
export async function overwriteDeleted(manager: EntityManager): Promise<void> {
  if (manager.dataSource.options.type === 'better-sqlite3') await manager.query('PRAGMA secure_delete = ON');
}

/** Tries, a tenth of a second apart, to empty the log of changes; others may be writing just then. */
const TRIES = 50;

/**
 * Empties the write-ahead log of SQLite, in which rows stand as they were before they were erased. Where somebody writes
 * all the time it stays until the log is next copied into the file.
 */
export async function emptyLog(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<void> {
  if (config.databaseUrl !== '') return;
  const source = await new DataSource({ ...dataSourceOptions(config, 'write') }).initialize();
  try {
    // Waiting inside SQLite would stop everything else in this process, the writer among it.
    await source.query('PRAGMA busy_timeout = 0');
    for (let left = TRIES; left > 0; left -= 1) {
      const [done] = await source.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
      if (done?.busy === 0) return;
      await wait(100);
    }
  } finally {
    await source.destroy();
  }
}
