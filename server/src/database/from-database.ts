import pg from 'pg';

/** What went wrong on the way to PostgreSQL, kept apart from what a mail server or an identity provider did not answer. */
const failures = new WeakSet<object>();

const note = (error: unknown): void => {
  if (typeof error === 'object' && error !== null) failures.add(error);
};

/** Whether an error is one of a connection to the database. */
export const isFromDatabase = (error: object): boolean => failures.has(error);

/** A connection of the pool that notes its own failures: an error of a socket does not say whose it is. */
export class WatchedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', note);
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
