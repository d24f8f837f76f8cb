import type { Place } from '@liaison-atlas/shared/access/scope';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not, type Repository } from 'typeorm';

import { updateRows } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { LINK_MARK, type MailState, OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId } from '../../platform/ids.js';
import type { Actor } from '../actor.js';
import { requireAccess } from '../require-access.js';

/** A message with its text as the reader may see it. */
export interface ReadableMessage {
  readonly message: OutboxMessage;
  readonly text: string;
}

/** Messages of a round, or of accounts, and how many there are in each state. */
export interface OutboxPage {
  readonly messages: readonly ReadableMessage[];
  readonly counts: ReadonlyMap<MailState, number>;
}

/** A message in one of these states may be queued once more by a person. */
const AGAIN = ['failed', 'bounced', 'in_doubt'] as const satisfies readonly MailState[];
const HIDDEN = '(a link that only the recipient gets)';

/** The outbox for people: who may read which mail, and what they see of it. */
@Injectable()
export class ReadMailService {
  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Messages of a round, or with '' those about accounts: first what was not sent or is in doubt, then the newest. Links are left out as they are stored, unless
   * their kind shows them. @throws DomainError FORBIDDEN
   */
  async read(actor: Pick<Actor, 'grants'>, roundId: string, take: number): Promise<OutboxPage> {
    requireAccess(actor, 'ReadOutbox', placeOf(roundId));
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    // What a person must decide about comes first: after a crash in a large mailing it lies far behind the newest.
    const undecided = await this.messages.find({ where: { roundId, state: In(AGAIN) }, order, take });
    const room = take - undecided.length;
    const others = { roundId, state: Not(In(AGAIN)) };
    const newest = room > 0 ? await this.messages.find({ where: others, order, take: room }) : [];
    const counted = await this.messages
      .createQueryBuilder('m')
      .select('m.state', 'state')
      .addSelect('COUNT(*)', 'n')
      .where({ roundId })
      .groupBy('m.state')
      .getRawMany<{ state: MailState; n: number | string }>();
    const messages: ReadableMessage[] = [];
    for (const message of [...undecided, ...newest]) messages.push(await this.readable(message));
    return { messages, counts: new Map(counted.map(({ state, n }) => [state, Number(n)])) };
  }

  /**
   * Queues a message once more that did not go out for certain. For people only: the product never sends twice by
   * itself. @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async sendAgain(actor: Pick<Actor, 'id' | 'grants'>, id: string): Promise<ReadableMessage> {
    const message = isId(id) ? await this.messages.findOneBy({ id }) : null;
    // Who may read no outbox at all was refused before; to the others a message elsewhere is not there.
    requireAccess(actor, 'ReadOutbox', placeOf(message?.roundId ?? ''));
    const { state = 'sent' } = message ?? {};
    const again = await this.unitOfWork.run(actor, async (unit) => {
      const change = { state: 'queued', attempts: 0, leasedUntil: this.clock.now(), reason: '' };
      const mayBe = (AGAIN as readonly MailState[]).includes(state);
      if (!mayBe || (await updateRows(unit.manager, OutboxMessage, { id, state }, change)) === 0)
        throw new DomainError(
          'NOT_FOUND',
          'There is no message of this id that can be sent again.',
          'id',
          'Load the outbox again: it may have been sent meanwhile.',
        );
      const moved = { before: { state }, after: { state: 'queued' } };
      await unit.audit('mail.queued-again', 'outbox_message', id, {}, moved);
      return unit.manager.findOneByOrFail(OutboxMessage, { id });
    });
    return this.readable(again);
  }

  /**
   * Queues all mails of a round, or with '' those about accounts, once more that are in doubt: some people may get two.
   * For people only, who have seen how many there are. One event for all of them.
   * @param expected how many the person was shown
   * @returns how many were queued
   * @throws DomainError FORBIDDEN, CONFLICT where there are more or fewer by now; then none is queued
   */
  async sendAllInDoubt(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    expected: number,
  ): Promise<number> {
    requireAccess(actor, 'ReadOutbox', placeOf(roundId));
    return this.unitOfWork.run(actor, async (unit) => {
      const change = { state: 'queued', attempts: 0, leasedUntil: this.clock.now(), reason: '' } as const;
      const { affected } = await unit.manager.update(OutboxMessage, { roundId, state: 'in_doubt' }, change);
      const mails = affected ?? 0;
      if (mails === 0 || mails !== expected)
        throw new DomainError(
          'CONFLICT',
          mails === 0
            ? 'No mail is in doubt any more.'
            : `${mails} mails are in doubt by now, not ${expected}.`,
          'expected',
          'Nothing was queued. Load the outbox again and look at what it shows.',
        );
      const [entity, id] = roundId === '' ? ['outbox', 'accounts'] : ['round', roundId];
      const moved = { before: { state: 'in_doubt' }, after: { state: 'queued' } };
      await unit.audit('mail.all-queued-again', entity!, id!, { mails }, moved);
      return mails;
    });
  }

  private async readable(message: OutboxMessage): Promise<ReadableMessage> {
    const kind = this.outbox.kindOf(message.kind);
    let text = message.body;
    for (const [mark, words] of Object.entries(kind?.marks ?? {})) text = text.replaceAll(mark, () => words);
    if (!text.includes(LINK_MARK)) return { message, text };
    const link = await kind?.linkForReaders?.(message);
    return { message, text: text.replaceAll(LINK_MARK, () => link ?? HIDDEN) };
  }
}

const placeOf = (roundId: string): Place => (roundId === '' ? {} : { round: roundId });
