import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { type DataSource, LessThan } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { LOGGER } from '../logger.js';
import { SharedTime } from '../shared-time.js';
import { LimitCount, LimitKey } from './limit.entity.js';

const LOOK_MS = 300_000;
/** No limit looks back further. */
const KEPT_MS = 3_660_000;

/** Deletes what no limit looks at any more: at the start and every five minutes, in whichever instance finds something. */
@Injectable()
export class LimitSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: SharedTime,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweepOrSay();
    this.timer = setInterval(() => (this.running = this.sweepOrSay()), LOOK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Deletes counts older than an hour, and the keys of days that are over. */
  async sweep(): Promise<void> {
    const now = await this.time.now();
    const counts = { slot: LessThan(new Date(now - KEPT_MS).toISOString()) };
    const keys = { id: LessThan(new Date(now).toISOString().slice(0, 10)) };
    const { manager } = this.reader;
    if (!(await manager.existsBy(LimitCount, counts)) && !(await manager.existsBy(LimitKey, keys))) return;
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      await unit.manager.delete(LimitCount, counts);
      await unit.manager.delete(LimitKey, keys);
    });
  }

  private sweepOrSay(): Promise<void> {
    return this.sweep().catch((error: unknown) =>
      this.logger.warn({ err: error }, 'what limits had counted could not be deleted'),
    );
  }
}
