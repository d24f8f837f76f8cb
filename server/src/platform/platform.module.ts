import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { Clock } from './clock.js';
import { type Config, CONFIG } from './config.js';
import { LOGGER } from './logger.js';
import { SiteAddress } from './site-address.js';

/** Settings, clock and log: what every module may ask for. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, logger: Logger, clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: Clock, useValue: clock },
        SiteAddress,
      ],
      exports: [CONFIG, LOGGER, Clock, SiteAddress],
    };
  }
}
