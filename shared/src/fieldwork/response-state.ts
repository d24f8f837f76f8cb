import type { ResponseState } from './response.js';

/**
 * What can happen to a response (domain D2). The guards that need more than the state (is the round open, is the
 * correction in time, is the hospital matched, is the release out) are the caller's.
 */
export const RESPONSE_EVENTS = [
  /** A respondent opened the link; only a response that does not exist yet can be opened. */
  'open',
  /** A page was saved. */
  'save',
  'submit',
  /** The respondent corrects what was sent, with a reason; before the round's `correctionsUntil`. */
  'correct',
  /** A cleaner opens the form. */
  'review',
  'query',
  /** The respondent replied to a query, or its time ran out. */
  'reply',
  'accept',
  'exclude',
  'merge',
  /** An exclusion or a merger is taken back, with a reason; not after the freeze. */
  'reverse',
  /** The respondent's right, before a release. */
  'withdraw',
  /** The round closes over a form that was never sent. */
  'close',
  'freeze',
] as const;
export type ResponseEvent = (typeof RESPONSE_EVENTS)[number];

/** A response that does not exist yet. */
export type NoResponse = 'none';

type Moves = Partial<Record<ResponseEvent, ResponseState>>;

/** Every move there is; what is not in the table is refused. */
const MOVES: Readonly<Record<ResponseState | NoResponse, Moves>> = {
  none: { open: 'draft' },
  draft: { save: 'in_progress', close: 'partial', withdraw: 'withdrawn' },
  in_progress: { save: 'in_progress', submit: 'submitted', close: 'partial', withdraw: 'withdrawn' },
  submitted: { correct: 'under_review', review: 'under_review', withdraw: 'withdrawn' },
  // Domain D2 names submitted and accepted for `correct`. A form that is being looked at, or asked about, was sent too:
  // without these two moves a second correction would be refused until somebody accepts the first.
  under_review: {
    correct: 'under_review',
    query: 'queried',
    accept: 'accepted',
    exclude: 'excluded',
    merge: 'merged',
    withdraw: 'withdrawn',
  },
  queried: { reply: 'under_review', correct: 'under_review', withdraw: 'withdrawn' },
  accepted: { correct: 'under_review', freeze: 'locked', withdraw: 'withdrawn' },
  // Frozen is not yet released: until then a respondent may still withdraw. Other changes make the next freeze.
  locked: { withdraw: 'withdrawn' },
  excluded: { reverse: 'under_review', withdraw: 'withdrawn' },
  merged: { reverse: 'under_review', withdraw: 'withdrawn' },
  partial: { withdraw: 'withdrawn' },
  withdrawn: {},
};

/**
 * The state after an event, or `refused` when the life cycle of domain D2 has no such move. A form sent in one
 * request is a save followed by a submission.
 * @example nextState('in_progress', 'submit') // → 'submitted'
 * @example nextState('withdrawn', 'submit') // → 'refused'
 */
export const nextState = (
  state: ResponseState | NoResponse,
  event: ResponseEvent,
): ResponseState | 'refused' => MOVES[state][event] ?? 'refused';
