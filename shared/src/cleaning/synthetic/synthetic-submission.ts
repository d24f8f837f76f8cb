import type { ResponseState } from '../../fieldwork/response.js';
import type { Answers } from '../../instrument/answer-value.js';

/** One invented form of a synthetic round. Nothing in it was said by anybody. */
export interface SyntheticSubmission {
  /** Hospital of the frame; '' where the respondent chose "not listed". */
  readonly odsCode: string;
  /** Of v1.1, complete where the form was submitted; what was filled in so far in drafts; none once withdrawn. */
  readonly answers: Answers;
  /** Role code of the questionnaire; '' while a draft has not got there. */
  readonly role: string;
  /** Pseudonym beginning with "synthetic-". */
  readonly respondent: string;
  /** Whether it was sent with the hospital's own link. */
  readonly heldToken: boolean;
  readonly startedAt: string;
  /** '' in drafts. */
  readonly submittedAt: string;
  readonly state: Extract<ResponseState, 'draft' | 'in_progress' | 'submitted' | 'withdrawn'>;
  readonly idempotencyKey: string;
}
