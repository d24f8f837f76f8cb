import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { type DataSource, LessThan, Not } from 'typeorm';

import { ADDRESS_DAYS, eraseAddresses } from '../../cleaning/site-query-addresses.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { Clock } from '../../platform/clock.js';
import { LOGGER } from '../../platform/logger.js';
import { REPLY_MAIL } from './reply-mail.js';

const DAY_MS = 86_400_000;
const WAITED_TOO_LONG = 'It could not be sent for a week; the address has been erased.';

/**
 * Erases the addresses of mails with a right of reply that were refused, given up, or have waited for a week: one that
 * went out lost its address at once. Asked at the start and once a day; a failure waits for the next day.
 */
@Injectable()
export class ReplyMailRetention implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
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

  /** Gives how many addresses were erased. */
  async eraseOldAddresses(): Promise<number> {
    const limit = new Date(Date.parse(this.clock.now()) - ADDRESS_DAYS * DAY_MS).toISOString();
    const old = await this.reader.getRepository(OutboxMessage).find({
      where: { kind: REPLY_MAIL, createdAt: LessThan(limit), recipient: Not('') },
      select: { id: true },
    });
    if (old.length === 0) return 0;
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      const ids = old.map(({ id }) => id);
      await eraseAddresses(unit.manager, ids, WAITED_TOO_LONG);
      await unit.audit('mail.addresses-erased', 'outbox_message', '', { mails: ids.length });
      return ids.length;
    });
  }

  private async run(): Promise<void> {
    try {
      const mails = await this.eraseOldAddresses();
      if (mails > 0) this.logger.info({ mails }, 'addresses of rights of reply have been erased');
    } catch (error) {
      this.logger.error({ error }, 'old addresses of rights of reply could not be erased');
    }
  }
}
