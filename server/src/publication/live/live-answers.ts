import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';

import { mayReadFromReplica } from '../../database/reading-place.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { roundTopic } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { type Logged, LOGGER } from '../../platform/logger.js';
import { programBeside } from '../../platform/program-beside.js';
import type { AskServer } from './followed-writer.js';
import type { LiveAsked } from './live-messages.js';
import type { LiveKind, LiveQuestion, LiveQuestions } from './live-questions.js';
import { LiveRounds } from './live-rounds.js';
import { type LiveLimits, LiveWorker, NotAnswered } from './live-worker.js';
import { RoundsAhead } from './rounds-ahead.js';

/** The program of the thread; null where there is none. */
export const liveProgram = (beside: string = import.meta.url): string | null =>
  programBeside('publication/live/live-worker-thread.js', beside);

/**
 * Has questions about running rounds answered in a thread with connections of its own: cleaning a round again after each reply takes
 * milliseconds, and seconds where it is large, in which nobody else would be answered. Where there is no such thread, or it
 * fails, the answer is worked out here, by the same rules.
 */
@Injectable()
export class LiveAnswers implements OnApplicationShutdown {
  /** Where the program of the thread is; null = there is none. */
  protected readonly program: string | null = liveProgram();
  /** How long the thread is kept, and kept away, and what memory it may have, where that is not as usual. */
  protected readonly limits: LiveLimits = {};
  private worker: LiveWorker | undefined;
  private readonly ahead = new RoundsAhead({
    versionOf: (roundId) => this.unitOfWork.version(roundTopic(roundId)),
    prepare: async (roundId, fromReplica) => {
      await this.worker?.ask(this.asked({ kind: 'ready', asks: { roundId } }, fromReplica));
    },
  });
  private stopped = false;

  constructor(
    private readonly here: LiveRounds,
    private readonly unitOfWork: UnitOfWork,
    private readonly frame: FrameService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError as `LiveRounds.answer`; BUSY where the thread ran out of memory over this round */
  async ask<Kind extends LiveKind>(
    kind: Kind,
    asks: LiveQuestions[Kind]['asks'],
  ): Promise<LiveQuestions[Kind]['answer']> {
    const question: LiveQuestion<Kind> = { kind, asks };
    if (this.program === null || this.stopped) return this.here.answer(question);
    try {
      this.worker ??= this.workerAt(this.program);
      return (await this.worker.ask(
        this.asked(question, mayReadFromReplica()),
      )) as LiveQuestions[Kind]['answer'];
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      return this.here.answer(question);
    }
  }

  /**
   * A lead has looked at a round: as long as they may look again, the thread keeps it ready.
   * @param version at which they saw it, where that is known
   */
  looked(roundId: string, version?: number): void {
    if (this.worker !== undefined && !this.stopped) this.ahead.looked(roundId, version, mayReadFromReplica());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.ahead.stop();
    await this.worker?.close();
  }

  private asked(question: LiveQuestion, fromReplica: boolean): LiveAsked {
    return { question, frames: this.frame.taken, fromReplica };
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
    return new LiveWorker(program, place, { tell, onLost, ...this.limits });
  }
}
