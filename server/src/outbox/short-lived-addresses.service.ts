import { daysBefore } from '@liaison-atlas/shared/kernel/days-before';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, LessThan, Not, type Repository } from 'typeorm';

import { updateRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { eraseAddresses } from './erase-addresses.js';
import type { MailKind, Prepared } from './mail-kind.js';
import { OutboxMessage } from './outbox-message.entity.js';

const WAITED_TOO_LONG = 'It could not be sent for too long; the address has been erased.';

/** A kind of mail whose address goes when the mail has gone, or is dropped. @param makeLink its link, at every attempt anew */
export const shortLivedAddress = (
  name: string,
  makeLink: (unit: Unit, message: OutboxMessage) => Promise<Prepared>,
): MailKind => ({
  name,
  prepare: (unit, message) =>
    message.recipient === ''
      ? Promise.resolve({ send: false, reason: 'The address has been erased.' })
      : makeLink(unit, message),
  settled: async ({ manager }, { id }, state) => {
    // What may still be sent again by a person needs its address.
    if (state === 'sent' || state === 'dropped')
      await updateRows(manager, OutboxMessage, { id }, { recipient: '' });
  },
});

/** Erases addresses that nobody needs any more. */
@Injectable()
export class ShortLivedAddresses {
  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How many mails of a kind `eraseOld` would empty now. */
  countOld(kind: string): Promise<number> {
    return this.messages.countBy(this.old(kind));
  }

  /** Of mails of a kind that were refused, given up, or have waited for as long as the setting says. Gives how many. */
  async eraseOld(kind: string): Promise<number> {
    const old = await this.messages.find({ where: this.old(kind), select: { id: true } });
    if (old.length === 0) return 0;
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      const ids = old.map(({ id }) => id);
      await eraseAddresses(unit.manager, ids, WAITED_TOO_LONG);
      await unit.audit('mail.addresses-erased', 'outbox_message', '', { mails: ids.length });
      return ids.length;
    });
  }

  private old(kind: string): FindOptionsWhere<OutboxMessage> {
    const limit = daysBefore(this.clock.now(), this.config.retention.unsentAddresses);
    return { kind, createdAt: LessThan(limit), recipient: Not('') };
  }
}
