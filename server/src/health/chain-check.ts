import { Worker } from 'node:worker_threads';

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { readerPlaceOf } from '../database/reader-place.js';
import { readerOf } from '../database/row-reader.js';
import { answerOf } from '../platform/answer-of-thread.js';
import { type Config, CONFIG } from '../platform/config.js';
import { programBeside } from '../platform/program-beside.js';
import type { AuditCheckOrder } from './audit-check-thread.js';
import { type ComputedChain, computeChain } from './compute-chain.js';

/** The program of the thread; null where there is none. */
export const auditCheckProgram = (beside: string = import.meta.url): string | null =>
  programBeside('health/audit-check-thread.js', beside);

/** MiB that the thread may use: pages come and go, and nothing stays. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 40 };

/**
 * Computes the audit trail again, in a thread beside the server. Where there is no program for one, as where the sources run as they
 * are, here. Those who ask for the same at the same time get one answer.
 */
@Injectable()
export class ChainCheck {
  /** Where the program of the thread is; null = there is none. */
  protected readonly program: string | null = auditCheckProgram();
  private readonly underWay = new Map<number, Promise<ComputedChain>>();
  private readonly threads = new Set<Worker>();
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'readDatabaseUrl'>,
  ) {}

  /** @param rests milliseconds of rest for each of work @throws Error where it cannot be read, or the product stops */
  compute(rests: number): Promise<ComputedChain> {
    const known = this.underWay.get(rests);
    if (known !== undefined) return known;
    const computed = this.begin(rests).finally(() => this.underWay.delete(rests));
    this.underWay.set(rests, computed);
    return computed;
  }

  /** Ends what is under way; who waits for it is told. Called by who has it computed, who would wait for it otherwise. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private begin(rests: number): Promise<ComputedChain> {
    return this.program === null
      ? computeChain(readerOf(this.reader), rests, () => this.stopped)
      : this.inThread(this.program, rests);
  }

  private async inThread(program: string, rests: number): Promise<ComputedChain> {
    if (this.stopped) throw new Error('the product stops');
    const order: AuditCheckOrder = { place: readerPlaceOf(this.config), rests };
    const thread = new Worker(program, { workerData: order, resourceLimits: LIMITS });
    this.threads.add(thread);
    thread.once('exit', () => this.threads.delete(thread));
    return answerOf(thread, 'the thread that checks the audit trail was ended');
  }
}
