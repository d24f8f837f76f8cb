/** What of a connection to SQLite is set. */
interface Connection {
  pragma(text: string): unknown;
}

/** Pages from which on a writer copies the log for itself, where the thread for that did not get there or few units wrote much: 32 MB. */
export const LONGEST_LOG = 8000;

/** For how long a connection waits for another one that writes. */
export function settleReader(connection: Connection): void {
  connection.pragma('busy_timeout = 5000');
}

/** What every connection that writes has to have, whichever thread it is in. */
export function settleWriter(connection: Connection): void {
  settleReader(connection);
  connection.pragma('foreign_keys = ON');
  connection.pragma('journal_mode = WAL');
  // WAL alone leaves NORMAL, with which an acknowledged row can vanish when the power fails.
  connection.pragma('synchronous = FULL');
  // What is deleted or written anew is overwritten with zeros, where that costs no further page.
  connection.pragma('secure_delete = FAST');
  // Pages that many submissions share are copied into the file once per 16 MB of log, not once per 4 MB. Where a thread copies
  // beside the unit of work (`checkpointer.ts`), it is the unit of work that raises this.
  connection.pragma('wal_autocheckpoint = 4000');
  // 64 MB, taken as needed: the indexes of a large store stay at hand.
  connection.pragma('cache_size = -65536');
}
