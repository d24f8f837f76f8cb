import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { LessThanOrEqual, Not } from 'typeorm';

import { isUniqueViolation } from '../database/is-unique-violation.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { answerOf } from '../platform/answer-of-thread.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { LOGGER } from '../platform/logger.js';
import { BackupRun } from './backup-run.entity.js';
import { dueSlot } from './due-slot.js';
import { type BackupOrder, type MadeBackup, makeBackup } from './make-backup.js';
import { messageOf } from './manifest.js';

const MINUTE_MS = 60_000;
/** Renewed every minute while it is being made. */
const LEASE_MINUTES = 10;
const RETRY_MINUTES = 60;
const THREAD = new URL('../backup/backup-thread.js', import.meta.url);

/** What a run has to show before it is done. */
const NOTHING_YET = {
  finishedAt: null,
  name: '',
  bytes: 0,
  sha256: '',
  auditSeq: 0,
  auditHash: '',
  reason: '',
};

/**
 * Makes a backup a day where `BACKUP_DIR` is set. Of several instances one makes it; when that one dies, another tries
 * again once its lease is over. A failure is logged, recorded and tried again an hour later.
 */
@Injectable()
export class BackupSchedule implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<boolean> | undefined;
  private thread: Worker | undefined;
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.backup.dir === '') return;
    this.timer = setInterval(() => void this.runDue(), MINUTE_MS);
    this.timer.unref();
    void this.runDue();
  }

  /** Before the writer closes: a backup that is being made is given up, and made at the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.thread?.terminate();
    await this.running;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Makes the backup that is due, if there is one. @returns whether this instance made one */
  runDue(): Promise<boolean> {
    this.running ??= this.take()
      .catch((error: unknown) => {
        this.logger.error({ err: error }, 'whether a backup is due could not be found out');
        return false;
      })
      .finally(() => (this.running = undefined));
    return this.running;
  }

  private async take(): Promise<boolean> {
    const slot = dueSlot(this.clock.now(), this.config.backup.at);
    if (!(await this.claim(slot))) return false;
    const renewal = setInterval(() => void this.renew(slot), MINUTE_MS);
    try {
      const made = await this.make();
      const { bytes, sha256, audit } = made.manifest;
      const breaks = audit.breaks.join('; ').slice(0, 300);
      await this.record(slot, {
        state: 'done',
        finishedAt: this.clock.now(),
        name: made.name,
        bytes,
        sha256,
        auditSeq: audit.head.seq,
        auditHash: audit.head.hash,
        reason: breaks === '' ? '' : `The audit chain is broken: ${breaks}`,
      });
      if (breaks === '') this.logger.info({ name: made.name, bytes }, 'a backup was made');
      else
        this.logger.error({ name: made.name }, 'a backup was made of a database whose audit chain is broken');
      return true;
    } catch (error) {
      if (!this.stopping) this.logger.error({ err: error }, 'the backup that was due could not be made');
      const reason = messageOf(error).slice(0, 400);
      // One that a stop ended did not fail: whoever starts next makes it.
      const leasedUntil = this.later(this.stopping ? 0 : RETRY_MINUTES);
      await this.record(slot, { state: 'failed', reason, leasedUntil });
      return false;
    } finally {
      clearInterval(renewal);
    }
  }

  /** Whether this instance is the one to make it. */
  private async claim(slot: string): Promise<boolean> {
    const now = this.clock.now();
    const leasedUntil = this.later(LEASE_MINUTES);
    try {
      return await this.unitOfWork.run(SYSTEM, async ({ manager }) => {
        const known = await manager.findOneBy(BackupRun, { id: slot });
        if (known === null) {
          await manager.insert(BackupRun, {
            ...NOTHING_YET,
            id: slot,
            askedBy: 'schedule',
            state: 'running',
            startedAt: now,
            leasedUntil,
          });
          return true;
        }
        const free = { id: slot, state: Not('done' as const), leasedUntil: LessThanOrEqual(now) };
        const { affected } = await manager.update(BackupRun, free, {
          state: 'running',
          startedAt: now,
          leasedUntil,
        });
        return affected === 1;
      });
    } catch (error) {
      // Another instance was faster.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  private async renew(slot: string): Promise<void> {
    const leasedUntil = this.later(LEASE_MINUTES);
    await this.record(slot, { leasedUntil }).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'the lease of a backup could not be renewed'),
    );
  }

  private async record(slot: string, change: Partial<BackupRun>): Promise<void> {
    await this.unitOfWork.run(SYSTEM, ({ manager }) => manager.update(BackupRun, { id: slot }, change));
  }

  private make(): Promise<MadeBackup> {
    const { dataDir, databaseUrl, backup } = this.config;
    const order: BackupOrder = {
      dataDir,
      databaseUrl,
      into: backup.dir,
      keep: backup.keep,
      pgTools: backup.pgTools,
      now: this.clock.now(),
    };
    return existsSync(THREAD) ? this.makeInThread(order) : makeBackup(order);
  }

  private async makeInThread(order: BackupOrder): Promise<MadeBackup> {
    const thread = new Worker(THREAD, { workerData: order });
    this.thread = thread;
    thread.once('exit', () => (this.thread = undefined));
    return answerOf(thread, 'the thread that makes backups was ended');
  }

  private later(minutes: number): string {
    return new Date(Date.parse(this.clock.now()) + minutes * MINUTE_MS).toISOString();
  }
}
