import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import type { DataSource } from 'typeorm';

import { databaseFile } from './data-source.js';
import { endThread, soon } from './end-thread.js';
import { LONGEST_LOG } from './sqlite-settings.js';

/** What the thread is told. */
export type CheckpointOrder = 'copy' | 'end';

/** Not there in tests that run from the sources: there the writer copies for itself. */
const THREAD = new URL('../database/checkpoint-thread.js', import.meta.url);
/** After so many units, which write some ten megabytes: pages that many of them share are then copied once. */
const UNITS = 512;
/** So few pages are copied while the writer waits. */
const FEW_PAGES = 400;

/**
 * Copies SQLite's log of changes into the file (a checkpoint) beside the writer. It takes some twenty milliseconds, in which
 * nobody would get an answer if the writer did it in a commit. Most is copied while the writer goes on; for the few pages that
 * came meanwhile it waits between two commits, since only from a moment with nothing left does it begin the log anew. The
 * thread is begun when it is first needed, so that an installation at rest has none.
 */
export class Checkpointer {
  private thread: Worker | undefined;
  private units = 0;
  private closed = false;
  /** `nearly`: so little is left that the writer may wait for it. */
  private state: 'resting' | 'copying' | 'nearly' = 'resting';

  private constructor(
    private readonly file: string,
    private readonly every: number,
  ) {}

  /** @param every so many units it is copied @returns undefined = there is no program for the thread */
  static of(dataDir: string, every = UNITS): Checkpointer | undefined {
    return existsSync(THREAD) ? new Checkpointer(databaseFile(dataDir), every) : undefined;
  }

  /** A writer that leaves copying to this. */
  async relieve(writer: DataSource): Promise<void> {
    await writer.query(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG}`);
  }

  /** Units that have been committed. */
  committed(units: number): void {
    this.units += units;
    if (this.units < this.every || this.closed || this.state !== 'resting') return;
    this.units = 0;
    this.state = 'copying';
    void this.copyMost();
  }

  /** The writer asks between two commits, and writes nothing until it is answered: what is left is copied to the end. */
  async finish(): Promise<void> {
    if (this.state !== 'nearly') return;
    await soon(this.copy());
    this.state = 'resting';
  }

  /** Before the writer is closed: the last connection to be closed takes the log away. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.thread !== undefined) await endThread(this.thread);
  }

  private async copyMost(): Promise<void> {
    const left = await this.copy();
    // Where much came meanwhile, the next order tries again, and in the end the writer sees to it.
    this.state = left !== null && left <= FEW_PAGES ? 'nearly' : 'resting';
  }

  /** Pages that are left; null = it could not be done now, and the writer copies when the log gets long. */
  private copy(): Promise<number | null> {
    const thread = (this.thread ??= this.begin());
    if (thread === undefined) return Promise.resolve(null);
    return new Promise((resolve) => {
      const answered = (left: number | null): void => {
        thread.off('exit', gone);
        resolve(left);
      };
      const gone = (): void => {
        thread.off('message', answered);
        resolve(null);
      };
      thread.once('message', answered);
      thread.once('exit', gone);
      thread.postMessage('copy' satisfies CheckpointOrder);
    });
  }

  /** undefined = the system gives no further thread now. */
  private begin(): Worker | undefined {
    let thread: Worker;
    try {
      thread = new Worker(THREAD, { workerData: this.file });
    } catch {
      return undefined;
    }
    // A thread that failed is begun anew with the next order; until then the writer copies.
    thread.once('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }
}
