import { groupBy } from '@liaison-atlas/shared/kernel/group-by';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { insertRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { MailKind, Prepared, Settled } from './mail-kind.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** A mail as somebody wants it sent. */
export interface NewMail extends Pick<
  OutboxMessage,
  'kind' | 'template' | 'subjectId' | 'roundId' | 'dedupeKey' | 'recipient' | 'subject' | 'body'
> {
  /** Not before this moment (ISO 8601 UTC); absent = at once. */
  readonly sendAt?: string;
  /** What it is held, dropped and counted together with; absent = nothing. */
  readonly groupId?: string;
}

/** Rows of one statement: both engines limit how many parameters it may have. */
const CHUNK = 200;
/** Takes mail in; sending is the worker's, and who may read it is asked in `access/mail`. */
@Injectable()
export class OutboxService {
  private readonly kinds = new Map<string, MailKind>();

  constructor(private readonly clock: Clock) {}

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

  /** Asks the kinds of these messages whether they may go out now. A message of no known kind is sent as it is. */
  async prepare(unit: Unit, messages: readonly OutboxMessage[]): Promise<[OutboxMessage, Prepared][]> {
    const prepared: [OutboxMessage, Prepared][] = [];
    for (const [name, ofKind] of groupBy(messages, ({ kind }) => kind)) {
      const kind = this.kinds.get(name);
      const all = await kind?.prepareAll?.(unit, ofKind);
      for (const message of ofKind) {
        const one = all === undefined ? await kind?.prepare?.(unit, message) : all.get(message.id);
        prepared.push([message, one ?? { send: true }]);
      }
    }
    return prepared;
  }

  /** Tells the kinds of these messages what came of them. */
  async settled(unit: Unit, settled: readonly Settled[]): Promise<void> {
    for (const [name, ofKind] of groupBy(settled, ({ message }) => message.kind)) {
      const kind = this.kinds.get(name);
      if (kind?.settledAll !== undefined) await kind.settledAll(unit, ofKind);
      else for (const { message, state } of ofKind) await kind?.settled?.(unit, message, state);
    }
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
      const rows = chunk.flatMap(({ sendAt, groupId = null, ...mail }) => {
        if (known.has(mail.dedupeKey)) return [];
        known.add(mail.dedupeKey);
        const leasedUntil = sendAt ?? createdAt;
        const rest = { state: 'queued', attempts: 0, reason: '', sentAt: null };
        return [{ ...mail, ...rest, groupId, id: newId(), leasedUntil, createdAt }];
      });
      await insertRows(manager, OutboxMessage, rows);
      queued += rows.length;
    }
    return queued;
  }
}
