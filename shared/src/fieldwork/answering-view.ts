import type { Answers } from '../instrument/answer-value.js';
import type { Instrument } from '../instrument/instrument.js';
import type { RecordedMode } from './recorded-answer.js';
import type { Receipt } from './respond-parts.js';
import type { RoundKind } from './round.js';

/** All that the answering pages of one link are made from, read once per request. Times are ISO 8601 UTC. */
export interface AnsweringView {
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly kind: RoundKind;
    /** The list of hospitals that the round asks. */
    readonly frameId: string;
    /** null = no date has been set. */
    readonly closesAt: string | null;
    /** Until when what was sent may be corrected; null = no date has been set. */
    readonly correctionsUntil: string | null;
    /** What the round says about itself, in sentences; absent or empty = nothing beyond its questionnaire. */
    readonly noteWords?: readonly string[];
    /** The earlier round that it was made from; absent or null = none. */
    readonly basedOn?: string | null;
  };
  /** The hospital that the link was made for. */
  readonly hospital: { readonly odsCode: string; readonly name: string };
  readonly instrument: Instrument;
  /** Somebody of the survey team writes down an answer that came this way; absent for everybody else. */
  readonly recording?: RecordedMode;
  /** What has been saved so far; may hold answers to questions that are hidden by now. */
  readonly draft: Answers;
  /** Raised at every save; 0 = nothing saved yet. */
  readonly draftRevision: number;
  /** Of the latest sending; null before the first. */
  readonly receipt: Receipt | null;
  /** What was sent last, whole; null before the first sending. */
  readonly sent: Answers | null;
  /** Whether answers may be saved and sent now: the round is open, or a correction is within its time. */
  readonly mayAnswer: boolean;
  /** The team took its answers back; they are erased, and the link serves for nothing else. */
  readonly withdrawn: boolean;
}

/** True once the form has been sent: what is saved after that is a correction in the making. */
export const wasSent = (view: Pick<AnsweringView, 'receipt'>): boolean => view.receipt !== null;
