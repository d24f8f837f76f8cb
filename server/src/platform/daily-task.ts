import type { RetentionKey } from '@liaison-atlas/shared/privacy/retention';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';

const DAY_MS = 86_400_000;

/** Something that is asked for at the start and once a day, such as what is due to be erased. */
export abstract class DailyTask implements OnApplicationBootstrap, OnModuleDestroy {
  /** What it does, in the words of whoever runs the product. */
  abstract readonly what: string;
  /** When this process did it last, whatever came of it; null = not yet. */
  lastRun: string | null = null;
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
    await this.run();
    this.lastRun = new Date().toISOString();
  }

  /** Does it. Throws nothing: a failure is logged and tried again the next day. */
  protected abstract run(): Promise<void>;
}

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
