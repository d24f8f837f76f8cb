import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';

import { LOGGER } from '../../platform/logger.js';
import { RoundStepService } from './round-step.service.js';

const MINUTE_MS = 60_000;

/**
 * Lets the state of rounds follow their dates, at the start and once a minute. What a round takes follows the date at
 * once, whenever the state does. A failure is logged and tried again the next minute.
 */
@Injectable()
export class RoundStepTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly steps: RoundStepService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => {
      this.running ??= this.run().finally(() => (this.running = undefined));
    }, MINUTE_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      const rounds = await this.steps.takeDue();
      if (rounds > 0) this.logger.info({ rounds }, 'rounds have gone on, since their date has passed');
    } catch (error) {
      this.logger.error({ error }, 'rounds whose date has passed could not go on');
    }
  }
}
