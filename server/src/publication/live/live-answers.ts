import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';

import { mayReadFromReplica } from '../../database/reading-place.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { FrameService } from '../../frame/frame.service.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { type Logged, LOGGER } from '../../platform/logger.js';
import type { AskServer } from './followed-writer.js';
import type { LiveKind, LiveQuestion, LiveQuestions } from './live-questions.js';
import { LiveRounds } from './live-rounds.js';
import { type LiveTimes, LiveWorker, NotAnswered } from './live-worker.js';

/** Beside the compiled modules, and beside the bundle of them. Not where the sources run as they are. */
const PLACES = ['./live-worker-thread.js', '../publication/live/live-worker-thread.js'];

/** The program of the thread; null where there is none. */
export function liveProgram(beside: string = import.meta.url): string | null {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, beside))).find((file) => existsSync(file));
  return found ?? null;
}

/**
 * Has questions about running rounds answered in a thread with connections of its own: cleaning a round again after each reply takes
 * milliseconds, and seconds where it is large, in which nobody else would be answered. Where there is no such thread, or it
 * fails, the answer is worked out here, by the same rules.
 */
@Injectable()
export class LiveAnswers implements OnApplicationShutdown {
  /** Where the program of the thread is; null = there is none. */
  protected readonly program: string | null = liveProgram();
  /** How long the thread is kept, and kept away, where that is not as usual. */
  protected readonly times: LiveTimes = {};
  private worker: LiveWorker | undefined;

  constructor(
    private readonly here: LiveRounds,
    private readonly unitOfWork: UnitOfWork,
    private readonly frame: FrameService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError as `LiveRounds.answer` */
  async ask<Kind extends LiveKind>(
    kind: Kind,
    asks: LiveQuestions[Kind]['asks'],
  ): Promise<LiveQuestions[Kind]['answer']> {
    const question: LiveQuestion<Kind> = { kind, asks, asAt: this.clock.now() };
    if (this.program === null) return this.here.answer(question);
    try {
      this.worker ??= this.workerAt(this.program);
      const asked = { question, frames: this.frame.taken, fromReplica: mayReadFromReplica() };
      return (await this.worker.ask(asked)) as LiveQuestions[Kind]['answer'];
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      return this.here.answer(question);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private workerAt(program: string): LiveWorker {
    const { dataDir, databaseUrl, readDatabaseUrl, replicaDatabaseUrl } = this.config;
    const place = { dataDir, databaseUrl, readDatabaseUrl, replicaDatabaseUrl };
    const tell: AskServer = (of) =>
      of.wants === 'version'
        ? this.unitOfWork.version(of.topic)
        : this.unitOfWork.changes(of.topic, of.since);
    const onLost = (failure: Logged): void =>
      this.logger.warn({ failure }, 'the thread of the live rounds failed; the server answers for it');
    return new LiveWorker(program, place, { tell, onLost, ...this.times });
  }
}
