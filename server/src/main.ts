import './platform/memory-settings.js';
import 'reflect-metadata';

import { join } from 'node:path';

import { LINK_FOLDER } from './outbox/transport-of.js';
import { createApp } from './create-app.js';
import { DataDirInUse } from './database/data-dir-lock.js';
import { DatabaseInUse } from './database/instance-lock.js';
import { TablesNotReady } from './database/prepare-tables.js';
import { ConfigError, loadConfig } from './platform/config.js';
import { DomainError } from './platform/domain-error.js';
import { makeFilesPrivate } from './platform/private-files.js';

/** Starts the product and says where it can be reached; a wrong setting stops it with one readable line. */
async function main(): Promise<void> {
  makeFilesPrivate();
  const config = loadConfig(process.env);
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  process.stdout.write(`Liaison Atlas is ready at ${await app.getUrl()} (${config.mode} mode)\n`);
  if (config.mode === 'production' && config.smtpUrl === '')
    process.stdout.write(
      config.adminEmail === ''
        ? 'No mail server is set. Set ADMIN_EMAIL (and SMTP_URL), or nobody new can sign in.\n'
        : `No mail server is set: sign-in links lie in ${join(config.dataDir, LINK_FOLDER)}, readable by this account only.\n`,
    );
}

/** What stops a start in words of its own. */
const EXPECTED = [ConfigError, DataDirInUse, DatabaseInUse, TablesNotReady];

main().catch((error: unknown) => {
  process.stderr.write(
    `${EXPECTED.some((kind) => error instanceof kind) ? (error as Error).message : explain(error)}\n`,
  );
  process.exitCode = 1;
});

/** What stopped the start, in words where it is a setting that the outside world does not bear out. */
function explain(error: unknown): string {
  if (error instanceof DomainError) return `${error.field}: ${error.message} ${error.mend}`;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Set PORT to another number, for example: PORT=3001';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(code))
    return `DATABASE_URL: PostgreSQL cannot be reached as it says (${code}). Check address, name and password, and that the server runs.`;
  if (['EEXIST', 'ENOTDIR', 'EACCES', 'EROFS', 'SQLITE_CANTOPEN'].includes(code))
    return `DATA_DIR: the folder cannot be used (${code}). Name a folder that this user may write, for example: DATA_DIR=./data`;
  return error.stack ?? error.message;
}
