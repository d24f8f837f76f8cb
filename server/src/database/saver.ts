import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { databaseFile } from './data-source.js';
import { endThread } from './end-thread.js';
import type { Saved, SaveOrder, SaveReply } from './save-order.js';

/** Not there in tests that run from the sources: there the writer saves for itself. */
const THREAD = new URL('../database/saver-thread.js', import.meta.url);
/** Changes within a second that make a thread worth while. */
const MANY = 50;
const WITHIN_MS = 1000;
/** The thread rests, and is ended, when no more than a second's worth came in so long. */
const REST_MS = 60_000;
/** For so long the writer saves for itself when a thread failed or ended. */
const PAUSE_MS = 30_000;

/** What may be otherwise than above. */
interface Options {
  readonly many?: number;
  readonly restMs?: number;
  readonly pauseMs?: number;
  readonly program?: URL;
  /** Told when a thread failed or ended that nobody had told to; undefined = nothing more is known. */
  readonly onLost?: (cause: unknown) => void;
}

/**
 * Saves beside the writer: a commit waits for the disk, and whoever asks for anything meanwhile would wait with it. The thread is
 * there while much is saved, so that an installation at rest has none, and nobody alone goes the longer way.
 */
export class Saver {
  private thread: Worker | undefined;
  private answer: ((saved: Saved | undefined) => void) | undefined;
  private isReady = false;
  private closed = false;
  private since = 0;
  private counted = 0;
  /** No thread is begun before. */
  private notBefore = 0;

  private constructor(
    private readonly file: string,
    private readonly options: Options,
  ) {}

  /** @returns undefined = there is no program for the thread */
  static of(dataDir: string, options: Options = {}): Saver | undefined {
    return existsSync(options.program ?? THREAD) ? new Saver(databaseFile(dataDir), options) : undefined;
  }

  /** Whether changes may be given to it now. */
  mayTake(): boolean {
    return this.isReady;
  }

  /** A change that is to be saved, by whomever: when they are many the thread is begun. */
  count(): void {
    this.counted += 1;
    if (this.thread !== undefined || this.closed) return;
    const now = performance.now();
    if (now - this.since > WITHIN_MS) {
      this.since = now;
      this.counted = 1;
    }
    if (this.counted >= (this.options.many ?? MANY) && now >= this.notBefore) this.begin();
  }

  /**
   * One order at a time. A thread that could not do one is ended. A disk that does not answer keeps this waiting as it would keep
   * the writer.
   * @returns undefined = it failed and nothing is stored, or the thread ended and nobody knows
   */
  save(order: SaveOrder): Promise<Saved | undefined> {
    const { thread } = this;
    if (thread === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.answer = resolve;
      thread.postMessage(order);
    });
  }

  /** Before the writer is closed: the last connection to be closed takes the log away. */
  async close(): Promise<void> {
    this.closed = true;
    this.isReady = false;
    if (this.thread !== undefined) await endThread(this.thread);
  }

  private begin(): void {
    this.counted = 0;
    let thread: Worker;
    try {
      thread = new Worker(this.options.program ?? THREAD, { workerData: this.file });
    } catch (error) {
      // The system gives no further thread now.
      this.lost(error);
      return;
    }
    this.thread = thread;
    const resting = setInterval(() => this.endAtRest(thread), this.options.restMs ?? REST_MS).unref();
    let cause: unknown;
    thread.on('error', (error) => (cause = error));
    thread.once('exit', (code) => {
      clearInterval(resting);
      this.thread = undefined;
      this.isReady = false;
      if (code !== 0 || this.answer !== undefined) this.lost(cause);
      this.answered(undefined);
    });
    thread.on('message', (reply: SaveReply | 'ready') => {
      if (reply === 'ready') this.isReady = !this.closed;
      else if (reply === 'failed') this.end(thread);
      else this.answered(reply);
    });
  }

  /** Between two orders: one that is given is done first. */
  private endAtRest(thread: Worker): void {
    if (this.counted < (this.options.many ?? MANY)) this.end(thread);
    this.counted = 0;
  }

  private end(thread: Worker): void {
    this.isReady = false;
    thread.postMessage('end');
  }

  private lost(cause: unknown): void {
    this.notBefore = performance.now() + (this.options.pauseMs ?? PAUSE_MS);
    this.options.onLost?.(cause);
  }

  private answered(saved: Saved | undefined): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.(saved);
  }
}
