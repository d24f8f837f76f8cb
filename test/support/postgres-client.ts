import { spawnSync } from 'node:child_process';

import { type PostgresVersion, startPostgres, type TestPostgres } from './postgres.js';

/** Version of this machine's `pg_dump`; 0 = there is none. With `CI=true` that is an error: `.ci/run` installs it. */
export const CLIENT_VERSION = ((): number => {
  const { stdout } = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
  const version = Number(/ (\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
  if (version === 0 && process.env['CI'] === 'true')
    throw new Error('pg_dump is missing: install the package postgresql-client');
  return version;
})();

/** The newest server of the tests that this machine's `pg_dump` can read. */
export const SERVER_FOR_CLIENT: PostgresVersion = CLIENT_VERSION >= 17 ? 17 : 15;

/** Starts a server that this machine's `pg_dump` can read. */
export const startPostgresForClient = (): Promise<TestPostgres> => startPostgres(SERVER_FOR_CLIENT);
