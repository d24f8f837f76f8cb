import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { DataSource, type DataSourceOptions } from 'typeorm';

import type { Config } from '../platform/config.js';
import { ensureGuards } from './append-only.js';
import { entities } from './entities.js';
import { WatchedClient } from './from-database.js';
import { LOCK_KEYS } from './lock-keys.js';
import { migrations } from './migrations.js';
import type { ReadReplica } from './read-replica.js';
import { driverWith } from './reading-pool.js';
import { settleReader, settleWriter } from './sqlite-settings.js';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'> & Partial<Pick<Config, 'readDatabaseUrl'>>;

/**
 * A unit does nothing else while its transaction is open, so one that is silent for a minute belongs to an instance that is
 * gone. PostgreSQL then ends it, and nobody waits any longer for the head of the audit chain.
 */
const GONE_AFTER = '-c idle_in_transaction_session_timeout=60000';

/** Name of the SQLite file below `DATA_DIR`. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'liaison-atlas.sqlite');

/** What both connections share. `access` decides whether the connection can write at all; with a replica, reads may go there. */
export function dataSourceOptions(
  place: Place,
  access: 'read' | 'write',
  replica?: ReadReplica | null,
): DataSourceOptions {
  const common = { entities, migrations, synchronize: false, migrationsRun: false } as const;
  if (place.databaseUrl !== '')
    return {
      ...common,
      type: 'postgres',
      // `||`: most installations read with the same role, on connections that cannot write.
      url: access === 'read' ? place.readDatabaseUrl || place.databaseUrl : place.databaseUrl,
      installExtensions: false,
      ...(replica && access === 'read' && { driver: driverWith(replica) }),
      // A server that does not answer at all is away, too; nobody waits for it longer.
      connectTimeoutMS: 5000,
      extra: {
        max: 10,
        Client: WatchedClient,
        options: access === 'read' ? '-c default_transaction_read_only=on' : GONE_AFTER,
      },
    };
  return {
    ...common,
    type: 'better-sqlite3',
    database: databaseFile(place.dataDir),
    readonly: access === 'read',
    enableWAL: access === 'write',
    // Statements kept ready; a group of units stores its audit events in one whose text depends on their number.
    statementCacheSize: 300,
    prepareDatabase: access === 'write' ? settleWriter : settleReader,
  };
}

/** Opens the one connection (SQLite) or pool (PostgreSQL) that may write. */
export async function openWriter(place: Place): Promise<DataSource> {
  if (place.databaseUrl === '') mkdirSync(place.dataDir, { recursive: true });
  return new DataSource(dataSourceOptions(place, 'write')).initialize();
}

/** Brings the tables up to date and puts the append-only guards in place; safe to call from several processes. */
export async function migrate(writer: DataSource): Promise<void> {
  const isPostgres = writer.options.type === 'postgres';
  const holder = isPostgres ? writer.createQueryRunner() : undefined;
  try {
    await holder?.query('SELECT pg_advisory_lock($1)', [LOCK_KEYS.migration]);
    await writer.runMigrations({ transaction: 'each' });
    await ensureGuards(writer);
  } finally {
    await holder?.query('SELECT pg_advisory_unlock($1)', [LOCK_KEYS.migration]);
    await holder?.release();
  }
}
