import { Injectable } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { JobLease } from './job-lease.entity.js';

const MINUTE_MS = 60_000;
const NOBODY = { holder: '', leasedUntil: '' };

/** Lets one of several instances do a job at a time. On SQLite there is one process, and nothing to agree on. */
@Injectable()
export class JobLeases {
  private readonly holder = newId();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the job unless another instance is at it.
   * @param minutes how long at most it stays this instance's when it dies meanwhile
   * @returns whether it was done here @throws whatever the job throws
   */
  async whenFree(job: string, minutes: number, work: () => Promise<void>): Promise<boolean> {
    if (this.unitOfWork.commits !== undefined) {
      await work();
      return true;
    }
    if (!(await this.take(job, minutes))) return false;
    try {
      await work();
      return true;
    } finally {
      // Where even this fails, its time ends it.
      await this.giveBack(job).catch(() => undefined);
    }
  }

  private take(job: string, minutes: number): Promise<boolean> {
    const now = this.clock.now();
    const leasedUntil = new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString();
    return this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const rows = manager.createQueryBuilder();
      await rows
        .insert()
        .into(JobLease)
        .values({ id: job, ...NOBODY })
        .orIgnore()
        .execute();
      const { affected } = await manager
        .createQueryBuilder()
        .update(JobLease)
        .set({ holder: this.holder, leasedUntil })
        .where('id = :job AND leased_until <= :now', { job, now })
        .execute();
      return affected === 1;
    });
  }

  private async giveBack(job: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(JobLease, { id: job, holder: this.holder }, NOBODY),
    );
  }
}
