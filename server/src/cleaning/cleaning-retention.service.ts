import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { type DataSource, LessThan, Not } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { eraseWords } from '../fieldwork/erase-words.js';
import { formErased } from '../fieldwork/round-change.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { Clock } from '../platform/clock.js';
import { LOGGER } from '../platform/logger.js';
import { ADDRESS_DAYS, eraseAddresses } from './site-query-addresses.js';
import { QUERY_MAIL } from './site-query.service.js';

const DAY_MS = 86_400_000;
const WAITED_TOO_LONG = 'It could not be sent for a week; the address has been erased.';

/** Erases what cleaning may not keep any longer; asked at the start and once a day. A failure waits for the next day. */
@Injectable()
export class CleaningRetention implements OnApplicationBootstrap, OnModuleDestroy {
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

  /** Erases the addresses of questions whose mail was refused, given up, or has waited for a week. Gives how many. */
  async eraseOldAddresses(): Promise<number> {
    const limit = new Date(Date.parse(this.clock.now()) - ADDRESS_DAYS * DAY_MS).toISOString();
    const old = await this.reader.getRepository(OutboxMessage).find({
      where: { kind: QUERY_MAIL, createdAt: LessThan(limit), recipient: Not('') },
      select: { id: true },
    });
    if (old.length === 0) return 0;
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      await eraseAddresses(
        unit.manager,
        old.map(({ id }) => id),
        WAITED_TOO_LONG,
      );
      await unit.audit('mail.addresses-erased', 'outbox_message', '', { mails: old.length });
      return old.length;
    });
  }

  /**
   * Erases what cleaners wrote about forms that were withdrawn before a withdrawal did so itself. Gives how many forms.
   */
  async eraseWordsOnWithdrawn(): Promise<number> {
    const rows = await this.reader.query<{ id: string; roundId: string }[]>(
      `SELECT DISTINCT r.id AS id, r.round_id AS "roundId" FROM response r
       JOIN cleaning_decision d ON d.response_id = r.id
       WHERE r.state = 'withdrawn' AND d.note <> ''`,
    );
    for (const { id, roundId } of rows)
      await this.unitOfWork.run(SYSTEM, async (unit) => {
        await eraseWords(unit.manager, roundId, id);
        await unit.audit('response.notes-erased', 'response', id, { round: roundId });
        unit.touch(roundTopic(roundId), formErased(id));
      });
    return rows.length;
  }

  private async run(): Promise<void> {
    try {
      const mails = await this.eraseOldAddresses();
      if (mails > 0) this.logger.info({ mails }, 'addresses of questions to sites have been erased');
      const forms = await this.eraseWordsOnWithdrawn();
      if (forms > 0) this.logger.info({ forms }, 'notes about withdrawn forms have been erased');
    } catch (error) {
      this.logger.error({ error }, 'old addresses or notes could not be erased');
    }
  }
}
