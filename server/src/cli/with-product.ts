import { type INestApplicationContext, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { DatabaseModule } from '../database/database.module.js';
import type { Config } from '../platform/config.js';
import { createLogger, NestLogger } from '../platform/logger.js';
import { PlatformModule } from '../platform/platform.module.js';

/**
 * Opens the database as the product does (tables brought up to date first), without serving anybody or sending any mail, and
 * closes it again.
 * @param parts of the product that the work needs besides
 */
export async function withProduct(
  config: Config,
  { imports = [], providers = [] }: Pick<ModuleMetadata, 'imports' | 'providers'>,
  work: (app: INestApplicationContext) => Promise<number>,
): Promise<number> {
  const logger = createLogger({ ...config, logLevel: 'error' });

  @Module({ imports: [PlatformModule.forRoot(config, logger), DatabaseModule, ...imports], providers })
  class CommandModule {}

  const app = await NestFactory.createApplicationContext(CommandModule, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
