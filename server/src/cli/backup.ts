import { join } from 'node:path';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { backupFolder } from '../backup/backup-folder.js';
import { type MadeBackup, makeBackup } from '../backup/make-backup.js';
import type { Keep } from '../backup/rotation.js';
import { loadConfig } from '../platform/config.js';

const USAGE = `Usage: npm run backup -- [--to FOLDER] [--keep-daily N] [--keep-weekly N] [--keep-monthly N]

Makes a backup of DATABASE_URL, or of the SQLite file in DATA_DIR, while the product may run. It goes to a folder of its
own below FOLDER: BACKUP_DIR where none is named, or backups in DATA_DIR. Earlier backups are removed only when a number
of those to keep is given.`;

/**
 * The command `npm run backup`.
 * @returns the exit code: 0 made, 1 not made, or made of a broken audit chain, 2 the command is not understood
 */
export async function backup(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const command = readCommand(argv);
  if (command === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const config = loadConfig(env);
  const { dataDir, databaseUrl } = config;
  const into = command.to || backupFolder(config);
  const now = new Date().toISOString();
  const { keep } = command;
  const made = await makeBackup({ dataDir, databaseUrl, into, keep, pgTools: config.backup.pgTools, now });
  if (databaseUrl !== '') await record(databaseUrl, made);
  const { manifest, name, removed } = made;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${join(into, name)}: ${rows} rows in ${manifest.tables.length} tables, ${manifest.bytes} bytes\n` +
      `SHA-256 ${manifest.sha256}\n` +
      `${manifest.audit.events} audit events. Head ${manifest.audit.head.seq}:${manifest.audit.head.hash}\n` +
      removed.map((old) => `Removed ${old}\n`).join(''),
  );
  const files = manifest.tables.find(({ name: table }) => table === 'release_file')?.rows ?? 0;
  if (files > 0)
    process.stdout.write(
      `${files} records of release files: the files are not in it, they lie in their store\n`,
    );
  for (const fault of manifest.audit.breaks) process.stderr.write(`The audit chain is broken: ${fault}.\n`);
  return manifest.audit.breaks.length === 0 ? 0 : 1;
}

interface Command {
  readonly to: string;
  readonly keep: Keep | null;
}

function readCommand(argv: string[]): Command | undefined {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        to: { type: 'string', default: '' },
        'keep-daily': { type: 'string' },
        'keep-weekly': { type: 'string' },
        'keep-monthly': { type: 'string' },
      },
    });
    const given = [values['keep-daily'], values['keep-weekly'], values['keep-monthly']];
    if (given.some((number) => number !== undefined && !/^\d{1,4}$/.test(number))) return undefined;
    const [daily = 0, weekly = 0, monthly = 0] = given.map((number) => Number(number ?? 0));
    return {
      to: values.to,
      keep: given.every((number) => number === undefined) ? null : { daily, weekly, monthly },
    };
  } catch {
    return undefined;
  }
}

/** Several processes may write to a PostgreSQL; beside a SQLite that is in use the folder itself has to say it. */
async function record(url: string, { name, manifest }: MadeBackup): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { madeAt, bytes, sha256, audit } = manifest;
    await client.query(
      `INSERT INTO backup_run (id, asked_by, state, started_at, leased_until, finished_at, name, bytes, sha256,
         audit_seq, audit_hash, reason) VALUES ($1, 'command', 'done', $1, $1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        madeAt,
        new Date().toISOString(),
        name,
        bytes,
        sha256,
        audit.head.seq,
        audit.head.hash,
        audit.breaks.join('; ').slice(0, 400),
      ],
    );
  } finally {
    await client.end();
  }
}
