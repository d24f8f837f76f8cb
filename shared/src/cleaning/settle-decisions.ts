import type { Decision, DecisionKind } from './decision.js';

/**
 * What became of a decision. `in_force`; `proposed` = waits for a second reader; `taken_back` = reversed or declined;
 * `outdated` = a form it rests on was corrected or withdrawn since.
 */
export const DECISION_STATES = ['in_force', 'proposed', 'taken_back', 'outdated'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export interface SettledDecision extends Decision {
  readonly state: DecisionState;
}

/** Kinds that speak about another decision or about the round, and cannot themselves be taken back. */
const FINAL_KINDS: readonly DecisionKind[] = ['confirm', 'reverse', 'reopen'];
export const isFinal = (kind: DecisionKind): boolean => FINAL_KINDS.includes(kind);

/**
 * Every decision with what became of it, in the order in which they were made. Nothing of this is stored: the same
 * decisions and revisions always give the same states.
 * @param current `responseId:revision` of every form as it stands now
 */
export function settleDecisions(
  decisions: readonly Decision[],
  current: ReadonlySet<string>,
): readonly SettledDecision[] {
  const takenBack = new Set<string>();
  const confirmed = new Set<string>();
  for (const { kind, targetId } of decisions) {
    if (kind === 'reverse') takenBack.add(targetId);
    if (kind === 'confirm') confirmed.add(targetId);
  }
  const stateOf = ({ id, kind, basis, needsSecond }: Decision): DecisionState => {
    if (isFinal(kind)) return 'in_force';
    if (takenBack.has(id)) return 'taken_back';
    if (!basis.every((revision) => current.has(revision))) return 'outdated';
    return needsSecond && !confirmed.has(id) ? 'proposed' : 'in_force';
  };
  return [...decisions]
    .sort((a, b) => a.number - b.number)
    .map((decision) => ({ ...decision, state: stateOf(decision) }));
}
