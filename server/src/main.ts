import 'reflect-metadata';

import { createApp } from './create-app.js';
import { DataDirInUse } from './database/data-dir-lock.js';
import { ConfigError, loadConfig } from './platform/config.js';
import { DomainError } from './platform/domain-error.js';

/** Starts the product and says where it can be reached; a wrong setting stops it with one readable line. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  process.stdout.write(`Liaison Atlas is ready at ${await app.getUrl()} (${config.mode} mode)\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError || error instanceof DataDirInUse ? error.message : explain(error)}\n`,
  );
  process.exitCode = 1;
});

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Set PORT to another number, for example: PORT=3001';
  if (error instanceof DomainError) return `${error.field}: ${error.message} ${error.mend}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
