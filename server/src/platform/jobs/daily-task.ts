import { Inject, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';

import { LOGGER } from '../logger.js';
import { JobLeases } from './job-leases.js';

export const DAY_MS = 86_400_000;
/** Longer than any of them takes; for an instance that dies meanwhile. */
const LEASE_MINUTES = 10;

/**
 * Something that is asked for at the start and once a day, such as what is due to be erased. Of several instances that do
 * so at the same moment one does it; the others have nothing to do then.
 */
export abstract class DailyTask implements OnApplicationBootstrap, OnModuleDestroy {
  /** What it does, in the words of whoever runs the product. */
  abstract readonly what: string;
  /** When this process did it last, whatever came of it; null = not yet, or another instance was at it. */
  lastRun: string | null = null;
  @Inject(LOGGER) protected readonly logger: Logger;
  @Inject(JobLeases) private readonly leases: JobLeases;
  private timer: NodeJS.Timeout | undefined;

  async onApplicationBootstrap(): Promise<void> {
    await this.begin();
    this.timer = setInterval(() => void this.begin(), DAY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async begin(): Promise<void> {
    // A database that is away just now is asked again tomorrow, as after any other failure.
    const done = await this.leases
      .whenFree(this.constructor.name, LEASE_MINUTES, () => this.runOrSay())
      .catch(() => false);
    if (done) this.lastRun = new Date().toISOString();
  }

  private async runOrSay(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.logger.error({ error }, `not done until tomorrow: ${this.what}`);
    }
  }

  /** Does it. What it throws is logged, and it is tried again the next day. */
  protected abstract run(): Promise<void>;
}
