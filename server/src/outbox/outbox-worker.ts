import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { LessThanOrEqual, type Repository } from 'typeorm';

import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { LOGGER } from '../platform/logger.js';
import { changeSending, claimDue, isDue } from './batch-statements.js';
import { type Ended, MAX_ATTEMPTS, settleAll, toFilled } from './batch.js';
import { type Mail, MailTransport } from './mail-transport.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { OutboxService } from './outbox.service.js';
import { IN_DOUBT, type Outcome } from './to-outcome.js';
import { isAnyStranded, takeUpStranded } from './wrong-clock.js';

const EVERY_MS = 1000;
/** Messages that are taken up together, recorded together, and settled together. */
const BATCH = 25;
/** Batches at once: while one is recorded, the mail server is busy with the other. */
const LANES = 2;
/**
 * Mails of one batch that are handed over at once; more than connections, so that none of these waits while the other
 * batch is recorded. Few enough that one which waits for a connection gets it well before its lease is over.
 */
const HANDS = 10;
/** No more messages than these can be in doubt after a power cut. */
export const MOST_IN_FLIGHT = BATCH * LANES;
/** How long a worker may hold a message, and what must be left of it when it is handed over. */
const LEASE_SECONDS = 300;
const HAND_OVER_SECONDS = 120;
/** Seconds until the next attempt after the first, second … one; the first also after an unreachable mail server. */
const PAUSES = [30, 120, 600, 1800] as const;

/** A message with everything that is to be sent. */
interface Ready {
  readonly message: OutboxMessage;
  readonly mail: Mail;
}

/** What was taken up together. */
interface Batch {
  /** How many were taken up, those included that are not wanted any more. */
  readonly size: number;
  readonly ready: readonly Ready[];
}

const NOTHING: Batch = { size: 0, ready: [] };

/** What came of a message; `released` = it was not tried, its turn comes again. */
type Handed = { readonly message: OutboxMessage } & (
  Outcome | { readonly is: 'released'; readonly reason: '' }
);

/**
 * Sends what is queued; any number of workers may run. A batch is recorded on disk as being sent before any of it is
 * handed over, and what came of it after. A worker that dies before the first record leaves its messages to the next
 * one; one that dies after it leaves messages of which nobody knows whether they were sent: once their lease has run
 * out they are shown to people as in doubt and never sent again by themselves, because nobody may get two.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  /** No attempt before this moment: the mail server could not be reached. */
  private pausedUntil = '';
  /** When it was looked last; '' = not yet. */
  private lastLook = '';
  /** Until a mail server that could not be reached answers again, one message tries it. */
  private reachable = true;

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
    await this.noticeClock();
    await this.findInDoubt();
    let taken = 0;
    const lane = async (): Promise<void> => {
      let handed: readonly Handed[] = [];
      for (;;) {
        const batch = await this.turn(handed);
        if (batch.size === 0) return;
        taken += batch.size;
        handed = await this.handOver(batch.ready);
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: this.reachable ? LANES : 1 }, lane));
    for (const each of lanes) if (each.status === 'rejected') throw each.reason;
    return taken;
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
    // A pause that ends later than a pause can was begun while the clock was wrong.
    const pauses = this.clock.now() < this.pausedUntil && this.pausedUntil <= this.later(PAUSES[0]);
    return this.stopped || pauses;
  }

  /** At the start, and when the clock has gone back: what waits for a moment that only a wrong clock can have set is due. */
  private async noticeClock(): Promise<void> {
    const now = this.clock.now();
    const isBack = now < this.lastLook || this.lastLook === '';
    this.lastLook = now;
    if (isBack && (await isAnyStranded(this.messages.manager, now)))
      await this.unitOfWork.run(SYSTEM, ({ manager }) => takeUpStranded(manager, now));
  }

  private async findInDoubt(): Promise<void> {
    for (;;) {
      const where = { state: 'sending' as const, leasedUntil: LessThanOrEqual(this.clock.now()) };
      const found = await this.messages.find({ where, take: BATCH });
      if (found.length === 0) return;
      const ended = found.map((message): Ended => ({ message, state: 'in_doubt', reason: IN_DOUBT }));
      await this.unitOfWork.run(SYSTEM, (unit) => this.settle(unit, ended));
    }
  }

  /**
   * Writes down what came of a batch and takes the next one up, with one commit for both: the mail server waits for the
   * disk once a batch.
   * @returns the next batch; empty when nothing is due
   */
  private async turn(handed: readonly Handed[]): Promise<Batch> {
    try {
      const due = await this.dueKinds();
      if (due.length > 0)
        return await this.unitOfWork.run(SYSTEM, async (unit) => {
          await this.record(unit, handed);
          return this.claim(unit, due);
        });
    } catch (error) {
      // A batch that cannot be taken up must not take with it what is known about the last one.
      await this.recordAlone(handed);
      throw error;
    }
    await this.recordAlone(handed);
    return NOTHING;
  }

  /** Kinds of which something is due, those first for which somebody waits; none when nothing may be sent now. */
  private async dueKinds(): Promise<readonly (readonly string[])[]> {
    const due: (readonly string[])[] = [];
    for (const urgent of [true, false]) {
      if (this.resting()) return [];
      const kinds = this.outbox.kindNames(urgent).filter((kind) => this.transport.takes(kind));
      // Asked outside of a unit: an outbox at rest writes nothing.
      if (kinds.length > 0 && (await isDue(this.messages.manager, { kinds, now: this.clock.now() })))
        due.push(kinds);
    }
    return due;
  }

  /** Marks a batch as being sent and makes its links; what is not wanted any more is dropped here. */
  private async claim(unit: Unit, due: readonly (readonly string[])[]): Promise<Batch> {
    let claimed: readonly OutboxMessage[] = [];
    for (const kinds of due) {
      claimed = await claimDue(unit.manager, {
        kinds,
        now: this.clock.now(),
        leasedUntil: this.later(LEASE_SECONDS),
        most: this.reachable ? BATCH : 1,
      });
      // Another worker may have been faster.
      if (claimed.length > 0) break;
    }
    const ready: Ready[] = [];
    const dropped: Ended[] = [];
    for (const [message, prepared] of await this.outbox.prepare(unit, claimed))
      if (prepared.send) ready.push({ message, mail: toFilled(message, prepared) });
      else dropped.push({ message, state: 'dropped', reason: prepared.reason });
    await this.settle(unit, dropped);
    return { size: claimed.length, ready };
  }

  private async handOver(ready: readonly Ready[]): Promise<Handed[]> {
    const handed: Handed[] = [];
    const next = ready.values();
    const hand = async (): Promise<void> => {
      for (const one of next) handed.push({ message: one.message, ...(await this.handOne(one)) });
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    return handed;
  }

  private async handOne({ message, mail }: Ready): Promise<Outcome | { is: 'released'; reason: '' }> {
    // Once its lease is over, another worker would call it in doubt while we still send it.
    if (this.resting() || message.leasedUntil < this.later(HAND_OVER_SECONDS))
      return { is: 'released', reason: '' };
    try {
      const outcome = await this.transport.send(mail);
      this.reachable = outcome.is !== 'unreachable';
      if (outcome.is === 'unreachable') this.rest(outcome.reason);
      return outcome;
    } catch (error) {
      this.logger.error({ err: error }, 'a mail could not be handed over');
      return { is: 'in_doubt', reason: IN_DOUBT };
    }
  }

  private rest(reason: string): void {
    this.pausedUntil = this.later(PAUSES[0]);
    this.logger.warn({ reason }, 'mail waits: the mail server cannot be used');
  }

  private async recordAlone(handed: readonly Handed[]): Promise<void> {
    if (handed.length > 0) await this.unitOfWork.run(SYSTEM, (unit) => this.record(unit, handed));
  }

  /** Writes down what came of a batch. */
  private async record(unit: Unit, handed: readonly Handed[]): Promise<void> {
    const ended: Ended[] = [];
    const again = { released: [] as string[], unreachable: [] as string[] };
    let unreachable = '';
    for (const { message, is, reason } of handed) {
      if (is === 'released') again.released.push(message.id);
      else if (is === 'unreachable') {
        again.unreachable.push(message.id);
        unreachable = reason;
      } else if (is === 'later' && message.attempts < MAX_ATTEMPTS) {
        const pause = PAUSES[Math.min(message.attempts, PAUSES.length) - 1] ?? PAUSES[0];
        const change = { state: 'queued', reason, leasedUntil: this.later(pause) } as const;
        await changeSending(unit.manager, [message.id], change);
      } else ended.push({ message, state: is === 'later' ? 'failed' : is, reason });
    }
    // An attempt counts only when the mail server had its say about this message.
    const back = { state: 'queued', uncounted: true } as const;
    if (again.released.length > 0)
      await changeSending(unit.manager, again.released, {
        ...back,
        reason: '',
        leasedUntil: this.clock.now(),
      });
    if (again.unreachable.length > 0)
      await changeSending(unit.manager, again.unreachable, {
        ...back,
        reason: unreachable,
        leasedUntil: this.later(PAUSES[0]),
      });
    await this.settle(unit, ended);
  }

  /** Writes down how it ended, and tells those who queued it, unless somebody else has done so already. */
  private settle(unit: Unit, ended: readonly Ended[]): Promise<void> {
    return settleAll(unit, this.outbox, ended, this.clock.now());
  }

  private later(seconds: number): string {
    return new Date(Date.parse(this.clock.now()) + seconds * 1000).toISOString();
  }
}
