import { ConfigError, withoutSecret } from './config-error.js';
import type { Config } from './settings.js';

/** One database by up to three addresses: each with a role that may do no more than it has to. */
export function loadDatabases(
  env: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'databaseUrl' | 'migrateDatabaseUrl' | 'readDatabaseUrl' | 'replicaDatabaseUrl'> {
  const databaseUrl = env['DATABASE_URL'] ?? '';
  const [migrateDatabaseUrl, readDatabaseUrl, replicaDatabaseUrl] = [
    env['MIGRATE_DATABASE_URL'] ?? '',
    env['READ_DATABASE_URL'] ?? '',
    env['REPLICA_DATABASE_URL'] ?? '',
  ];
  for (const [variable, url, role] of [
    ['DATABASE_URL', databaseUrl, 'atlas'],
    ['MIGRATE_DATABASE_URL', migrateDatabaseUrl, 'atlas_owner'],
    ['READ_DATABASE_URL', readDatabaseUrl, 'atlas_read'],
    ['REPLICA_DATABASE_URL', replicaDatabaseUrl, 'atlas_read'],
  ] as const) {
    if (url !== '' && !/^postgres(ql)?:\/\/\S+$/.test(url))
      throw new ConfigError(
        variable,
        withoutSecret(url),
        'it must be a PostgreSQL address, or be left out for SQLite',
        `postgresql://${role}:secret@127.0.0.1:5432/atlas`,
      );
    if (url !== '' && !isReadable(url))
      throw new ConfigError(
        variable,
        withoutSecret(url),
        'host or port cannot be read; in user name and password the characters : / ? # @ [ ] % are written as %3A, %2F and so on',
        `postgresql://${role}:secret@127.0.0.1:5432/atlas`,
      );
    if (url !== '' && databaseUrl === '')
      throw new ConfigError(
        'DATABASE_URL',
        '',
        `${variable} is set, and the product needs its own address of the same database`,
        'postgresql://atlas:secret@127.0.0.1:5432/atlas',
      );
  }
  return { databaseUrl, migrateDatabaseUrl, readDatabaseUrl, replicaDatabaseUrl };
}

/** Whether the driver can take the address apart; it would only say so at the first connection, and show the address. */
function isReadable(url: string): boolean {
  try {
    const { username, password } = new URL(url);
    for (const part of [username, password]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
