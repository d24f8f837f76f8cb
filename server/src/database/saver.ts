import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { databaseFile } from './data-source.js';
import type { Saved, SaveOrder, SaveReply } from './save-order.js';
import { soon } from './soon.js';

/** Not there in tests that run from the sources: there the writer saves for itself. */
const THREAD = new URL('../database/saver-thread.js', import.meta.url);
/** So many changes within so many milliseconds make a thread worth while. */
const MANY = 100;
const WITHIN_MS = 1000;
/** No stop waits longer for the thread, in milliseconds. */
const LONGEST_WAIT_MS = 1000;

/**
 * Saves beside the writer: a commit waits for the disk, and whoever asks for anything meanwhile would wait with it. The thread is
 * begun when much is saved, so that an installation at rest has none, and nobody alone goes the longer way.
 */
export class Saver {
  private thread: Worker | undefined;
  private answer: ((saved: Saved | undefined) => void) | undefined;
  private isReady = false;
  private closed = false;
  private since = 0;
  private counted = 0;

  private constructor(
    private readonly file: string,
    private readonly many: number,
  ) {}

  /** @param many changes within a second from which on it saves @returns undefined = there is no program for the thread */
  static of(dataDir: string, many = MANY): Saver | undefined {
    return existsSync(THREAD) ? new Saver(databaseFile(dataDir), many) : undefined;
  }

  /** Whether changes may be given to it now. It is told of each that comes, and begins when they are many. */
  mayTake(): boolean {
    return this.isReady;
  }

  /** A change that is to be saved, by whomever. */
  count(): void {
    if (this.thread !== undefined || this.closed) return;
    const now = performance.now();
    if (now - this.since > WITHIN_MS) {
      this.since = now;
      this.counted = 0;
    }
    this.counted += 1;
    if (this.counted >= this.many) this.begin();
  }

  /**
   * One order at a time. A thread that could not do one is ended: another is begun when much is saved again.
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
    const { thread } = this;
    if (thread === undefined) return;
    const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
    thread.postMessage('end');
    await soon(ended, LONGEST_WAIT_MS);
    // One that never answers must not keep the process.
    thread.unref();
  }

  private begin(): void {
    this.counted = 0;
    let thread: Worker;
    try {
      thread = new Worker(THREAD, { workerData: this.file });
    } catch {
      // The system gives no further thread now; the writer goes on saving, and in a while it is tried again.
      return;
    }
    this.thread = thread;
    thread.once('error', () => undefined);
    thread.once('exit', () => this.ended());
    thread.on('message', (reply: SaveReply | 'ready') => {
      if (reply === 'ready') this.isReady = !this.closed;
      else if (reply === 'failed') thread.postMessage('end');
      else this.answered(reply);
    });
  }

  private ended(): void {
    this.thread = undefined;
    this.isReady = false;
    this.answered(undefined);
  }

  private answered(saved: Saved | undefined): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.(saved);
  }
}
