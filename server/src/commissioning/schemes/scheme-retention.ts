import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, LessThan } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { type Due, RetentionTask } from '../../platform/jobs/retention-task.js';
import { eraseSchemes } from './erase-schemes.js';
import { Scheme } from './scheme.entity.js';

/** Erases schemes that nobody has changed for as long as the setting says: what is kept for nobody is kept for too long. */
@Injectable()
export class SchemeRetention extends RetentionTask {
  readonly what = 'Erase schemes that nobody has changed for long';

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /** @returns how many were erased */
  async erase(): Promise<number> {
    const { changedAt } = this.old();
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

  async due(): Promise<Due[]> {
    return [{ key: 'schemes', count: await this.reader.manager.countBy(Scheme, this.old()) }];
  }

  private old() {
    return { changedAt: LessThan(monthsBefore(this.clock.now(), this.config.retention.schemes)) };
  }

  protected async run(): Promise<void> {
    const schemes = await this.erase();
    if (schemes > 0) this.logger.info({ schemes }, 'schemes that nobody changed for long have been erased');
  }
}
