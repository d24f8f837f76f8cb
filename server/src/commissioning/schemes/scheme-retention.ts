import { SCHEME_MONTHS } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { type DataSource, LessThan } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { DailyTask } from '../../platform/jobs/daily-task.js';
import { LOGGER } from '../../platform/logger.js';
import { eraseSchemes } from './erase-schemes.js';
import { Scheme } from './scheme.entity.js';

/** Erases schemes that nobody has changed for two years: what is kept for nobody is kept for too long. */
@Injectable()
export class SchemeRetention extends DailyTask {
  readonly what = 'Erase schemes that nobody has changed for 24 months';

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** @returns how many were erased */
  async erase(): Promise<number> {
    const changedAt = LessThan(monthsBefore(this.clock.now(), SCHEME_MONTHS));
    if (!(await this.reader.manager.existsBy(Scheme, { changedAt }))) return 0;
    return this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      // Asked again inside: somebody may have changed one meanwhile.
      const due = await manager.find(Scheme, { where: { changedAt }, select: { id: true } });
      if (due.length === 0) return 0;
      await eraseSchemes(
        manager,
        due.map(({ id }) => id),
      );
      const subjects = due.map(({ id }) => ({ entity: 'scheme', id }));
      await audit('schemes.erased', 'schemes', 'old', { count: due.length }, { subjects });
      return due.length;
    });
  }

  protected async run(): Promise<void> {
    try {
      const schemes = await this.erase();
      if (schemes > 0)
        this.logger.info({ schemes }, 'schemes that nobody changed for two years have been erased');
    } catch (error) {
      this.logger.error({ error }, 'old schemes could not be erased');
    }
  }
}
