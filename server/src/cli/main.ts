import { BackupRefused } from '../backup/manifest.js';
import { DataDirInUse } from '../database/data-dir-lock.js';
import { DatabaseInUse } from '../database/instance-lock.js';
import { ConfigError } from '../platform/config.js';
import { makeFilesPrivate } from '../platform/private-files.js';
import { backup } from './backup.js';
import { migrateTables } from './migrate.js';
import { migrateToPostgres } from './migrate-to-postgres.js';
import { person } from './person.js';
import { referenceImport } from './reference-import.js';
import { restore } from './restore.js';
import { verifyAudit } from './verify-audit.js';

/** The command-line tools by name; each gives its exit code. */
const TOOLS: Readonly<Record<string, (argv: string[]) => Promise<number>>> = {
  backup,
  restore,
  migrate: migrateTables,
  person,
  'migrate-to-postgres': migrateToPostgres,
  'reference-import': referenceImport,
  'verify-audit': verifyAudit,
};

/** Refusals that whoever runs a tool can mend; the rest is a fault of ours, shown with its place. */
const EXPECTED = [ConfigError, DataDirInUse, DatabaseInUse, BackupRefused];

makeFilesPrivate();
const [name = '', ...rest] = process.argv.slice(2);
const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
if (tool === undefined) {
  process.stderr.write(
    `There is no tool ${JSON.stringify(name)}. Choose one of: ${Object.keys(TOOLS).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await tool(rest);
  } catch (error) {
    const expected = EXPECTED.some((kind) => error instanceof kind);
    process.stderr.write(
      `${expected && error instanceof Error ? error.message : !(error instanceof Error) ? String(error) : (error.stack ?? error.message)}\n`,
    );
    process.exitCode = 1;
  }
}
