import type { YesNoAnswer } from './derive-mus-ltc.js';
import type { ItemRecord, Position } from './analysis-dataset.js';
import { byText } from './by-text.js';
import { agreedPosition } from './closed-position.js';

/** What one form says on one item. */
export interface ItemAnswer {
  readonly responseId: string;
  readonly answer: YesNoAnswer;
  /** What it said itself, where the hospital's answer stands in `answer`; absent = the same. */
  readonly own?: YesNoAnswer;
}

/**
 * The hospital's position on a yes / no item from all its standing forms (methods C1).
 *
 * All agree → that. One knows and others do not → what is known, marked as one of several. Yes against no →
 * `conflict`, which no form "gave": `agreeing` is 0 and `responseIds` names both sides. Skipped and not asked count
 * only where nobody answered. No form at all → `no_reply`. A total function: the order of the answers is of no account.
 */
export function itemPosition(answers: readonly ItemAnswer[]): ItemRecord {
  const position = positionOf(answers.map(({ answer }) => answer));
  const giving = answers.filter(({ answer, own = answer }) =>
    position === 'conflict' ? own === 'yes' || own === 'no' : own === position,
  );
  return {
    position,
    agreeing: position === 'conflict' ? 0 : giving.length,
    asked: answers.filter(({ answer }) => answer !== 'not_asked').length,
    oneOfSeveral:
      (position === 'yes' || position === 'no') && answers.some(({ answer }) => answer === 'dont_know'),
    responseIds: giving.map(({ responseId }) => responseId).sort(byText),
  };
}

function positionOf(answers: readonly YesNoAnswer[]): Position {
  const position = agreedPosition(
    answers.map((answer) => (answer === 'yes' || answer === 'no' ? { given: answer } : { missing: answer })),
  );
  return 'given' in position ? (position.given === 'yes' ? 'yes' : 'no') : position.missing;
}
