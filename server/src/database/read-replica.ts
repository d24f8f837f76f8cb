import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import type { Config } from '../platform/config.js';

/** Injection token of the replica; null = there is none. */
export const READ_REPLICA = Symbol('read replica');

/** How a replica stands: in use; too far behind at the last question; or not to be reached (or no replica of this database). */
export type ReplicaState = 'reading' | 'behind' | 'gone';

/** What a monitor is told of a replica. */
export interface ReplicaHealth {
  readonly state: ReplicaState;
  /** Bytes of the primary's log that the replica has not applied yet; null = it cannot be asked. */
  readonly behindBytes: number | null;
}

/** How long a read waits for the replica to apply what the primary has acknowledged, before it goes to the primary. */
const WAIT_MS = 60;
const LOOK_AGAIN_MS = 5;
/** So long nobody asks a replica that could not be reached. */
const REST_MS = 5000;
const CONNECT_MS = 1000;
/** So many readers at once are enough for an instance. */
const READERS = 9;
/** So long an answer to where a server is may take; on a line that went dead without a word none ever comes. */
const ANSWER_MS = 1000;

/** Where a replica is, asked on one of its connections. A primary gives no row. */
const STANDING = `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
  pg_last_wal_replay_lsn()::text AS position WHERE pg_is_in_recovery()`;
const ACKNOWLEDGED = `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
  pg_current_wal_flush_lsn()::text AS position`;

interface Standing {
  readonly system: string;
  readonly position: bigint;
}

/**
 * A standby of the database from which public and analysis reads may come. It is asked only when it has applied everything that the primary had
 * acknowledged when the question was put: so nobody reads less than they would on the primary, whoever wrote it and through
 * whichever instance. Otherwise, and when it cannot be reached, the primary answers.
 */
export class ReadReplica {
  /** Connections handed out, by where they lead. */
  readonly reads = { replica: 0, primary: 0 };
  private readonly asking: pg.Pool;
  private readonly pool: pg.Pool;
  /** How far the server behind a connection is known to be: behind one address there may be several. */
  private readonly reached = new WeakMap<pg.PoolClient, Standing>();
  private state: ReplicaState = 'reading';
  private restsUntil = 0;
  /** Readers that have a connection, or are being given one. */
  private readers = 0;
  private underWay: Promise<Standing> | undefined;
  private next: Promise<Standing> | undefined;

  /** @param readers at once; further ones read from the primary @returns null = none is set */
  static of(
    { databaseUrl, replicaDatabaseUrl }: Pick<Config, 'databaseUrl' | 'replicaDatabaseUrl'>,
    readers = READERS,
  ): ReadReplica | null {
    return replicaDatabaseUrl === '' ? null : new ReadReplica(databaseUrl, replicaDatabaseUrl, readers);
  }

  private constructor(
    primaryUrl: string,
    replicaUrl: string,
    private readonly most: number,
  ) {
    const common = { connectionTimeoutMillis: CONNECT_MS, application_name: 'liaison-atlas-replica' };
    this.asking = new pg.Pool({ ...common, connectionString: primaryUrl, max: 1 });
    this.pool = new pg.Pool({
      ...common,
      connectionString: replicaUrl,
      // One more for the question of how it stands.
      max: most + 1,
      options: '-c default_transaction_read_only=on',
    });
    for (const pool of [this.asking, this.pool]) pool.on('error', () => undefined);
  }

  /** A connection on which everything acknowledged so far can be read; undefined = ask the primary. */
  async take(): Promise<pg.PoolClient | undefined> {
    const client = await this.tryTake();
    this.reads[client === undefined ? 'primary' : 'replica'] += 1;
    return client;
  }

  /** Nobody asks it for a while. */
  rest(): void {
    this.state = 'gone';
    this.restsUntil = performance.now() + REST_MS;
  }

  /** Asks the replica now. */
  async health(): Promise<ReplicaHealth> {
    let client: pg.PoolClient | undefined;
    let failed = false;
    try {
      const needed = await this.acknowledged();
      client = await this.pool.connect();
      const found = await standing(client, STANDING);
      if (found?.system !== needed.system) return { state: 'gone', behindBytes: null };
      const behind = needed.position - found.position;
      return {
        state: this.state === 'gone' ? 'reading' : this.state,
        behindBytes: behind > 0n ? Number(behind) : 0,
      };
    } catch {
      failed = true;
      return { state: 'gone', behindBytes: null };
    } finally {
      client?.release(failed);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.asking.end(), this.pool.end()]);
  }

  private async tryTake(): Promise<pg.PoolClient | undefined> {
    if (performance.now() < this.restsUntil) return undefined;
    // To have no connection left is not to be away: whoever comes now reads from the primary, and waits for nobody.
    if (this.readers >= this.most) return undefined;
    this.readers += 1;
    const client = await this.connectTo();
    if (client === undefined) this.readers -= 1;
    else this.countDown(client);
    return client;
  }

  /** Once a connection is given back, or closed, another reader may have one. */
  private countDown(client: pg.PoolClient): void {
    const release = client.release.bind(client);
    client.release = (error) => {
      client.release = release;
      this.readers -= 1;
      release(error);
    };
  }

  private async connectTo(): Promise<pg.PoolClient | undefined> {
    let client: pg.PoolClient | undefined;
    try {
      const needed = await this.acknowledged();
      client = await this.pool.connect();
      const reached = await this.waitFor(client, needed);
      if (reached) return client;
      client.release();
      return undefined;
    } catch (error) {
      client?.release(error instanceof Error ? error : true);
      this.rest();
      return undefined;
    }
  }

  /** Whether the server behind a connection has applied so much, or does so soon. */
  private async waitFor(client: pg.PoolClient, needed: Standing): Promise<boolean> {
    const end = performance.now() + WAIT_MS;
    for (;;) {
      const known = this.reached.get(client);
      if (known?.system === needed.system && known.position >= needed.position) {
        this.state = 'reading';
        return true;
      }
      const found = await standing(client, STANDING);
      if (found === undefined || found.system !== needed.system)
        throw new Error('REPLICA_DATABASE_URL leads to no standby of this database');
      this.reached.set(client, found);
      if (found.position >= needed.position) continue;
      if (performance.now() >= end) {
        this.state = 'behind';
        return false;
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  /**
   * How far the primary's acknowledged log reaches. Whoever asks while a question is under way waits for the next one: that one might have
   * been answered before what they must not miss.
   */
  private acknowledged(): Promise<Standing> {
    if (this.underWay === undefined) return this.ask();
    this.next ??= this.underWay
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.ask();
      });
    return this.next;
  }

  private ask(): Promise<Standing> {
    const asked = standing(this.asking, ACKNOWLEDGED).then((found) => {
      if (found === undefined) throw new Error('the primary does not say how far it is');
      return found;
    });
    this.underWay = asked;
    const over = (): void => {
      if (this.underWay === asked) this.underWay = undefined;
    };
    asked.then(over, over);
    return asked;
  }
}

async function standing(on: pg.Pool | pg.PoolClient, text: string): Promise<Standing | undefined> {
  // The types of `pg` do not know that one question can have a time of its own.
  const question = { text, query_timeout: ANSWER_MS };
  const { rows } = await on.query<{ system: string; position: string | null }>(question);
  const { system, position } = rows[0] ?? { system: '', position: null };
  return position === null ? undefined : { system, position: toNumber(position) };
}

/** A place in the log, as `16/B374D848`, as a number. */
function toNumber(position: string): bigint {
  const [high = '0', low = '0'] = position.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
