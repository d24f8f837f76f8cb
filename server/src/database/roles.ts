import type { DataSource } from 'typeorm';

import type { Config } from '../platform/config.js';
import { APPEND_ONLY_TABLES, ERASABLE_COLUMNS } from './append-only.js';
import { LOCK_KEYS } from './lock-keys.js';

/** The roles besides the owner: one that the product works as, one that only reads; '' = none of its own. */
export interface Roles {
  readonly app: string;
  readonly read: string;
}

/** Names a table whose rows TypeORM writes when it migrates, and nobody else. */
const MIGRATIONS = 'migrations';

/** The name in a PostgreSQL address; '' where it has none. */
export const roleIn = (url: string): string => (url === '' ? '' : decodeURIComponent(new URL(url).username));

/** Whose rights the settings ask for; a role that owns the tables needs none. */
export function rolesOf(
  config: Pick<Config, 'databaseUrl' | 'readDatabaseUrl' | 'migrateDatabaseUrl'>,
): Roles {
  const owner = roleIn(config.migrateDatabaseUrl || config.databaseUrl);
  const other = (url: string): string => (roleIn(url) === owner ? '' : roleIn(url));
  return { app: other(config.databaseUrl), read: other(config.readDatabaseUrl) };
}

/**
 * What gives the roles their rights on tables that are there, and takes away what they had beyond: no table can be made,
 * changed or emptied, rows of append-only tables are added and nothing else (but for the words that a withdrawal erases),
 * and the role that reads only reads.
 * @param tables every table of the product
 */
export function grantStatements(roles: Roles, tables: readonly string[]): string[] {
  const [app, read] = [quote(roles.app), quote(roles.read)];
  return [
    ...(roles.app === '' ? [] : [...anew(app), ...tables.flatMap((table) => ofApp(table, app))]),
    ...(roles.read === '' ? [] : [...anew(read), `GRANT SELECT ON ${list(tables)} TO ${read}`]),
  ];
}

/** Gives the rights, in one transaction; run by the owner, after each migration. */
export async function grantRights(owner: DataSource, roles: Roles): Promise<void> {
  const rows: { name: string }[] = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  );
  const statements = grantStatements(
    roles,
    rows.map(({ name }) => name),
  );
  await owner.transaction(async (manager) => {
    // PostgreSQL refuses the later of two that change the rights of one table at once.
    await manager.query(`SELECT pg_advisory_xact_lock(${LOCK_KEYS.rights})`);
    for (const statement of statements) await manager.query(statement);
  });
}

function anew(role: string): string[] {
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    `REVOKE CREATE ON SCHEMA public FROM ${role}`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    // pg_dump reads where they stand.
    `GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  ];
}

function ofApp(table: string, role: string): string[] {
  const on = `ON ${quote(table)} TO ${role}`;
  if (table === MIGRATIONS) return [`GRANT SELECT ${on}`];
  // Moved on by the trigger of each audit event, with the rights of whoever adds the event.
  if (table === 'audit_head') return [`GRANT SELECT, UPDATE ${on}`];
  if (!(APPEND_ONLY_TABLES as readonly string[]).includes(table))
    return [`GRANT SELECT, INSERT, UPDATE, DELETE ${on}`];
  const erasable = ERASABLE_COLUMNS[table] ?? [];
  return [
    `GRANT SELECT, INSERT ${on}`,
    ...(erasable.length === 0 ? [] : [`GRANT UPDATE (${list(erasable)}) ${on}`]),
  ];
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]): string => names.map(quote).join(', ');
