import type { Form } from '../fieldwork/response.js';
import type { FormDecision } from './analysis-dataset.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * The one outcome of a form from all the sets it stands in (several when it speaks for several hospitals, R7):
 * accepted if it leads anywhere, so that each covered hospital has at least one accepted form; merged otherwise.
 * @param sets the sets that hold this form, and no others.
 * @param siblings other sets of its hospital and perspective: services counted apart (R8).
 */
export function decideForm(form: Form, sets: readonly ResolvedSet[], siblings: () => number): FormDecision {
  const { responseId, odsCode } = form;
  const leading = sets.find(({ lead }) => lead.responseId === responseId);
  if (leading !== undefined) {
    const isSplit = sets.some((set) => set.odsCode !== leading.odsCode);
    const rule = isSplit ? 'R7' : leading.rule || (siblings() > 0 ? 'R8' : '');
    return { responseId, outcome: 'accepted', rule, reason: '', odsCode, note: acceptedNote(leading, rule) };
  }
  const standing = sets.find(({ replacedBy }) => !replacedBy.has(responseId));
  if (standing !== undefined) {
    const note = `Stands beside ${standing.lead.responseId}, which leads for this hospital.`;
    return { responseId, outcome: 'merged', rule: standing.rule, reason: '', odsCode, note };
  }
  const successors = [...new Set(sets.map(({ replacedBy }) => replacedBy.get(responseId) ?? ''))].join(', ');
  const note = `Replaced by ${successors} from the same respondent.`;
  return { responseId, outcome: 'merged', rule: 'R4', reason: '', odsCode, note };
}

function acceptedNote(set: ResolvedSet, rule: FormDecision['rule']): string {
  const open = set.disagreements.some(({ resolution }) => resolution === 'unresolved');
  if (open) return 'Leads; yes against no is not resolved, so the hospital is shown as in conflict on it.';
  switch (rule) {
    case 'R4':
      return 'The latest form of this respondent.';
    case 'R5':
      return 'Leads; the other forms agree.';
    case 'R6':
      return 'Leads; differences are kept and shown.';
    case 'R7':
      return 'Counted for each hospital it speaks for.';
    case 'R8':
      return 'One of several liaison services of this hospital.';
    case '':
    case 'R0':
    case 'R1':
    case 'R2':
    case 'R3':
      return '';
  }
}
