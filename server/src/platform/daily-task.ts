import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';

const DAY_MS = 86_400_000;

/** Something that is asked for at the start and once a day, such as what is due to be erased. */
export abstract class DailyTask implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  async onApplicationBootstrap(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => void this.run(), DAY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Does it. Throws nothing: a failure is logged and tried again the next day. */
  protected abstract run(): Promise<void>;
}
