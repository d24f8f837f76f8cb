import type { ChainHead, PendingEvent } from '../platform/audit/audit-chain.js';

/*
 * What the unit of work and the thread that saves beside it (`saver-thread.ts`) tell each other.
 */

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

/** Why the database refused one change, as it goes from one thread to another. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** That of SQLite. */
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
