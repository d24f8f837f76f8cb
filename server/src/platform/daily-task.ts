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
