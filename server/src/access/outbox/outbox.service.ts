import type { Place } from '@liaison-atlas/shared/access/scope';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import { insertRows, updateRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import type { Actor } from '../actor.js';
import { requireAccess } from '../require-access.js';
import type { MailKind } from './mail-kind.js';
import { LINK_MARK, type MailState, OutboxMessage } from './outbox-message.entity.js';

/** A mail as somebody wants it sent. */
export interface NewMail extends Pick<
  OutboxMessage,
  'kind' | 'template' | 'subjectId' | 'roundId' | 'dedupeKey' | 'recipient' | 'subject' | 'body'
> {
  /** Not before this moment (ISO 8601 UTC); absent = at once. */
  readonly sendAt?: string;
}

/** A message with its text as the reader may see it. */
export interface ReadableMessage {
  readonly message: OutboxMessage;
  readonly text: string;
}

/** The newest messages of a round, or of accounts, and how many there are in each state. */
export interface OutboxPage {
  readonly messages: readonly ReadableMessage[];
  readonly counts: ReadonlyMap<MailState, number>;
}

/** Rows of one statement: both engines limit how many parameters it may have. */
const CHUNK = 200;
/** A message in one of these states may be queued once more by a person. */
const AGAIN = ['failed', 'bounced', 'in_doubt'] as const satisfies readonly MailState[];
const HIDDEN = '(a link that only the recipient gets)';

/** Takes mail in and shows it; sending is the worker's. */
@Injectable()
export class OutboxService {
  private readonly kinds = new Map<string, MailKind>();

  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes a kind of mail known; in the constructor of whoever queues it. */
  register(kind: MailKind): void {
    this.kinds.set(kind.name, kind);
  }

  kindOf(name: string): MailKind | undefined {
    return this.kinds.get(name);
  }

  /** Names of the kinds that are known, the urgent ones or the others. */
  kindNames(urgent: boolean): string[] {
    return [...this.kinds.values()]
      .filter((kind) => (kind.urgent ?? false) === urgent)
      .map(({ name }) => name);
  }

  /**
   * Queues mail in the unit of what it is about: there is no mail without it, and it is not without its mail. A message
   * whose `dedupeKey` has been queued before, in whatever state it is now, is left out.
   * @returns how many were queued
   */
  async enqueue({ manager }: Unit, ...mails: readonly NewMail[]): Promise<number> {
    const createdAt = this.clock.now();
    const known = new Set<string>();
    let queued = 0;
    for (let at = 0; at < mails.length; at += CHUNK) {
      const chunk = mails.slice(at, at + CHUNK);
      const keys = chunk.map(({ dedupeKey }) => dedupeKey);
      const before = await manager.find(OutboxMessage, {
        where: { dedupeKey: In(keys) },
        select: { id: true, dedupeKey: true },
      });
      for (const { dedupeKey } of before) known.add(dedupeKey);
      const rows = chunk.flatMap(({ sendAt, ...mail }) => {
        if (known.has(mail.dedupeKey)) return [];
        known.add(mail.dedupeKey);
        const leasedUntil = sendAt ?? createdAt;
        const rest = { state: 'queued', attempts: 0, reason: '', sentAt: null };
        return [{ ...mail, ...rest, id: newId(), leasedUntil, createdAt }];
      });
      await insertRows(manager, OutboxMessage, rows);
      queued += rows.length;
    }
    return queued;
  }

  /**
   * The newest messages of a round, or with '' those about accounts. Links are left out as they are stored, unless
   * their kind shows them. @throws DomainError FORBIDDEN
   */
  async read(actor: Pick<Actor, 'grants'>, roundId: string, take: number): Promise<OutboxPage> {
    requireAccess(actor, 'ReadOutbox', placeOf(roundId));
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    const newest = await this.messages.find({ where: { roundId }, order, take });
    const counted = await this.messages
      .createQueryBuilder('m')
      .select('m.state', 'state')
      .addSelect('COUNT(*)', 'n')
      .where({ roundId })
      .groupBy('m.state')
      .getRawMany<{ state: MailState; n: number | string }>();
    const messages: ReadableMessage[] = [];
    for (const message of newest) messages.push(await this.readable(message));
    return { messages, counts: new Map(counted.map(({ state, n }) => [state, Number(n)])) };
  }

  /**
   * Queues a message once more that did not go out for certain. For people only: the product never sends twice by
   * itself. @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async sendAgain(actor: Pick<Actor, 'id' | 'grants'>, id: string): Promise<ReadableMessage> {
    const message = /^[\w-]{1,36}$/.test(id) ? await this.messages.findOneBy({ id }) : null;
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

  private async readable(message: OutboxMessage): Promise<ReadableMessage> {
    const { body, kind } = message;
    if (!body.includes(LINK_MARK)) return { message, text: body };
    const link = await this.kinds.get(kind)?.linkForReaders?.(message);
    return { message, text: body.replaceAll(LINK_MARK, () => link ?? HIDDEN) };
  }
}

const placeOf = (roundId: string): Place => (roundId === '' ? {} : { round: roundId });
