import pg from 'pg';

import { LOCK_KEYS } from './lock-keys.js';

const AGAIN_MS = 5_000;

/** Instances run on the database, or a tool works on all of it: the two never at once. */
export class DatabaseInUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatabaseInUse';
  }
}

/** Schema that exists in a database while an installation is being moved there. */
export const MOVE_SCHEMA = 'liaison_atlas_move';

/** Schema that exists in a database while what was restored there has not been compared yet. */
export const RESTORE_SCHEMA = 'liaison_atlas_restore';

/** What a database that a tool has left half done has, and what is to be done then. */
const HALF_DONE: readonly (readonly [schema: string, what: string])[] = [
  [
    MOVE_SCHEMA,
    'a move to this database was begun and is not finished. Give npm run migrate:to-postgres again.',
  ],
  [
    RESTORE_SCHEMA,
    'a restore of this database ended before everything had been compared. Give npm run restore again.',
  ],
];

const NAME = 'liaison-atlas-instance';

/**
 * Says, for as long as this process runs, that an instance works on a PostgreSQL database: a lock that any number of
 * instances share. It ends with the connection; when that is lost, it is taken again as soon as the database is back.
 */
export class InstanceLock {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private released = false;

  private constructor(private readonly url: string) {}

  /** @throws DatabaseInUse while a restore or a move has the database for itself */
  static async take(url: string): Promise<InstanceLock> {
    const lock = new InstanceLock(url);
    if (!(await lock.tryTake()))
      throw new DatabaseInUse(
        'DATABASE_URL: the database is being restored or moved to. Start the product once that is done.',
      );
    for (const [schema, what] of HALF_DONE)
      if (await lock.hasSchema(schema)) {
        await lock.release();
        throw new DatabaseInUse(`DATABASE_URL: ${what}`);
      }
    return lock;
  }

  private async hasSchema(name: string): Promise<boolean> {
    const found = await this.client?.query<{ there: boolean }>(
      'SELECT to_regnamespace($1) IS NOT NULL AS there',
      [name],
    );
    return found?.rows[0]?.there === true;
  }

  async release(): Promise<void> {
    this.released = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async tryTake(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url, application_name: NAME, keepAlive: true });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock_shared($1) AS taken',
      [LOCK_KEYS.inUse],
    );
    if (rows[0]?.taken !== true) {
      await client.end();
      return false;
    }
    this.client = client;
    client.once('end', () => this.again());
    return true;
  }

  private again(): void {
    this.client = undefined;
    if (this.released) return;
    this.timer = setTimeout(() => {
      this.tryTake()
        .then((taken) => {
          if (!taken) this.again();
        })
        .catch(() => this.again());
    }, AGAIN_MS);
    this.timer.unref();
  }
}

/**
 * Takes a PostgreSQL database for one tool alone, until the connection it is asked on ends.
 * @throws DatabaseInUse while any instance runs on it, or another tool works on it
 */
export async function takeForOneself(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    LOCK_KEYS.inUse,
  ]);
  if (rows[0]?.taken !== true)
    throw new DatabaseInUse(
      'DATABASE_URL is in use: stop every instance that runs on it (and any other restore or move) first. Nothing was changed.',
    );
}
