import type { FrameChange, FrameChangeKind } from './compare-frames.js';
import type { LineProblem } from './frame-row.js';

/** What a list would do to a draft frame, or did to it. The upload's answer and the screen show this one document. */
export interface FrameImportReport {
  /** True when this very request stored the list. With any problem nothing is stored. */
  readonly stored: boolean;
  readonly fileName: string;
  /** `list` in our own columns, or a `register` file of the Organisation Data Service. */
  readonly kind: 'list' | 'register';
  /** Hospitals that the file names. */
  readonly rows: number;
  /** Rows of a register about sites that are no hospitals of the tables; no register says which are. */
  readonly leftOut: number;
  /** How many problems there are; `problems` shows the first of them only. */
  readonly problemCount: number;
  readonly problems: readonly LineProblem[];
  /** Remarks that stop nothing, such as a byte-order mark that was skipped. */
  readonly notices: readonly string[];
  readonly counts: Readonly<Record<FrameChangeKind, number>>;
  readonly unchanged: number;
  readonly changes: readonly FrameChange[];
  /** Stands for exactly these changes: sent back to store them and nothing else. '' where there are problems. */
  readonly plan: string;
}

/** Problems that a report shows; beyond them it only counts. */
export const MOST_PROBLEMS_SHOWN = 500;
