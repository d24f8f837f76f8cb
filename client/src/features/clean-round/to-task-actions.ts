import type { DecisionKind } from '@liaison-atlas/shared/cleaning/decision';

import type { ShownTask } from './clean-round.graphql.js';

/** A decision as it is sent. */
export interface SentDecision {
  readonly kind: DecisionKind;
  readonly formId?: string;
  readonly mark?: string;
  readonly odsCode?: string;
  readonly perspective?: string;
  readonly variable?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly value?: string;
  readonly targetId?: string;
}

/** A question that is asked before a decision. */
export type Question = 'exclude' | 'merge' | 'match' | 'mask' | 'close' | 'ask_site' | 'bulk';

/** What can be done about a task: at once, or after a question. Absent = the key does nothing. */
export interface TaskActions {
  readonly accept?: { readonly label: string; readonly decisions: readonly SentDecision[] };
  readonly exclude?: { readonly label: string; readonly decisions: readonly SentDecision[] | 'ask' };
  readonly merge?: { readonly label: string; readonly ask: Question };
  readonly query?: { readonly label: string; readonly ask: Question };
  readonly close?: { readonly label: string; readonly ask: Question };
}

const LEAVE_OUT = { label: 'Leave out…', decisions: 'ask' } as const;

/** The actions of a task by its kind; the server checks every one of them again. */
export function toTaskActions(task: ShownTask): TaskActions {
  const { kind, variable, aboutId, odsCode, perspective, answer } = task;
  const formId = task.responseIds[0] ?? '';
  const own = { formId, mark: task.marks[0] ?? '' };
  const close = { label: 'Close as unresolved…', ask: 'close' } as const;
  switch (kind) {
    case 'form':
      return { accept: { label: 'Accept', decisions: [{ kind: 'accept', ...own }] }, exclude: LEAVE_OUT };
    case 'out_of_scope':
    case 'test_or_blank':
      return {
        accept: { label: 'Accept all the same', decisions: [{ kind: 'accept', ...own }] },
        exclude: LEAVE_OUT,
      };
    case 'duplicate_set':
      return { merge: { label: 'Merge and accept…', ask: 'merge' }, exclude: LEAVE_OUT };
    case 'unmatched_hospital':
    case 'outside_frame':
      return { merge: { label: 'Match to a hospital…', ask: 'match' }, exclude: LEAVE_OUT };
    case 'consistency':
    case 'check':
      return {
        accept: { label: 'It is right so', decisions: [{ kind: 'accept_check', ...own, variable }] },
        exclude: LEAVE_OUT,
      };
    case 'comment':
      return {
        accept: { label: 'Clear: it names nobody', decisions: [{ kind: 'clear_comment', ...own, variable }] },
        merge: { label: 'Mask words…', ask: 'mask' },
      };
    case 'second_reader':
      return {
        accept: { label: 'Confirm', decisions: [{ kind: 'confirm', targetId: aboutId }] },
        exclude: { label: 'Decline', decisions: [{ kind: 'reverse', targetId: aboutId }] },
      };
    case 'site_answer': {
      const value = answer === 'yes' || answer === 'no' ? answer : 'unresolved';
      const label =
        value === 'unresolved' ? 'Close as unresolved: the site does not know' : `Take the answer: ${value}`;
      const resolve = { kind: 'resolve', ...own, odsCode, perspective, variable, value } as const;
      return { accept: { label, decisions: [resolve] }, close };
    }
    case 'site_objection':
      // What mends it is another decision, or a correction by the team; it is dealt with on the release page.
      return {};
    case 'disagreement':
      return task.asked
        ? { close, exclude: LEAVE_OUT }
        : { query: { label: 'Ask the site…', ask: 'ask_site' }, close, exclude: LEAVE_OUT };
  }
}

/** Kinds of which many can be decided at once: each is about one form, and nothing of it contradicts another. */
const IN_BULK: readonly string[] = ['form', 'consistency', 'check'];

/** What "accept all on this page" would decide; empty = not safe for this kind. */
export const toBulkDecisions = (kind: string, tasks: readonly ShownTask[]): readonly SentDecision[] =>
  IN_BULK.includes(kind) ? tasks.flatMap((task) => toTaskActions(task).accept?.decisions ?? []) : [];
