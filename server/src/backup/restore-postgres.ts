import type { Transform } from 'node:stream';

import pg from 'pg';

import { takeForOneself } from '../database/instance-lock.js';
import { differences, takeInventory } from './inventory.js';
import { BackupRefused, type Manifest, messageOf } from './manifest.js';
import { PgTools, withSecretAddress } from './pg-tools.js';
import { begunRestore, endRestore, makeRoom, takeRestoreBack } from './restore-room.js';
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
 * there go to a schema of their own. Then everything is compared; until that is over no instance starts, and what does not
 * compare is taken back. A restore that was killed in between is taken back by the next one.
 * @returns name of that schema; '' = the database was empty
 * @throws BackupRefused; what was there before is in its place then
 */
export async function restorePostgres(order: Order, manifest: Manifest, file: string): Promise<string> {
  const tools = new PgTools(order.pgTools);
  await requireTools(tools, manifest);
  const holder = new pg.Client({ connectionString: order.databaseUrl });
  await holder.connect();
  try {
    await takeForOneself(holder);
    await takeBackBegun(holder);
    const tables = await postgresReader(holder).tables();
    if (tables.length > 0 && !order.replace)
      throw new BackupRefused(
        `The database has ${tables.length} tables. Add --replace to put them aside. Nothing was changed.`,
      );
    const aside = tables.length === 0 ? '' : `before_restore_${order.now.slice(0, 19).replace(/\D/g, '')}`;
    const { rows } = await holder.query<{ server_version: string }>('SHOW server_version');
    try {
      await load(tools, { url: order.databaseUrl, file, aside, server: rows[0]?.server_version ?? '' });
      await requireContent(order.databaseUrl, manifest);
    } catch (error) {
      await takeBackAfter(holder, error);
    }
    await endRestore(holder);
    return aside;
  } finally {
    await holder.end();
  }
}

/** Takes back what a restore has loaded that was killed before everything had been compared. */
async function takeBackBegun(holder: pg.Client): Promise<void> {
  const aside = await begunRestore(holder);
  if (aside !== null) await takeRestoreBack(holder, aside);
}

/** Leaves the database as it was. @throws BackupRefused always: with what went wrong, and how the database is now */
async function takeBackAfter(holder: pg.Client, cause: unknown): Promise<never> {
  const wrong = messageOf(cause);
  try {
    await takeBackBegun(holder);
  } catch (error) {
    throw new BackupRefused(
      `${wrong} Nor could it be taken back (${messageOf(error)}). Give the command again: it does that first.`,
    );
  }
  throw new BackupRefused(`${wrong} The database is as it was before.`);
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

/** From one program into the other: no file holds what is in the backup, however this ends. */
async function load(tools: PgTools, { url, file, aside, server }: Load): Promise<void> {
  const filters: Transform[] = Number(server.split('.')[0]) < 17 ? [withoutNewerSettings()] : [];
  await withSecretAddress(url, (address) =>
    tools.pipe(
      ['pg_restore', ['--no-owner', '--no-privileges', '--exit-on-error', '--file=-', file]],
      [
        'psql',
        [
          '--no-psqlrc',
          '--quiet',
          '--set=ON_ERROR_STOP=1',
          '--output=/dev/null',
          `--dbname=${address}`,
          '--file=-',
        ],
      ],
      { before: `BEGIN;${makeRoom(aside)}\n`, filters, after: '\nCOMMIT;\n' },
    ),
  );
}

async function requireContent(url: string, manifest: Manifest): Promise<void> {
  const client = await openPostgresMoment(url);
  try {
    const different = differences(manifest, await takeInventory(postgresReader(client)));
    if (different.length > 0)
      throw new BackupRefused(`What was loaded is not what the manifest says: ${different.join('; ')}.`);
  } finally {
    await client.end();
  }
}
