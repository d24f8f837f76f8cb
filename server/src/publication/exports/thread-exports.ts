import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { databaseFile } from '../../database/data-source.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { csvLines } from './export-rows.js';
import { readerOf } from './form-reader.js';
import { formSource, type FormsJob, tableOf } from './form-source.js';
import type { ReaderPlace } from './own-form-reader.js';

/** What the thread is told: of a new file, that a piece of it is wanted, or that nobody wants it any more. */
export type ToThread = { readonly id: number } & ({ readonly job: FormsJob } | { readonly next: boolean });

/** A piece of a file, null = there are no more; or what went wrong, which is the end of that file. */
export type FromThread = { readonly id: number } & (
  { readonly piece: string | null } | { readonly failed: string }
);

/** Beside the compiled modules, and beside the bundle of them. Not where the sources run as they are. */
const PLACES = ['./export-thread.js', '../publication/exports/export-thread.js'];

/**
 * MiB that the thread may use: of what has just been made, and of what stays. The lines of a form are made and gone, so
 * little ever stays; left alone, it would let litter lie that others need the room of.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 40 };
/** How long the thread waits for another file before it gives its memory back. */
const IDLE_MS = 5000;

/** The program of the thread; null where there is none. */
export function threadProgram(beside: string = import.meta.url): string | null {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, beside))).find((file) => existsSync(file));
  return found ?? null;
}

/** The thread has ended; whether a file was begun with it is for whoever asked to know. */
class ThreadEnded extends Error {}

interface Asked {
  readonly resolve: (piece: string | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes the lines of large files in one thread with a connection of its own, so that whoever answers meanwhile does not
 * wait for them. The thread is begun with the first file and ends a while after the last. Where there is no such
 * thread, or it ends before it has given anything, the lines are made here.
 */
@Injectable()
export class ThreadExports implements OnApplicationShutdown {
  private thread: Worker | undefined;
  private readonly asked = new Map<number, Asked>();
  private readonly open = new Set<number>();
  private last = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'readDatabaseUrl'>,
  ) {}

  /** Where the program of the thread is; null = there is none. */
  protected readonly program: string | null = threadProgram();

  /** How many files are being made in the thread at this moment. */
  get files(): number {
    return this.open.size;
  }

  /** The lines of a job's file, piece by piece; read over this connection where the thread cannot. */
  async *lines(job: () => Promise<FormsJob>): AsyncGenerator<string> {
    const known = await job();
    let begun = false;
    try {
      for await (const piece of this.inThread(known)) {
        begun = true;
        yield piece;
      }
      return;
    } catch (error) {
      if (begun || !(error instanceof ThreadEnded)) throw error;
    }
    yield* csvLines(formSource(readerOf(this.reader), () => Promise.resolve(known), tableOf(known)));
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }

  private async *inThread(job: FormsJob): AsyncGenerator<string> {
    const thread = this.begin();
    const id = (this.last += 1);
    const tell = (message: ToThread): void => {
      if (this.thread === thread) thread.postMessage(message);
    };
    const ask = (): Promise<string | null> => {
      const piece = new Promise<string | null>((resolve, reject) => {
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
      tell({ id, job });
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

  private begin(): Worker {
    clearTimeout(this.idle);
    if (this.thread !== undefined) return this.thread;
    if (this.program === null) throw new ThreadEnded('the sources run as they are, without a thread');
    const { dataDir, databaseUrl, readDatabaseUrl } = this.config;
    const place: ReaderPlace =
      databaseUrl === '' ? { file: databaseFile(dataDir) } : { url: readDatabaseUrl || databaseUrl };
    const thread = new Worker(this.program, {
      workerData: place,
      resourceLimits: LIMITS,
    });
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
