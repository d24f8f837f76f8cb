import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { Repository } from 'typeorm';

import { SYSTEM, UnitOfWork, type UnitActor } from '../database/unit-of-work.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { Clock } from '../platform/clock.js';
import { JobLeases } from '../platform/jobs/job-leases.js';
import { LOGGER } from '../platform/logger.js';
import { ChainCheck } from './chain-check.js';

/** How old the last check may be. */
const DAY_MS = 86_400_000;
/** How often it is looked whether another one is due; the first time well after the start. */
const LOOK_MS = 600_000;
/** For each millisecond of work the daily check rests so many: nobody waits for it, and it takes about a twentieth of a processor. */
const RESTS = 19;
/** One that a person waits for. */
const RESTS_WHILE_SOMEBODY_WAITS = 1;
/** How long a check may take before another instance thinks that this one died of it. */
const LEASE_MINUTES = 360;

/** What came of the last check of the audit trail. */
export interface AuditCheck {
  readonly at: string;
  /** How many events there were. */
  readonly events: number;
  /** Places where the chain is broken; 0 = it was whole. */
  readonly breaks: number;
}

/**
 * Computes the whole audit trail again once a day, whatever number of instances there are, and notes what came of it
 * as an event of the trail: so it is known after a restart and to every instance, and cannot be taken back.
 */
@Injectable()
export class AuditCheckService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly chain: ChainCheck,
    @InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly leases: JobLeases,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.checking = this.checkWhenDue()), LOOK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    // Before the wait, which it would otherwise last as long as.
    await this.chain.stop();
    await this.checking;
  }

  /** What came of the last check; null = there was none yet. */
  async last(): Promise<AuditCheck | null> {
    const [event] = await this.events.find({
      where: { entity: 'audit', entityId: 'chain', action: 'audit.checked' },
      order: { seq: 'DESC' },
      take: 1,
    });
    if (event === undefined) return null;
    return { at: event.at, events: Number(event.detail['events']), breaks: Number(event.detail['breaks']) };
  }

  /**
   * Checks now and notes what came of it. Changes nothing of what it finds broken.
   * @param rests milliseconds of rest for each of work
   */
  async check(actor: UnitActor = SYSTEM, rests = RESTS_WHILE_SOMEBODY_WAITS): Promise<AuditCheck> {
    const { count, breaks } = await this.chain.compute(rests);
    const detail = { events: count, breaks: breaks.length };
    await this.unitOfWork.run(actor, (unit) => unit.audit('audit.checked', 'audit', 'chain', detail));
    for (const { seq, message } of breaks) this.logger.error({ seq }, `audit trail: ${message}`);
    return { at: this.clock.now(), events: count, breaks: breaks.length };
  }

  private async isDue(): Promise<boolean> {
    const last = await this.last();
    // One that lies a day ahead was made while the clock was wrong, and must not keep the next ones from coming.
    return last === null || Math.abs(Date.parse(this.clock.now()) - Date.parse(last.at)) >= DAY_MS;
  }

  /** Checks when the last check is a day old. Throws nothing: what fails is logged and tried again with the next look. */
  async checkWhenDue(): Promise<void> {
    try {
      if (!(await this.isDue())) return;
      await this.leases.whenFree('audit-check', LEASE_MINUTES, async () => {
        // Another instance may have finished between the two looks.
        if (await this.isDue()) await this.check(SYSTEM, RESTS);
      });
    } catch (error) {
      if (!this.stopped) this.logger.error({ err: error }, 'the audit trail could not be checked');
    }
  }
}
