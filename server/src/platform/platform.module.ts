import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { BUCKET } from './bucket/bucket.js';
import { S3Bucket } from './bucket/s3-bucket.js';
import { Clock } from './clock.js';
import { type Config, CONFIG } from './config.js';
import { LOGGER } from './logger.js';
import { SiteAddress } from './site-address.js';

/** Settings, clock, log and bucket: what every module may ask for. */
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
        {
          provide: BUCKET,
          useFactory: () => (config.releaseStore === null ? null : new S3Bucket(config.releaseStore, logger)),
        },
        SiteAddress,
      ],
      exports: [CONFIG, LOGGER, Clock, BUCKET, SiteAddress],
    };
  }
}
