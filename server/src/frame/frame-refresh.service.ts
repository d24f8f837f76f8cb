import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';

import { UnitOfWork } from '../database/unit-of-work.js';
import { LOGGER } from '../platform/logger.js';
import { FRAME_TOPIC } from './frame-topic.js';
import { FrameService } from './frame.service.js';

const EVERY_MS = 2000;

/**
 * Where several instances share a PostgreSQL, a frame that one freezes is seen by the others within seconds. On
 * SQLite there is one instance, which takes its picture anew itself.
 */
@Injectable()
export class FrameRefreshService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private seen = 0;
  private running: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frames: FrameService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.unitOfWork.commits !== undefined) return;
    this.seen = await this.unitOfWork.version(FRAME_TOPIC);
    this.timer = setInterval(() => {
      this.running ??= this.refresh()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'the frames could not be read anew'))
        .finally(() => (this.running = undefined));
    }, EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async refresh(): Promise<void> {
    const version = await this.unitOfWork.version(FRAME_TOPIC);
    if (version === this.seen) return;
    await this.frames.reload();
    this.seen = version;
  }
}
