import type { ChainHead, PendingEvent } from '../platform/audit/audit-chain.js';

/*
 * What the unit of work and the thread that saves beside it (`saver-thread.ts`) tell each other.
 */

/** Pages from which on a writer copies the log for itself, where the thread for that did not get there or few units wrote much: 32 MB. */
export const LONGEST_LOG = 8000;

/** Changes that share a commit, and where the audit chain ends before them. */
export interface SaveOrder {
  readonly head: ChainHead;
  readonly saves: readonly {
    readonly text: string;
    readonly values: readonly unknown[];
    /** Stored where the statement changed a row. */
    readonly event: PendingEvent;
  }[];
}

/** An error, as it goes from one thread to another. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** That of SQLite; '' = none. */
  readonly code: string;
}

/** Of one change: whether a row was changed, or why its statement was refused. */
export type Outcome = boolean | Failure;

/** What was not refused is on disk. */
export interface Saved {
  /** Where the audit chain ends now. */
  readonly head: ChainHead;
  /** In the order of the changes. */
  readonly outcomes: readonly Outcome[];
}

/** `failed`: nothing is stored; the writer, which tries then, says why. */
export type SaveReply = Saved | 'failed';
