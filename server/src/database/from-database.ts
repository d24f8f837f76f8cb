import pg from 'pg';

import { OneFlight, type Statement } from './one-flight.js';

/** What went wrong on the way to PostgreSQL, kept apart from what a mail server or an identity provider did not answer. */
const failures = new WeakSet<object>();

const note = (error: unknown): void => {
  if (typeof error === 'object' && error !== null) failures.add(error);
};

/** Whether an error is one of a connection to the database. */
export const isFromDatabase = (error: object): boolean => failures.has(error);

/**
 * A connection of the pool that notes its own failures: an error of a socket does not say whose it is. And one that can
 * send the last statements of a transaction together with its COMMIT.
 */
export class WatchedClient extends pg.Client {
  private last: readonly Statement[] = [];

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', note);
    const query = this.query.bind(this) as (...asked: readonly unknown[]) => unknown;
    // The text decides, since it is TypeORM that says COMMIT, and keeps the state of the transaction.
    this.query = ((...asked: readonly unknown[]) => {
      if (this.last.length === 0 || (asked[0] !== 'COMMIT' && asked[0] !== 'ROLLBACK'))
        return query(...asked);
      const flight = new OneFlight([...this.last, { text: 'COMMIT', values: [] }]);
      this.last = [];
      if (asked[0] === 'ROLLBACK') return query(...asked);
      query(flight);
      return flight.done;
    }) as typeof this.query;
  }

  /**
   * Statements that go with the COMMIT of this transaction in one piece: the database does them and commits without
   * waiting for anybody. Whatever one of them is refused with is what the COMMIT fails with, and nothing is stored.
   */
  sendWithCommit(statements: readonly Statement[]): void {
    this.last = statements;
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | void {
    if (callback !== undefined)
      return super.connect((error: Error) => {
        note(error);
        callback(error);
      });
    return super.connect().catch((error: unknown) => {
      note(error);
      throw error;
    }) as unknown as Promise<this>;
  }
}
