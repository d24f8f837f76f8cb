import { parseArgs } from 'node:util';

import { moveToPostgres } from '../backup/move-to-postgres.js';
import { loadConfig } from '../platform/config.js';

const USAGE = `Usage: npm run migrate:to-postgres [-- --start-over]

Moves the SQLite installation in DATA_DIR to the empty PostgreSQL database of DATABASE_URL. Stop the product first. A move
that was killed goes on where it was when the command is given again; --start-over throws away what was copied.`;

/**
 * The command `npm run migrate:to-postgres`.
 * @returns the exit code: 0 moved, 1 refused, 2 the command is not understood
 */
export async function migrateToPostgres(
  argv: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const { dataDir, ...urls } = loadConfig(env);
  // Tables are made by the role that owns them.
  const databaseUrl = urls.migrateDatabaseUrl || urls.databaseUrl;
  const startOver = readFlag(argv);
  if (startOver === undefined || databaseUrl === '') {
    process.stderr.write(databaseUrl === '' ? `DATABASE_URL is not set.\n${USAGE}\n` : `${USAGE}\n`);
    return 2;
  }
  const onStep = (what: string): void => {
    if (!what.endsWith('…')) process.stdout.write(`${what}\n`);
  };
  const { inventory, resumed } = await moveToPostgres({ dataDir, databaseUrl, startOver, onStep });
  const rows = inventory.tables.reduce((sum, table) => sum + table.rows, 0);
  const { events, head } = inventory.audit;
  process.stdout.write(
    `${resumed ? 'Went on with an earlier move. ' : ''}${rows} rows in ${inventory.tables.length} tables, counts and checksums the same on both sides.\n` +
      `${events} audit events, the chain is whole on both sides. Head ${head.seq}:${head.hash}\n` +
      `Start the product with DATABASE_URL. ${dataDir} stays as it was; keep it until you have a backup of the new one.\n`,
  );
  return 0;
}

/** undefined = the command is not understood. */
function readFlag(argv: string[]): boolean | undefined {
  try {
    const options = { 'start-over': { type: 'boolean', default: false } } as const;
    return parseArgs({ args: argv, options }).values['start-over'];
  } catch {
    return undefined;
  }
}
