import { Injectable } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { newId } from '../ids.js';
import { SharedTime } from '../shared-time.js';
import { JobLease } from './job-lease.entity.js';

const MINUTE_MS = 60_000;
/** How far instances may be apart on what time the database has, in milliseconds. */
const SLACK_MS = 5000;
const NOBODY = { holder: '', leasedUntil: '' };

/** Lets one of several instances do a job at a time. On SQLite there is one process, and nothing to agree on. */
@Injectable()
export class JobLeases {
  private readonly holder = newId();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly time: SharedTime,
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

  private async take(job: string, minutes: number): Promise<boolean> {
    const time = await this.time.now();
    const now = new Date(time).toISOString();
    const leasedUntil = new Date(time + minutes * MINUTE_MS).toISOString();
    // Nobody leases for longer: what lies further ahead was taken by a clock that was wrong, and its time would not come.
    const latest = new Date(time + minutes * MINUTE_MS + SLACK_MS).toISOString();
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
        .where('id = :job AND (leased_until <= :now OR leased_until > :latest)', { job, now, latest })
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
