import { daysBefore } from '@liaison-atlas/shared/kernel/days-before';
import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import type { RetentionKey } from '@liaison-atlas/shared/privacy/retention';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, type FindOptionsWhere, In, LessThan, Not } from 'typeorm';

import { Session } from '../access/session.entity.js';
import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { CAN_GO_OUT, OutboxMessage } from '../outbox/outbox-message.entity.js';
import { removeLinkFiles } from '../outbox/transport-of.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { type Due, RetentionTask } from '../platform/jobs/retention-task.js';
import { PendingRectification } from './pending-rectification.entity.js';

/** Why a mail that waited so long is not sent any more. */
const TOO_OLD = 'It was too old; its address and text have been erased.';

/** Erases old mails, sessions and requests that no other part of the product erases. */
@Injectable()
export class AccountRetention extends RetentionTask {
  readonly what = 'Erase old mails, sessions and requests to sign in';

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async due(): Promise<Due[]> {
    return this.count(this.reader.manager);
  }

  /** @returns how many records were erased; one event for all of them */
  async erase(): Promise<number> {
    const isAnyDue = (await this.due()).some(({ count }) => count > 0);
    if (!isAnyDue) return 0;
    let expired: PendingRectification[] = [];
    const records = await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      // Counted again inside: somebody may have erased some meanwhile.
      const counts = await this.count(manager);
      const waiting = { ...this.mails(), state: In(CAN_GO_OUT) };
      await manager.update(OutboxMessage, waiting, { state: 'dropped', reason: TOO_OLD });
      await manager.update(OutboxMessage, this.mails(), { recipient: '', subject: '', body: '' });
      await manager.delete(Session, this.sessions());
      await manager.delete(SignInLink, this.requests());
      expired = await manager.findBy(PendingRectification, this.pending());
      await manager.delete(PendingRectification, this.pending());
      const detail = Object.fromEntries(counts.map(({ key, count }) => [key, count]));
      await audit('accounts.old-erased', 'accounts', 'retention', detail);
      return counts.reduce((sum, { count }) => sum + count, 0);
    });
    removeLinkFiles(
      this.config,
      expired.map(({ email }) => email),
    );
    return records;
  }

  protected async run(): Promise<void> {
    const records = await this.erase();
    if (records > 0) this.logger.info({ records }, 'old mails, sessions and requests have been erased');
  }

  private async count(manager: EntityManager): Promise<Due[]> {
    const due = (key: RetentionKey, count: number): Due => ({ key, count });
    return [
      due('mails', await manager.countBy(OutboxMessage, this.mails())),
      due('sessions', await manager.countBy(Session, this.sessions())),
      due('signInRequests', await manager.countBy(SignInLink, this.requests())),
      due('unsentAddresses', await manager.countBy(PendingRectification, this.pending())),
    ];
  }

  private mails(): FindOptionsWhere<OutboxMessage> {
    const limit = monthsBefore(this.clock.now(), this.config.retention.mails);
    return { createdAt: LessThan(limit), body: Not('') };
  }

  private sessions(): FindOptionsWhere<Session> {
    return { expiresAt: LessThan(daysBefore(this.clock.now(), this.config.retention.sessions)) };
  }

  private requests(): FindOptionsWhere<SignInLink> {
    return { requestedAt: LessThan(daysBefore(this.clock.now(), this.config.retention.signInRequests)) };
  }

  private pending(): FindOptionsWhere<PendingRectification> {
    return { expiresAt: LessThan(this.clock.now()) };
  }
}
