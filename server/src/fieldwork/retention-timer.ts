import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import type { Logger } from 'pino';

import { LOGGER } from '../platform/logger.js';
import { FurtherLinkService } from './further-link.service.js';
import { ContactRetentionService } from './contacts/contact-retention.service.js';
import { RetentionService } from './retention.service.js';

const DAY_MS = 86_400_000;

/** Asks for what is due to be erased, at the start and once a day. A failure is logged and tried again the next day. */
@Injectable()
export class RetentionTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly retention: RetentionService,
    private readonly further: FurtherLinkService,
    private readonly contacts: ContactRetentionService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => void this.run(), DAY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    try {
      const forms = await this.retention.eraseUnsent();
      if (forms > 0) this.logger.info({ forms }, 'forms that were never sent have been erased');
      const mails = await this.further.eraseOldAddresses();
      if (mails > 0)
        this.logger.info({ mails }, 'addresses of links that could not be sent have been erased');
    } catch (error) {
      this.logger.error({ error }, 'old forms or addresses could not be erased');
    }
    try {
      const people = await this.contacts.eraseOld();
      if (people > 0) this.logger.info({ people }, 'contacts whose time was over have been erased');
    } catch (error) {
      this.logger.error({ error }, 'old contacts could not be erased');
    }
  }
}
