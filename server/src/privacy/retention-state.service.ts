import { RETENTION, type RetentionPeriod } from '@liaison-atlas/shared/privacy/retention';
import { Inject, Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { type Config, CONFIG } from '../platform/config.js';
import { RetentionTask } from '../platform/jobs/retention-task.js';

/** A period as it is set, and how the work on it stands. */
export interface PeriodState extends RetentionPeriod {
  readonly length: number;
  /** Records that are due to be erased now. */
  readonly due: number;
  /** When the instance that answers erases them; null = it has not come to it since its start. */
  readonly nextRun: string | null;
}

/** For how long what is kept, as it is set here; the one place that the notice and the screen read. */
@Injectable()
export class RetentionState {
  constructor(
    private readonly modules: ModulesContainer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every period with what is due, in the order of the notice. @throws DomainError FORBIDDEN */
  async read(actor: Pick<Actor, 'grants'>): Promise<PeriodState[]> {
    requireAccess(actor, 'ManagePersonalData', {});
    const work: { key: string; count: number; nextRun: string | null }[] = [];
    for (const task of this.tasks())
      for (const { key, count } of await task.due()) work.push({ key, count, nextRun: task.nextRun });
    return RETENTION.map((period) => {
      const own = work.filter(({ key }) => key === period.key);
      const runs = own.flatMap(({ nextRun }) => (nextRun === null ? [] : [nextRun])).toSorted();
      return {
        ...period,
        length: this.config.retention[period.key],
        due: own.reduce((sum, { count }) => sum + count, 0),
        nextRun: runs[0] ?? null,
      };
    });
  }

  private tasks(): RetentionTask[] {
    return [...this.modules.values()]
      .flatMap((module) => [...module.providers.values()])
      .map(({ instance }): unknown => instance)
      .filter((instance): instance is RetentionTask => instance instanceof RetentionTask);
  }
}
