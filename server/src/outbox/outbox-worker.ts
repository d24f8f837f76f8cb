import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { In, LessThanOrEqual, type Repository } from 'typeorm';

import { updateRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { LOGGER } from '../platform/logger.js';
import { MailTransport } from './mail-transport.js';
import { LINK_MARK, OutboxMessage, type SettledState } from './outbox-message.entity.js';
import { OutboxService } from './outbox.service.js';
import { IN_DOUBT, type Outcome } from './to-outcome.js';

const EVERY_MS = 1000;
const BATCH = 100;
/** Messages in flight at once; no more than these can be in doubt after a power cut. */
const IN_FLIGHT = 10;
/** How long a worker may hold a message; longer than the mail server may take. */
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 5;
/** Seconds until the next attempt after the first, second … one; the first also after an unreachable mail server. */
const PAUSES = [30, 120, 600, 1800] as const;

/**
 * Sends what is queued; any number of workers may run. The attempt at a message is recorded on disk before it is handed
 * over, and what came of it after. A worker that dies before the record leaves the message to the next one; one that
 * dies after it leaves a message of which nobody knows whether it was sent: once its lease has run out it is shown to
 * people as in doubt and never sent again by itself, because nobody may get two.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  /** No attempt before this moment: the mail server could not be reached. */
  private pausedUntil = '';

  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly outbox: OutboxService,
    private readonly transport: MailTransport,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    this.transport.close();
  }

  /** Takes up what is due now, until nothing is. @returns how many messages were taken up */
  async runOnce(): Promise<number> {
    await this.findInDoubt();
    let taken = 0;
    for (;;) {
      const batch = await this.due();
      if (batch.length === 0) return taken;
      const before = taken;
      const next = batch.values();
      const lane = async (): Promise<void> => {
        for (const message of next) {
          if (this.resting()) return;
          if (await this.deliver(message)) taken += 1;
        }
      };
      const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
      for (const each of lanes) if (each.status === 'rejected') throw each.reason;
      // Whatever was due is another worker's by now.
      if (taken === before) return taken;
    }
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.runOnce()
        .catch((error: unknown) => this.logger.error({ err: error }, 'the outbox could not be worked on'))
        .then(() => this.schedule());
    }, EVERY_MS);
    this.timer.unref();
  }

  private resting(): boolean {
    return this.stopped || this.clock.now() < this.pausedUntil;
  }

  /** The oldest that are due, those for which somebody waits before all others. */
  private async due(): Promise<OutboxMessage[]> {
    if (this.resting()) return [];
    const due: OutboxMessage[] = [];
    for (const urgent of [true, false]) {
      const kinds = this.outbox.kindNames(urgent).filter((kind) => this.transport.takes(kind));
      if (kinds.length === 0 || due.length > 0) continue;
      const where = {
        state: 'queued' as const,
        leasedUntil: LessThanOrEqual(this.clock.now()),
        kind: In(kinds),
      };
      due.push(
        ...(await this.messages.find({ where, order: { leasedUntil: 'ASC', id: 'ASC' }, take: BATCH })),
      );
    }
    return due;
  }

  private async findInDoubt(): Promise<void> {
    const where = { state: 'sending' as const, leasedUntil: LessThanOrEqual(this.clock.now()) };
    for (const message of await this.messages.find({ where, take: BATCH }))
      await this.unitOfWork.run(SYSTEM, (unit) => this.settle(unit, message, 'in_doubt', IN_DOUBT));
  }

  /** Whether this worker took the message up. */
  private async deliver(message: OutboxMessage): Promise<boolean> {
    const attempt = changed(message, {
      state: 'sending',
      attempts: message.attempts + 1,
      leasedUntil: this.later(LEASE_SECONDS),
    });
    const text = await this.recordAttempt(message, attempt);
    if (text === 'taken') return false;
    if (text === 'settled') return true;
    const { id, recipient, subject } = message;
    let outcome: Outcome;
    try {
      outcome = await this.transport.send({ id, recipient, subject, text: text.body });
    } catch (error) {
      this.logger.error({ err: error }, 'a mail could not be handed over');
      outcome = { is: 'in_doubt', reason: IN_DOUBT };
    }
    await this.recordOutcome(attempt, outcome);
    return true;
  }

  /** The text to send; or nothing, because another worker has the message or because it is not wanted any more. */
  private recordAttempt(
    { id, kind, body, leasedUntil, state }: OutboxMessage,
    attempt: OutboxMessage,
  ): Promise<{ readonly body: string } | 'taken' | 'settled'> {
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      const change = { state: 'sending', attempts: attempt.attempts, leasedUntil: attempt.leasedUntil };
      const which = { id, state, leasedUntil };
      if ((await updateRows(unit.manager, OutboxMessage, which, change)) === 0) return 'taken';
      const prepared = (await this.outbox.kindOf(kind)?.prepare?.(unit, attempt)) ?? { send: true };
      if (!prepared.send) {
        await this.settle(unit, attempt, 'dropped', prepared.reason);
        return 'settled';
      }
      const { link = '' } = prepared;
      return { body: body.replaceAll(LINK_MARK, () => link) };
    });
  }

  private async recordOutcome(message: OutboxMessage, { is, reason }: Outcome): Promise<void> {
    const { id, attempts } = message;
    if (is === 'unreachable') {
      this.pausedUntil = this.later(PAUSES[0]);
      this.logger.warn({ reason }, 'mail waits: the mail server cannot be used');
    }
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      if (is === 'unreachable' || (is === 'later' && attempts < MAX_ATTEMPTS)) {
        // An attempt counts only when the mail server had its say about this message.
        const counted = is === 'later' ? attempts : attempts - 1;
        const pause = PAUSES[Math.min(counted, PAUSES.length) - 1] ?? PAUSES[0];
        const change = { state: 'queued', attempts: counted, reason, leasedUntil: this.later(pause) };
        await updateRows(unit.manager, OutboxMessage, { id, state: 'sending' }, change);
      } else await this.settle(unit, message, is === 'later' ? 'failed' : is, reason);
    });
  }

  /** Writes down how it ended, and tells those who queued it, unless somebody else has done so already. */
  private async settle(
    unit: Unit,
    message: OutboxMessage,
    state: SettledState,
    reason: string,
  ): Promise<void> {
    const { id, attempts } = message;
    const change = { state, reason, sentAt: state === 'sent' ? this.clock.now() : null };
    const which = { id, state: 'sending' };
    if ((await updateRows(unit.manager, OutboxMessage, which, change)) === 0) return;
    await this.outbox.kindOf(message.kind)?.settled?.(unit, changed(message, change), state);
    await unit.audit(
      `mail.${state.replace('_', '-')}`,
      'outbox_message',
      id,
      { attempts },
      { after: { state } },
    );
  }

  private later(seconds: number): string {
    return new Date(Date.parse(this.clock.now()) + seconds * 1000).toISOString();
  }
}

const changed = (message: OutboxMessage, change: Partial<OutboxMessage>): OutboxMessage =>
  Object.assign(new OutboxMessage(), message, change);
