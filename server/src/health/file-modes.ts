import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';

import { type Config, CONFIG } from '../platform/config.js';
import { LOGGER } from '../platform/logger.js';
import { tightenFiles } from '../platform/private-files.js';

/** Closes files of `DATA_DIR` that an earlier version or a copy left open to other accounts, at each start. */
@Injectable()
export class FileModes implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const left = tightenFiles(this.config.dataDir);
    if (left.length > 0)
      this.logger.warn({ files: left }, 'other accounts of the machine can read these files');
  }
}
