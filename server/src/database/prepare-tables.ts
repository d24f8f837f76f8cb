import type { DataSource } from 'typeorm';

import type { Config } from '../platform/config.js';
import { APPEND_ONLY_TABLES } from './append-only.js';
import { migrate, openWriter } from './data-source.js';
import { grantRights, rolesOf } from './roles.js';

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'migrateDatabaseUrl' | 'readDatabaseUrl'>;

/** The tables are not what this version needs, and the role at hand may not change them. */
export class TablesNotReady extends Error {
  constructor(why: string) {
    super(
      `DATABASE_URL: ${why}, and its role does not own the tables. ` +
        'Set MIGRATE_DATABASE_URL to the address with the role that owns them, or give npm run migrate with it.',
    );
    this.name = 'TablesNotReady';
  }
}

/**
 * Brings the tables up to date with the role that owns them, and gives the other roles their rights on them. Where that
 * role is not at hand, the tables have to be ready.
 * @param writer a connection with the role that the product works as
 * @throws TablesNotReady
 */
export async function prepareTables(writer: DataSource, place: Place): Promise<void> {
  if (place.migrateDatabaseUrl !== '') return prepareAsOwner(place);
  if (await owns(writer)) {
    await migrate(writer);
    if (place.readDatabaseUrl !== '') await grantRights(writer, rolesOf(place));
    return;
  }
  if (await writer.showMigrations()) throw new TablesNotReady('tables of this version are missing');
  const guards: { name: string }[] = await writer.query(
    `SELECT tgname AS name FROM pg_trigger WHERE tgname LIKE 'guard%' AND tgenabled = 'O'`,
  );
  const there = new Set(guards.map(({ name }) => name));
  const missing = ['guard_audit_head', ...APPEND_ONLY_TABLES.map((table) => `guard_${table}_update`)];
  if (missing.some((name) => !there.has(name)))
    throw new TablesNotReady('what guards the audit trail is missing');
}

/** The same by the command `npm run migrate`, without anything else. */
export async function prepareAsOwner(place: Place): Promise<void> {
  const owner = await openWriter({ ...place, databaseUrl: place.migrateDatabaseUrl || place.databaseUrl });
  try {
    await migrate(owner);
    if (place.databaseUrl !== '') await grantRights(owner, rolesOf(place));
  } finally {
    await owner.destroy();
  }
}

/** Whether the role may change the tables, or make them where there are none. */
async function owns(writer: DataSource): Promise<boolean> {
  if (writer.options.type !== 'postgres') return true;
  const [row]: { owns: boolean | null; creates: boolean }[] = await writer.query(
    `SELECT (SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('audit_head')) AS owns,
            has_schema_privilege(current_schema(), 'CREATE') AS creates`,
  );
  return row?.owns ?? row?.creates === true;
}
