import { Worker } from 'node:worker_threads';

import { endThread } from '../../database/end-thread.js';
import { DomainError } from '../../platform/domain-error.js';
import { type Logged, toLogged } from '../../platform/logger.js';
import type { AskServer } from './followed-writer.js';
import type { FromLiveThread, LiveAsked, LivePlace, ToLiveThread } from './live-messages.js';
import type { LiveKind, LiveQuestions } from './live-questions.js';

/**
 * So long after the last question it stays: whoever follows the replies through a day waits once for it to begin (most of a second),
 * and for what it knows of a large round, which takes seconds to make anew.
 */
const REST_MS = 60 * 60_000;
/** For so long nobody is given a thread when one ended that nobody had told to. */
const PAUSE_MS = 30_000;

type Answer = LiveQuestions[LiveKind]['answer'];

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What may be otherwise than above. */
export interface LiveTimes {
  readonly restMs?: number;
  readonly pauseMs?: number;
}

/** Who is told what. */
interface Options extends LiveTimes {
  /** What the server knows of a topic. */
  readonly tell: AskServer;
  /** Told when a thread ended that nobody had told to, or failed at a question. */
  readonly onLost: (cause: Logged) => void;
}

/** The thread could not answer; whoever asked may try for themselves. */
export class NotAnswered extends Error {}

/** The thread of the live rounds: begun with the first question, ended some time after the last. */
export class LiveWorker {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private notBefore = 0;
  private closed = false;
  private rest: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: string,
    private readonly place: LivePlace,
    private readonly options: Options,
  ) {}

  /** @throws DomainError as `LiveRounds.answer`; NotAnswered where there is no thread, or it ends or fails over this */
  async ask(asked: LiveAsked): Promise<Answer> {
    const thread = this.thread ?? this.begin();
    clearTimeout(this.rest);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const id = (this.last += 1);
        this.waiting.set(id, { resolve, reject });
        send(thread, { id, ...asked });
      });
    } finally {
      if (this.waiting.size === 0) this.endLater();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.rest);
    const { thread } = this;
    this.thread = undefined;
    if (thread !== undefined) await endThread(thread);
    this.refuseAll(undefined);
  }

  private begin(): Worker {
    if (this.closed || performance.now() < this.notBefore)
      throw new NotAnswered('there is no thread at present');
    let thread: Worker;
    try {
      thread = new Worker(this.program, { workerData: this.place });
    } catch (error) {
      // The system gives no further thread now.
      this.lost(error);
      throw new NotAnswered('no thread could be begun', { cause: error });
    }
    this.thread = thread;
    let cause: unknown;
    thread.on('error', (error) => (cause = error));
    thread.on('message', (message: FromLiveThread) => this.hear(thread, message));
    thread.once('exit', (code) => {
      // One that was sent to rest has nobody waiting for it; who waits does so for its successor.
      const wasInUse = this.thread === thread;
      if (wasInUse) this.thread = undefined;
      if (code !== 0 || wasInUse) this.lost(cause);
      if (!wasInUse) return;
      this.refuseAll(cause);
    });
    return thread;
  }

  private hear(thread: Worker, message: FromLiveThread): void {
    if ('tell' in message) {
      void this.options
        .tell(message.of)
        .catch(() => null)
        .then((knows) => send(thread, { told: message.tell, knows }));
      return;
    }
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('answer' in message) asked?.resolve(message.answer);
    else if ('refused' in message) asked?.reject(refusal(message.refused));
    else {
      this.options.onLost(message.failed);
      asked?.reject(new NotAnswered('the thread failed over a question'));
    }
  }

  private refuseAll(cause: unknown): void {
    for (const { reject } of this.waiting.values())
      reject(new NotAnswered('the thread has ended', { cause }));
    this.waiting.clear();
  }

  private endLater(): void {
    clearTimeout(this.rest);
    const { thread } = this;
    if (thread === undefined) return;
    this.rest = setTimeout(() => {
      // Whoever asks from now on has another one.
      this.thread = undefined;
      send(thread, 'end');
    }, this.options.restMs ?? REST_MS).unref();
  }

  private lost(cause: unknown): void {
    this.notBefore = performance.now() + (this.options.pauseMs ?? PAUSE_MS);
    this.options.onLost(toLogged(cause));
  }
}

const send = (thread: Worker, message: ToLiveThread): void => thread.postMessage(message);

const refusal = ({ code, message, field, mend }: Omit<DomainError, 'status' | 'name'>): DomainError =>
  new DomainError(code, message, field, mend);
