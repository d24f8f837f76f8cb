import { parseArgs } from 'node:util';

import { lockDataDir } from '../database/data-dir-lock.js';
import { prepareAsOwner } from '../database/prepare-tables.js';
import { roleIn, rolesOf } from '../database/roles.js';
import { type Config, loadConfig } from '../platform/config.js';

const USAGE = `Usage: npm run migrate [-- --print-roles]

Brings the tables up to date and, on PostgreSQL, gives the roles of DATABASE_URL and READ_DATABASE_URL their rights on them.
Connects as MIGRATE_DATABASE_URL says, the role that owns the tables, or as DATABASE_URL does. --print-roles changes nothing:
it prints the SQL with which an administrator of PostgreSQL makes the three roles and the database.`;

/**
 * The command `npm run migrate`.
 * @returns the exit code: 0 done, 2 the command is not understood
 */
export async function migrateTables(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const prints = readFlag(argv);
  if (prints === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const config = loadConfig(env);
  if (prints) {
    process.stdout.write(`${rolesAsSql(config)}\n`);
    return 0;
  }
  const release = config.databaseUrl === '' ? lockDataDir(config.dataDir) : () => undefined;
  try {
    await prepareAsOwner(config);
  } finally {
    release();
  }
  const { app, read } = rolesOf(config);
  const given = [app, read].filter((name) => name !== '').join(' and ');
  process.stdout.write(
    `The tables are those of this version.${given === '' ? '' : ` Rights given to ${given}.`}\n`,
  );
  return 0;
}

/** Roles and database, as an administrator of PostgreSQL makes them once; the rights on tables follow with each migration. */
function rolesAsSql({ databaseUrl, migrateDatabaseUrl, readDatabaseUrl }: Config): string {
  const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const owner = quote(roleIn(migrateDatabaseUrl) || 'atlas_owner');
  const app = quote(roleIn(databaseUrl) || 'atlas');
  const read = quote(roleIn(readDatabaseUrl) || 'atlas_read');
  const database = quote(
    databaseUrl === '' ? 'atlas' : decodeURIComponent(new URL(databaseUrl).pathname.slice(1)),
  );
  return [
    ...[owner, app, read].map(
      (role) => `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '…';`,
    ),
    `CREATE DATABASE ${database} OWNER ${owner};`,
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${database} TO ${app}, ${read};`,
    `-- Then, in that database (from PostgreSQL 15 on it is so already):`,
    `REVOKE CREATE ON SCHEMA public FROM PUBLIC;`,
  ].join('\n');
}

/** undefined = the command is not understood. */
function readFlag(argv: string[]): boolean | undefined {
  try {
    const options = { 'print-roles': { type: 'boolean', default: false } } as const;
    return parseArgs({ args: argv, options }).values['print-roles'];
  } catch {
    return undefined;
  }
}
