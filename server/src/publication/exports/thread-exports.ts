import type { ResourceLimits } from 'node:worker_threads';

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { readerPlaceOf } from '../../database/reader-place.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { programBeside } from '../../platform/program-beside.js';
import { type BookWork, doWork, type ExportWork, type Piece } from './export-work.js';
import { readerOf } from '../../database/row-reader.js';
import type { RoundJob } from './round-job.js';
import { ThreadEnded, WorkThread } from './work-thread.js';

/**
 * MiB that a thread may use: of what has just been made, and of what stays. Lines are made and gone, so little ever
 * stays; left alone, a thread would let litter lie that others need the room of. Cleaning keeps the ids of a round, and
 * what has a say in each other, and a workbook is made whole: whoever waits for those has
 * a thread with more room.
 */
const LIMITS: Readonly<Record<'lines' | 'whole', ResourceLimits>> = {
  lines: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 40 },
  whole: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 },
};

/** The program of the threads; null where there is none. */
export const threadProgram = (beside: string = import.meta.url): string | null =>
  programBeside('publication/exports/export-thread.js', beside);

/**
 * Makes large files in threads with connections of their own, so that whoever answers meanwhile does not wait for them:
 * neither for lines nor for what the rules make of a round. Where there is no such thread, or it ends before it has
 * given anything, the work is done here.
 */
@Injectable()
export class ThreadExports implements OnApplicationShutdown {
  private readonly threads = new Map<keyof typeof LIMITS, WorkThread>();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'readDatabaseUrl'>,
  ) {}

  /** Where the program of the threads is; null = there is none. */
  protected readonly program: string | null = threadProgram();

  /** How many files are being made in threads at this moment. */
  get files(): number {
    return [...this.threads.values()].reduce((sum, { busy }) => sum + busy, 0);
  }

  /** The lines of a job's file, without its headings. */
  async *lines(job: () => Promise<RoundJob>): AsyncGenerator<string> {
    for await (const piece of this.pieces({ lines: await job() })) yield piece as string;
  }

  /** How many forms of a round count. */
  async count(job: RoundJob): Promise<number> {
    let forms = 0;
    for await (const piece of this.pieces({ count: job })) forms += Number(piece);
    return forms;
  }

  /** A workbook with sheets of these tables between others. */
  async book(book: BookWork): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces({ book })) pieces.push(piece as Uint8Array);
    return Buffer.concat(pieces);
  }

  /** What comes of some work, piece by piece; read over this connection where a thread cannot. */
  private async *pieces(work: ExportWork): AsyncGenerator<Piece> {
    let begun = false;
    try {
      for await (const piece of this.threadFor(work).pieces(work)) {
        begun = true;
        yield piece;
      }
      return;
    } catch (error) {
      if (begun || !(error instanceof ThreadEnded)) throw error;
    }
    yield* doWork(readerOf(this.reader), work);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const thread of this.threads.values()) await thread.end();
  }

  private threadFor(work: ExportWork): WorkThread {
    if (this.program === null) throw new ThreadEnded('the sources run as they are, without a thread');
    const kind =
      'lines' in work && work.lines.table !== 'hospitals' && work.lines.basis.freeze !== null
        ? 'lines'
        : 'whole';
    const place = readerPlaceOf(this.config);
    const thread = this.threads.get(kind) ?? new WorkThread(this.program, place, LIMITS[kind]);
    this.threads.set(kind, thread);
    return thread;
  }
}
