import { parseArgs } from 'node:util';

import { restoreBackup } from '../backup/restore-backup.js';
import { loadConfig } from '../platform/config.js';

const USAGE = `Usage: npm run restore -- FOLDER [--replace]

Puts the backup in FOLDER (with its manifest.json) in the place of DATABASE_URL, or of the SQLite file in DATA_DIR. Stop
the product first. A database that is there is refused; with --replace it is put aside, not removed.`;

/**
 * The command `npm run restore`.
 * @returns the exit code: 0 restored, 1 refused (nothing has changed), 2 the command is not understood
 */
export async function restore(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const command = readCommand(argv);
  if (command === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { dataDir, backup, ...urls } = loadConfig(env);
  // Tables are made by the role that owns them.
  const databaseUrl = urls.migrateDatabaseUrl || urls.databaseUrl;
  const now = new Date().toISOString();
  const { manifest, aside } = await restoreBackup({
    ...command,
    dataDir,
    databaseUrl,
    pgTools: backup.pgTools,
    now,
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Restored the backup of ${manifest.madeAt}: ${rows} rows in ${manifest.tables.length} tables, compared one by one.\n` +
      `${manifest.audit.events} audit events. Head ${manifest.audit.head.seq}:${manifest.audit.head.hash}\n`,
  );
  if (aside !== '')
    process.stdout.write(
      databaseUrl === ''
        ? `What was there lies in ${aside}; delete it when nobody needs it any more.\n`
        : `What was there is the schema ${aside}; DROP SCHEMA ${aside} CASCADE when nobody needs it any more.\n`,
    );
  return 0;
}

function readCommand(argv: string[]): { readonly folder: string; readonly replace: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const [folder, ...rest] = positionals;
    return folder === undefined || rest.length > 0 ? undefined : { folder, replace: values.replace };
  } catch {
    return undefined;
  }
}
