import { EventEmitter } from 'node:events';

import pg from 'pg';

import type { ReadReplica } from './read-replica.js';
import { mayReadFromReplica } from './reading-place.js';

type Connection = Pick<pg.PoolClient, 'query' | 'on' | 'removeListener'>;
type Release = (error?: Error | boolean) => void;
type Connected = (error: Error | undefined, connection?: Connection, release?: Release) => void;

const BEGINS = /^\s*(START TRANSACTION|BEGIN)\b/i;
const ENDS = /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i;

/** What TypeORM knows PostgreSQL by, with a pool that may lead to the replica. */
export const driverWith = (replica: ReadReplica): object => ({
  Pool: class extends ReadingPool {
    constructor(options: pg.PoolConfig) {
      super(options, replica);
    }
  },
  types: pg.types,
});

/** Gives each reader a connection to the replica where its request may read there, and to the primary otherwise. */
class ReadingPool extends EventEmitter {
  private readonly primary: pg.Pool;

  constructor(
    options: pg.PoolConfig,
    private readonly replica: ReadReplica,
  ) {
    super();
    this.primary = new pg.Pool(options);
    this.primary.on('error', (error) => this.emit('error', error));
  }

  connect(tell: Connected): void {
    this.open().then(
      ({ connection, release }) => tell(undefined, connection, release),
      (error: Error) => tell(error),
    );
  }

  end(tell: (error?: Error) => void): void {
    this.primary.end().then(() => tell(), tell);
  }

  private async open(): Promise<{ connection: Connection; release: Release }> {
    const client = mayReadFromReplica() ? await this.replica.take() : undefined;
    if (client !== undefined) return this.withWayBack(client);
    const own = await this.primary.connect();
    return { connection: own, release: (error) => own.release(error) };
  }

  /**
   * A connection to the replica whose questions go to the primary when the replica goes away, or has to end them for the sake of what it
   * applies: nobody is told of it. Inside a transaction, which sees one moment, it cannot be made up for.
   */
  private withWayBack(client: pg.PoolClient): { connection: Connection; release: Release } {
    let inTransaction = false;
    // Kept from whoever reads: they would give up what can still be answered.
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    const query = async (text: unknown, values: unknown): Promise<unknown> => {
      const words = typeof text === 'string' ? text : '';
      if (BEGINS.test(words)) inTransaction = true;
      if (ENDS.test(words)) inTransaction = false;
      try {
        return await client.query(words, values as unknown[]);
      } catch (error) {
        const code = (error as { code?: unknown }).code;
        if (inTransaction || !isOfReplica(code)) throw error;
        if (code !== CONFLICT) this.replica.rest();
        return this.primary.query(words, values as unknown[]);
      }
    };
    const silent = new EventEmitter();
    return {
      connection: Object.assign(silent, { query }) as unknown as Connection,
      release: (error) => {
        client.removeListener('error', onError);
        client.release(broken ?? error);
      },
    };
  }
}

/** What a standby ends a question with when it gets in the way of what is to be applied. */
const CONFLICT = '40001';

/** Whether the replica, not the question, is at fault: it was stopped, it ended the question, or the line is dead (no code of SQL). */
const isOfReplica = (code: unknown): boolean =>
  typeof code !== 'string' || /^(40001|57P0\d|08...|E[A-Z]+)$/.test(code);
