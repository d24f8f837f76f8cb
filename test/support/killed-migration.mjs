/*
 * Runs the migrations of the built product on a database as a start does, and ends itself as a power cut would before a statement
 * that changes something: `node killed-migration.mjs N` before the N-th. Ends by itself (exit code 0) when there are fewer.
 */
import { migrate, openWriter } from '../../server/dist/database/data-source.js';

const before = Number(process.argv[2]);
let changes = 0;
const writer = await openWriter({
  dataDir: process.env.DATA_DIR,
  databaseUrl: process.env.DATABASE_URL ?? '',
});
const count = (text) => {
  if (/^\s*(SELECT|PRAGMA|SHOW|BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i.test(text)) return;
  changes += 1;
  if (changes === before) process.kill(process.pid, 'SIGKILL');
};
const silent = () => undefined;
writer.setOptions({
  logging: true,
  logger: {
    logQuery: count,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  },
});
await migrate(writer);
await writer.destroy();
