import type { DecisionKind } from '@liaison-atlas/shared/cleaning/decision';
import type { TaskKind } from '@liaison-atlas/shared/cleaning/queue';
import type { DecisionState } from '@liaison-atlas/shared/cleaning/settle-decisions';

const TASKS: Readonly<Record<TaskKind, string>> = {
  second_reader: 'Second reading',
  site_answer: 'Answer of a site',
  site_objection: 'Objection in the right of reply',
  unmatched_hospital: 'Hospital not matched',
  outside_frame: 'Hospital outside the frame',
  out_of_scope: 'Out of scope?',
  test_or_blank: 'Test or blank?',
  duplicate_set: 'Duplicates',
  disagreement: 'Yes against no',
  consistency: 'Consistency',
  check: 'Plausibility check',
  comment: 'Comment that looks identifying',
  form: 'Form to accept',
};
export const taskWords = (kind: TaskKind): string => TASKS[kind];

const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  accept: 'Accepted',
  exclude: 'Left out',
  merge: 'Merged into the form that leads',
  unmerge: 'Taken out of its set',
  match: 'Matched to a hospital',
  not_in_frame: 'Hospital not in the frame',
  resolve: 'Disagreement closed',
  accept_check: 'Check looked at and accepted',
  clear_comment: 'Comment cleared',
  mask_comment: 'Words of a comment masked',
  query: 'Site asked',
  confirm: 'Confirmed by a second reader',
  reverse: 'Decision taken back',
  reopen: 'Round opened again',
};
export const decisionWords = (kind: DecisionKind): string => DECISIONS[kind];

const STATES: Readonly<Record<DecisionState, string>> = {
  in_force: 'holds',
  proposed: 'waits for a second reader',
  taken_back: 'taken back',
  outdated: 'no longer holds: a form was corrected or withdrawn',
};
export const decisionStateWords = (state: DecisionState): string => STATES[state];

/** Reasons that a person can choose for leaving a form out, in the order in which they are offered. */
export const REASONS = [
  { value: 'out_of_scope_population', label: 'About a service for children and adolescents only (R3)' },
  { value: 'out_of_scope_country', label: 'About a hospital outside England (R3)' },
  { value: 'test', label: 'A test (R1)' },
  { value: 'blank', label: 'Says nothing about the service (R1)' },
  { value: 'not_usable', label: 'Not usable for another reason (say why)' },
] as const;

const MORE_REASONS: Readonly<Record<string, string>> = {
  repeated_request: 'The same request, sent again (R0)',
  not_in_frame: 'Its hospital is not in the frame (R3)',
  unmatched_hospital: 'its hospital is not matched',
  outside_frame: 'its hospital is outside the frame',
  under_review: 'a person is looking at it',
  awaiting_decision: 'nobody has decided yet',
};
export const reasonWords = (reason: string): string =>
  REASONS.find(({ value }) => value === reason)?.label ?? MORE_REASONS[reason] ?? reason;

const OUTCOMES: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  merged: 'Merged',
  excluded: 'Left out',
  withdrawn: 'Withdrawn',
  pending: 'Waits',
  partial: 'Not sent',
};
export const outcomeWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome;
