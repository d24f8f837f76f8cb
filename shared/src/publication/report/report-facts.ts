import type { RoundNote } from '../../fieldwork/round-settings.js';

/** A question as the methods section lists it. */
export interface AskedQuestion {
  readonly text: string;
  /** Kind of answer, in words. */
  readonly kind: string;
  /** When it is asked; '' = always. */
  readonly when: string;
  readonly required: boolean;
}

/** One sending of a round. */
export interface SentMailing {
  readonly kind: 'invitation' | 'reminder' | 'thanks';
  readonly recipients: number;
  /** ISO date. */
  readonly day: string;
}

/** What of a round stands in no release and belongs into the methods of its report; frozen with the report. */
export interface ReportFacts {
  readonly questions: readonly AskedQuestion[];
  readonly pages: number;
  /** Whether people read something about the survey before its first question. */
  readonly information: boolean;
  /** Variables of the questions on consent; empty = none was asked. */
  readonly consentQuestions: readonly string[];
  /** ISO dates; null = not set. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly correctionsUntil: string | null;
  readonly note: Pick<RoundNote, 'purpose' | 'approval' | 'legalBasis'>;
  /** Who was invited, in words. */
  readonly perspectives: readonly string[];
  readonly mailings: readonly SentMailing[];
  /** Labels of the open links, such as names of mailing lists. */
  readonly openLinks: readonly string[];
  /** Number of the freeze; null = the live state, or an imported report. */
  readonly freezeNumber: number | null;
}
