import { type ResourceLimits, Worker } from 'node:worker_threads';

import type { ExportWork, Piece } from './export-work.js';
import type { ReaderPlace } from '../../database/own-reader.js';

/** What the thread is told: of new work, that a piece of it is wanted, or that nobody wants it any more. */
export type ToThread = { readonly id: number } & ({ readonly work: ExportWork } | { readonly next: boolean });

/** A piece of what is made, null = there are no more; or what went wrong, which is the end of it. */
export type FromThread = { readonly id: number } & (
  { readonly piece: Piece | null } | { readonly failed: string }
);

/** How long the thread waits for more work before it gives its memory back. */
const IDLE_MS = 5000;

/** The thread has ended; whether something was begun with it is for whoever asked to know. */
export class ThreadEnded extends Error {}

interface Asked {
  readonly resolve: (piece: Piece | null) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that is begun with the first work and ends a while after the last. */
export class WorkThread {
  private thread: Worker | undefined;
  private readonly asked = new Map<number, Asked>();
  private readonly open = new Set<number>();
  private last = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: string,
    private readonly place: ReaderPlace,
    private readonly limits: ResourceLimits,
  ) {}

  /** How many things are being made in it at this moment. */
  get busy(): number {
    return this.open.size;
  }

  /** What it makes, piece by piece. @throws ThreadEnded when it ends before the last piece */
  async *pieces(work: ExportWork): AsyncGenerator<Piece> {
    const thread = this.begin();
    const id = (this.last += 1);
    const tell = (message: ToThread): void => {
      if (this.thread === thread) thread.postMessage(message);
    };
    const ask = (): Promise<Piece | null> => {
      const piece = new Promise<Piece | null>((resolve, reject) => {
        if (this.thread === thread) this.asked.set(id, { resolve, reject });
        else reject(new ThreadEnded('the thread that makes files has ended'));
      });
      // It can fail before anybody waits for it.
      piece.catch(() => undefined);
      tell({ id, next: true });
      return piece;
    };
    this.open.add(id);
    try {
      tell({ id, work });
      let coming = ask();
      for (let piece = await coming; piece !== null; piece = await coming) {
        // The next one is made while this one is sent.
        coming = ask();
        yield piece;
      }
    } finally {
      tell({ id, next: false });
      this.asked.delete(id);
      this.open.delete(id);
      this.rest();
    }
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }

  private begin(): Worker {
    clearTimeout(this.idle);
    if (this.thread !== undefined) return this.thread;
    const thread = new Worker(this.program, { workerData: this.place, resourceLimits: this.limits });
    this.thread = thread;
    thread.on('message', (message: FromThread) => {
      const waiting = this.asked.get(message.id);
      this.asked.delete(message.id);
      if ('failed' in message) waiting?.reject(new Error(message.failed));
      else waiting?.resolve(message.piece);
    });
    let cause: unknown;
    thread.once('error', (error) => (cause = error));
    thread.once('exit', () => {
      if (this.thread !== thread) return;
      this.thread = undefined;
      for (const { reject } of this.asked.values())
        reject(new ThreadEnded('the thread that makes files has ended', { cause }));
      this.asked.clear();
    });
    return thread;
  }

  /** Lets the thread go once nobody has wanted it for a while. */
  private rest(): void {
    clearTimeout(this.idle);
    if (this.open.size > 0) return;
    this.idle = setTimeout(() => {
      const { thread } = this;
      this.thread = undefined;
      void thread?.terminate();
    }, IDLE_MS).unref();
  }
}
