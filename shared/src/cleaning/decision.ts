import type { Perspective } from '../fieldwork/response.js';
import type { RuleId } from './analysis-dataset.js';

/** What a person can decide about a form, a hospital's disagreement, or an earlier decision (domain D2, D3). */
export const DECISION_KINDS = [
  /** The form counts. */
  'accept',
  /** It is left out, with a reason code. */
  'exclude',
  /** It is a duplicate of the form named in `value`, which leads; its say and its comments are kept. */
  'merge',
  /** It is no duplicate after all: out of the set that a rule put it in, and back to the queue. */
  'unmerge',
  /** The hospital it means is the one whose code stands in `value`. */
  'match',
  /** Its hospital is in England and not in the frame, and is not going to be. */
  'not_in_frame',
  /** Yes against no at one hospital: what the site answered, or closed as `unresolved`. */
  'resolve',
  /** A failed plausibility check is no fault. */
  'accept_check',
  /** A comment names nobody. */
  'clear_comment',
  /** A comment may be used without the words that `value` points at. */
  'mask_comment',
  /** The site was asked; changes nothing by itself. */
  'query',
  /** A second reader agrees with the decision named by `targetId`. */
  'confirm',
  /** The decision named by `targetId` is taken back, or declined by the second reader. */
  'reverse',
  /** The round is open for decisions again after the freeze whose number is `value`. */
  'reopen',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** The kinds of which one form has at most one in force: they say what becomes of it. */
export const OUTCOME_KINDS = ['accept', 'exclude', 'merge', 'unmerge', 'not_in_frame'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];
export const isOutcomeKind = (kind: DecisionKind): kind is OutcomeKind =>
  (OUTCOME_KINDS as readonly DecisionKind[]).includes(kind);

/** A decision as it was made. Rows are only ever added; what became of it is worked out (`settleDecisions`). */
export interface Decision {
  readonly id: string;
  /** Counts up within the round; the order in which decisions hold. */
  readonly number: number;
  readonly kind: DecisionKind;
  /** The form it is about; '' for a hospital's disagreement, a confirmation, a reversal, a reopening. */
  readonly responseId: string;
  /** Of a disagreement: hospital, perspective and question; of a comment or a check: question or check. '' otherwise. */
  readonly odsCode: string;
  readonly perspective: Perspective | '';
  readonly variable: string;
  /** `responseId:revision` of every form it rests on: a decision on an older revision no longer holds. */
  readonly basis: readonly string[];
  readonly rule: RuleId | '';
  /** A code: why a form is left out; '' where the kind has none. */
  readonly reason: string;
  /** Why, in the cleaner's words; never names of people. */
  readonly note: string;
  /** What the kind needs beside the form: another form, a hospital, an answer, words to mask. */
  readonly value: string;
  readonly by: string;
  readonly at: string;
  /** True when the round asked for a second reader at that moment. */
  readonly needsSecond: boolean;
  /** The decision that is confirmed or reversed; '' otherwise. */
  readonly targetId: string;
}

/** Answers that a disagreement can be closed with. */
export const RESOLVED_VALUES = ['yes', 'no', 'unresolved'] as const;

/** One revision of one form, as decisions, freezes and releases name it. */
export const revisionKey = (form: { readonly responseId: string; readonly revision: number }): string =>
  `${form.responseId}:${form.revision}`;
