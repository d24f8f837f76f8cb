/*
 * The thread that saves beside the writer, as it would be on a disk that it alone cannot read: every change fails for a reason
 * that has nothing to do with it.
 */
import Database from 'better-sqlite3';

const prepare = Reflect.get(Database.prototype, 'prepare');
Database.prototype.prepare = function prepareFailing(text) {
  const statement = prepare.call(this, text);
  if (!text.startsWith('UPDATE')) return statement;
  return {
    run() {
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
    },
  };
};
await import('../../server/dist/database/saver-thread.js');
