import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { updateRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import type { Actor } from '../actor.js';
import { requireAccess } from '../require-access.js';
import { type MailKind, OutboxMessage } from './outbox-message.entity.js';

/** A mail as somebody wants it sent. */
export type NewMail = Pick<OutboxMessage, 'kind' | 'subjectId' | 'recipient' | 'subject' | 'body'>;

/** Makes the secret link of a mail at the moment it is sent, in the unit that records the attempt; null = too late. */
export type LinkMaker = (unit: Unit, subjectId: string) => Promise<string | null>;

/** At most this many of the newest messages are shown. */
const SHOWN = 200;

/** Takes mail in and shows it; sending is the worker's. */
@Injectable()
export class OutboxService {
  private readonly makers = new Map<MailKind, LinkMaker>();

  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Says who makes the links of a kind of mail. */
  makeLinksOf(kind: MailKind, maker: LinkMaker): void {
    this.makers.set(kind, maker);
  }

  linkMakerOf(kind: MailKind): LinkMaker | undefined {
    return this.makers.get(kind);
  }

  /** Queues a mail in the unit of what it is about: there is no mail without it, and it is not without its mail. */
  async queue({ manager }: Unit, mail: NewMail): Promise<void> {
    const createdAt = this.clock.now();
    await manager.insert(OutboxMessage, {
      ...mail,
      id: newId(),
      state: 'queued',
      attempts: 0,
      leasedUntil: createdAt,
      reason: '',
      createdAt,
      sentAt: null,
    });
  }

  /** The newest messages, links left out as they are stored. @throws DomainError FORBIDDEN */
  async list(actor: Pick<Actor, 'grants'>): Promise<OutboxMessage[]> {
    requireAccess(actor, 'ReadOutbox', {});
    return this.messages.find({ order: { createdAt: 'DESC', id: 'ASC' }, take: SHOWN });
  }

  /** Queues a failed message once more, for people only: the product never sends twice by itself. */
  async sendAgain(actor: Pick<Actor, 'id' | 'grants'>, id: string): Promise<OutboxMessage> {
    requireAccess(actor, 'ReadOutbox', {});
    return this.unitOfWork.run(actor, async (unit) => {
      const leasedUntil = this.clock.now();
      const which = { id, state: 'failed' };
      const change = { state: 'queued', attempts: 0, leasedUntil, reason: '' };
      if ((await updateRows(unit.manager, OutboxMessage, which, change)) === 0)
        throw new DomainError(
          'NOT_FOUND',
          'There is no failed message of this id.',
          'id',
          'Load the outbox again: it may have been sent meanwhile.',
        );
      await unit.audit('mail.queued-again', 'outbox_message', id);
      return unit.manager.findOneByOrFail(OutboxMessage, { id });
    });
  }
}
