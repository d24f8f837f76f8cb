import { CHANGE_STATES, type ChangeState } from '@liaison-atlas/shared/analysis/change-between-rounds';

import type { ShownChange } from './shown-figures.js';

/** Where a hospital that answered stands, in words. */
export const STATE_WORDS: Readonly<Record<ChangeState, string>> = {
  yes: 'yes',
  no: 'no',
  dont_know: 'don’t know',
  not_known: 'not known',
};

const VERDICTS: Readonly<Record<ShownChange['verdict'], string>> = {
  same: 'The question is the same in both rounds.',
  minor_wording: 'The wording differs a little; compare with care.',
  not_comparable: 'The question is not comparable between these rounds, so nothing is compared.',
  new: 'One of the rounds did not ask this question, so nothing is compared.',
  no_verdict:
    'Nobody has judged whether the question is comparable between these rounds, so nothing is compared.',
};

/** What the verdict on a question allows, in words. */
export const verdictWords = (verdict: ShownChange['verdict']): string => VERDICTS[verdict];

/** One row of the table of transitions. */
export interface TransitionRow {
  readonly from: ChangeState;
  readonly to: Readonly<Record<ChangeState, number>>;
}

/** The transitions by name; empty where nothing may be compared. */
export const toTransitionRows = ({
  transitions,
}: Pick<ShownChange, 'transitions'>): readonly TransitionRow[] =>
  transitions.flatMap((row, at) => {
    const from = CHANGE_STATES[at];
    if (from === undefined) return [];
    const [yes = 0, no = 0, dontKnow = 0, notKnown = 0] = row;
    return [{ from, to: { yes, no, dont_know: dontKnow, not_known: notKnown } }];
  });
