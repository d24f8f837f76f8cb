import type { RetentionKey } from '@liaison-atlas/shared/privacy/retention';

import { DailyTask, DAY_MS } from './daily-task.js';

/** How many records are due to be erased now, of which kind. */
export interface Due {
  readonly key: RetentionKey;
  readonly count: number;
}

/** A task that erases what has been kept long enough, and can say how much that would be. */
export abstract class RetentionTask extends DailyTask {
  /** Kinds of which nothing is due are there too. */
  abstract due(): Promise<readonly Due[]>;

  /** When this process does it next (ISO 8601 UTC); null = it has not done it yet. */
  get nextRun(): string | null {
    return this.lastRun === null ? null : new Date(Date.parse(this.lastRun) + DAY_MS).toISOString();
  }
}
