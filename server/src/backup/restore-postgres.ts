import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { takeForOneself } from '../database/instance-lock.js';
import { differences, takeInventory } from './inventory.js';
import { BackupRefused, type Manifest } from './manifest.js';
import { PgTools, withSecretAddress } from './pg-tools.js';
import { openPostgresMoment, postgresReader } from './store-reader.js';
import { withoutNewerSettings } from './without-newer-settings.js';

interface Order {
  readonly databaseUrl: string;
  readonly replace: boolean;
  readonly pgTools: string;
  readonly now: string;
}

/**
 * Restores a dump in one transaction: whoever looks sees what was there before or all of the backup. Tables that were
 * there go to a schema of their own.
 * @returns name of that schema; '' = the database was empty
 */
export async function restorePostgres(order: Order, manifest: Manifest, file: string): Promise<string> {
  const tools = new PgTools(order.pgTools);
  await requireTools(tools, manifest);
  const holder = new pg.Client({ connectionString: order.databaseUrl });
  await holder.connect();
  try {
    await takeForOneself(holder);
    const tables = await postgresReader(holder).tables();
    if (tables.length > 0 && !order.replace)
      throw new BackupRefused(
        `The database has ${tables.length} tables. Add --replace to put them aside. Nothing was changed.`,
      );
    const aside = tables.length === 0 ? '' : `before_restore_${order.now.slice(0, 19).replace(/\D/g, '')}`;
    const { rows } = await holder.query<{ server_version: string }>('SHOW server_version');
    await load(tools, { url: order.databaseUrl, file, aside, server: rows[0]?.server_version ?? '' });
    await requireContent(order.databaseUrl, manifest);
    return aside;
  } finally {
    await holder.end();
  }
}

async function requireTools(tools: PgTools, { tool }: Manifest): Promise<void> {
  const restore = await tools.version('pg_restore');
  await tools.version('psql');
  const made = Number(/\d+/.exec(tool)?.[0]);
  if (restore.major < made)
    throw new BackupRefused(
      `${restore.text} cannot read what ${tool} made. Install the client programs of PostgreSQL ${made}, or name their folder in PG_TOOLS.`,
    );
}

interface Load {
  readonly url: string;
  readonly file: string;
  readonly aside: string;
  readonly server: string;
}

async function load(tools: PgTools, { url, file, aside, server }: Load): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-restore-'));
  try {
    const sql = join(folder, 'restore.sql');
    await tools.run('pg_restore', [
      '--no-owner',
      '--no-privileges',
      '--exit-on-error',
      `--file=${sql}`,
      file,
    ]);
    const script = Number(server.split('.')[0]) < 17 ? await withoutNewerSettings(sql) : sql;
    const makeRoom = aside === '' ? '' : `ALTER SCHEMA public RENAME TO ${aside}; CREATE SCHEMA public;\n`;
    await withSecretAddress(url, (address) =>
      tools.run(
        'psql',
        [
          '--no-psqlrc',
          '--quiet',
          '--single-transaction',
          '--set=ON_ERROR_STOP=1',
          '--output=/dev/null',
          `--dbname=${address}`,
          '--file=-',
          `--file=${script}`,
        ],
        makeRoom,
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function requireContent(url: string, manifest: Manifest): Promise<void> {
  const client = await openPostgresMoment(url);
  try {
    const different = differences(manifest, await takeInventory(postgresReader(client)));
    if (different.length > 0)
      throw new BackupRefused(
        `The database was restored but does not hold what the manifest says: ${different.join('; ')}.`,
      );
  } finally {
    await client.end();
  }
}
