import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { In, LessThanOrEqual, type Repository } from 'typeorm';

import { updateRows } from '../../database/row-statements.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { LOGGER } from '../../platform/logger.js';
import { MailTransport, type Outcome, UNSURE } from './mail-transport.js';
import { LINK_MARK, OutboxMessage } from './outbox-message.entity.js';
import { OutboxService } from './outbox.service.js';

const EVERY_MS = 1000;
const BATCH = 10;
/** How long a worker may hold what it has taken up, and how long the mail server may take: seconds. */
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 5;
/** Seconds until the next attempt after the first, second … one. */
const PAUSES = [30, 120, 600, 1800] as const;

/** Instead of a text: the message was given up because its link can no longer be used. */
const TOO_LATE: unique symbol = Symbol('too late');

/**
 * Sends what is queued; any number of workers may run. Each message is leased, its attempt is recorded on disk, and only
 * then is it handed over. A worker that dies before the record leaves the message to the next one; one that dies after
 * it leaves a message of which nobody knows whether it was sent: it is marked failed and shown to people, because to
 * miss a mail that one can see and send again is better than to send everybody two.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly outbox: OutboxService,
    private readonly transport: MailTransport,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.transport.kinds.length > 0) this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
    this.transport.close();
  }

  /** Sends what is due now, one after the other. @returns how many messages were taken up */
  async runOnce(): Promise<number> {
    const now = this.clock.now();
    const due = await this.messages.find({
      where: [
        { state: 'queued', leasedUntil: LessThanOrEqual(now), kind: In([...this.transport.kinds]) },
        { state: 'sending', leasedUntil: LessThanOrEqual(now) },
      ],
      order: { createdAt: 'ASC', id: 'ASC' },
      take: BATCH,
    });
    let taken = 0;
    for (const message of due) {
      if (message.state === 'sending') await this.finish(message, { is: 'unsure', reason: UNSURE });
      else if (await this.deliver(message)) taken += 1;
    }
    return taken;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.runOnce()
        .catch((error: unknown) => this.logger.error({ err: error }, 'the outbox could not be worked on'))
        .then(() => {
          if (this.timer !== undefined) this.schedule();
        });
    }, EVERY_MS);
    this.timer.unref();
  }

  private async deliver(message: OutboxMessage): Promise<boolean> {
    const { id, kind, subjectId, recipient, subject } = message;
    const text = await this.recordAttempt(message);
    if (text === null) return false;
    if (text === TOO_LATE) return true;
    let outcome: Outcome;
    try {
      outcome = await this.transport.send({ id, kind, subjectId, recipient, subject, text });
    } catch (error) {
      this.logger.error({ err: error }, 'a mail could not be handed over');
      outcome = { is: 'unsure', reason: UNSURE };
    }
    await this.finish({ ...message, state: 'sending', attempts: message.attempts + 1 }, outcome);
    return true;
  }

  /** Takes the message up and records the attempt; null when another worker has it. */
  private recordAttempt(message: OutboxMessage): Promise<string | typeof TOO_LATE | null> {
    const { id, kind, subjectId, body, attempts, leasedUntil } = message;
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      const which = { id, state: 'queued', leasedUntil };
      const change = { state: 'sending', attempts: attempts + 1, leasedUntil: this.later(LEASE_SECONDS) };
      if ((await updateRows(unit.manager, OutboxMessage, which, change)) === 0) return null;
      if (!body.includes(LINK_MARK)) return body;
      const link = await this.outbox.linkMakerOf(kind)?.(unit, subjectId);
      if (link !== undefined && link !== null) return body.replace(LINK_MARK, link);
      const reason = 'Not sent: its link would have expired by then.';
      await updateRows(unit.manager, OutboxMessage, { id }, { state: 'failed', reason });
      await unit.audit('mail.failed', 'outbox_message', id, { attempts: attempts + 1 });
      return TOO_LATE;
    });
  }

  private async finish({ id, attempts, leasedUntil, state }: OutboxMessage, outcome: Outcome): Promise<void> {
    const again = outcome.is === 'later' && attempts < MAX_ATTEMPTS;
    const next = outcome.is === 'sent' ? 'sent' : again ? 'queued' : 'failed';
    const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
    const change = {
      state: next,
      reason: outcome.reason,
      leasedUntil: again ? this.later(pause) : leasedUntil,
      sentAt: outcome.is === 'sent' ? this.clock.now() : null,
    };
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      if ((await updateRows(unit.manager, OutboxMessage, { id, state }, change)) === 0) return;
      if (!again) await unit.audit(`mail.${next}`, 'outbox_message', id, { attempts });
    });
  }

  private later(seconds: number): string {
    return new Date(Date.parse(this.clock.now()) + seconds * 1000).toISOString();
  }
}
