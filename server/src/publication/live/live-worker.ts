import { Worker } from 'node:worker_threads';

import { endThread } from '../../database/end-thread.js';
import { DomainError } from '../../platform/domain-error.js';
import { type Logged, toLogged } from '../../platform/logger.js';
import type { AskServer } from './followed-writer.js';
import {
  asError,
  type FromLiveThread,
  type LiveAsked,
  type LivePlace,
  type ToLiveThread,
} from './live-messages.js';
import type { LiveKind, LiveQuestions } from './live-questions.js';

/**
 * So long after the last question it stays: whoever follows the replies through a day waits once for it to begin (most of a second),
 * and for what it knows of a large round, which takes seconds to make anew.
 */
const REST_MS = 60 * 60_000;
/** For so long nobody is given a thread when one ended that nobody had told to. */
const PAUSE_MS = 30_000;
/**
 * Nobody waits longer for an answer: a round of 100,000 forms takes a quarter of a minute the first time, and up to ten times as long where the
 * thread gets no more of a processor than is left to those who give way.
 */
const MOST_MS = 5 * 60_000;

type Answer = LiveQuestions[LiveKind]['answer'];

interface Waiting {
  readonly roundId: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What may be otherwise than above. */
export interface LiveLimits {
  readonly restMs?: number;
  readonly pauseMs?: number;
  readonly mostMs?: number;
  /** Memory for what the thread knows, in MiB; as much as the server may have where it is not said. */
  readonly mostMiB?: number;
}

/** Who is told what. */
interface Options extends LiveLimits {
  /** What the server knows of a topic. */
  readonly tell: AskServer;
  /** Told when a thread ended that nobody had told to, or failed at a question. */
  readonly onLost: (cause: Logged) => void;
}

/** The thread could not answer; whoever asked may try for themselves. */
export class NotAnswered extends Error {}

/** How Node names the end of a thread that needed more memory than it may have. */
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** The thread of the live rounds: begun with the first question, ended some time after the last. */
export class LiveWorker {
  private thread: Worker | undefined;
  /** One that was sent to rest and has not ended yet. */
  private resting: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private notBefore = 0;
  /** Rounds over which the last thread had too little memory or time. */
  private tooMuch: ReadonlySet<string> = new Set();
  private closed = false;
  private rest: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: string,
    private readonly place: LivePlace,
    private readonly options: Options,
  ) {}

  /**
   * @throws DomainError as `LiveRounds.answer`; BUSY where memory or time ran out over this round: the server itself would end over it, or
   *   answer nobody for as long; NotAnswered where there is no thread, or it ends or fails over this
   */
  async ask(asked: LiveAsked): Promise<Answer> {
    const { roundId } = asked.question.asks;
    const thread = this.thread ?? this.begin(roundId);
    clearTimeout(this.rest);
    const late = setTimeout(() => this.giveUp(thread, new TooLate()), this.options.mostMs ?? MOST_MS).unref();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const id = (this.last += 1);
        send(thread, { id, ...asked });
        this.waiting.set(id, { roundId, resolve, reject });
      });
    } finally {
      clearTimeout(late);
      if (this.waiting.size === 0) this.endLater();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.rest);
    const threads = [this.thread, this.resting].filter((each) => each !== undefined);
    this.thread = undefined;
    await Promise.all(threads.map(endThread));
    this.refuseAll(undefined);
  }

  private begin(roundId: string): Worker {
    if (this.closed) throw new NotAnswered('there is no thread any more');
    if (performance.now() < this.notBefore)
      throw this.tooMuch.has(roundId) ? tooMuch() : new NotAnswered('there is no thread at present');
    let thread: Worker;
    try {
      const { mostMiB } = this.options;
      const resourceLimits = mostMiB === undefined ? {} : { maxOldGenerationSizeMb: mostMiB };
      thread = new Worker(this.program, { workerData: this.place, resourceLimits });
    } catch (error) {
      // The system gives no further thread now.
      this.lost(toLogged(error));
      throw new NotAnswered('no thread could be begun', { cause: error });
    }
    this.thread = thread;
    let cause: unknown;
    thread.on('error', (error) => (cause = error));
    thread.on('message', (message: FromLiveThread) => this.hear(thread, message));
    thread.once('exit', (code) => {
      if (this.resting === thread) this.resting = undefined;
      this.giveUp(thread, cause ?? new Error(`the thread of the live rounds ended by itself (${code})`));
    });
    return thread;
  }

  private hear(thread: Worker, message: FromLiveThread): void {
    if ('tell' in message) {
      void this.options
        .tell(message.of)
        .then((knows) => ({ knows }))
        .catch((error: unknown) => ({ failed: toLogged(error) }))
        .then((told) => send(thread, { told: message.tell, ...told }));
      return;
    }
    const asked = this.waiting.get(message.id);
    // From one that was given up.
    if (asked === undefined) return;
    this.waiting.delete(message.id);
    if ('answer' in message) asked.resolve(message.answer);
    else if ('refused' in message) asked.reject(asError(message.refused));
    else {
      asked.reject(new NotAnswered(message.failed.message));
      // What failed once would fail for each who asks, and be worked out twice each time.
      this.giveUp(thread, undefined, message.failed);
    }
  }

  /** Does without this thread for a while, unless that has been decided; who waits for it is refused. */
  private giveUp(thread: Worker, cause: unknown, logged: Logged = toLogged(cause)): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    void thread.terminate();
    this.lost(logged);
    this.refuseAll(cause);
  }

  private refuseAll(cause: unknown): void {
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    const wasTooMuch =
      cause instanceof TooLate || (cause as NodeJS.ErrnoException | undefined)?.code === OUT_OF_MEMORY;
    this.tooMuch = new Set(wasTooMuch ? asked.map(({ roundId }) => roundId) : []);
    for (const { reject } of asked)
      reject(wasTooMuch ? tooMuch() : new NotAnswered('the thread has ended', { cause }));
  }

  private endLater(): void {
    clearTimeout(this.rest);
    const { thread } = this;
    if (thread === undefined) return;
    this.rest = setTimeout(() => {
      // Whoever asks from now on has another one.
      this.thread = undefined;
      this.resting = thread;
      send(thread, 'end');
    }, this.options.restMs ?? REST_MS).unref();
  }

  private lost(cause: Logged): void {
    this.notBefore = performance.now() + (this.options.pauseMs ?? PAUSE_MS);
    this.options.onLost(cause);
  }
}

class TooLate extends Error {
  constructor() {
    super('the thread of the live rounds gave no answer in time');
  }
}

const tooMuch = (): DomainError =>
  new DomainError(
    'BUSY',
    'This round is more than the server can work out at present.',
    'roundId',
    'Try again in a minute. If this comes again, ask whoever runs the server to give it more memory.',
  );

const send = (thread: Worker, message: ToLiveThread): void => thread.postMessage(message);
