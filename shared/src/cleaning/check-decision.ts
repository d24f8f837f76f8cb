import { newestFirst } from './choose-lead.js';
import type { Form } from '../fieldwork/response.js';
import { type Problem, problem } from '../kernel/problem.js';
import { EXCLUSION_REASONS } from './analysis-dataset.js';
import type { CleanedForms } from './apply-decisions.js';
import { checkComment, checkResolution, checkTarget } from './check-other-decision.js';
import { type DecisionKind, isOutcomeKind } from './decision.js';
import type { DecisionContext, Proposal } from './proposal.js';
import { CHECK_IDS } from './plausibility-checks.js';
import { isOpen } from './queue.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * Whether a decision may be made in this state, and if not, why and what to do about it (domain D2, the guards).
 * null = it may. Everything that a person can do to a form passes here, whatever way it came.
 */
export function checkDecision(
  cleaned: CleanedForms,
  proposed: Proposal,
  context: DecisionContext,
  by: string,
): Problem | null {
  const { kind, responseId } = proposed;
  if (kind === 'reopen') return context.frozen ? null : NOT_FROZEN;
  if (context.frozen) return FROZEN;
  if (kind === 'reverse' || kind === 'confirm') return checkTarget(cleaned, proposed, by);
  if (kind === 'resolve' || kind === 'query') return checkResolution(cleaned, proposed, context);
  const form = cleaned.forms.get(responseId);
  const standing = cleaned.standings.get(responseId);
  if (form === undefined || standing === undefined) return NO_FORM;
  if (standing.outcome === 'partial') return NOT_SENT;
  if (standing.outcome === 'withdrawn') return WITHDRAWN;
  if (standing.rule === 'R0') return REPEATED;
  const open = cleaned.decisions.find(
    (one) => one.responseId === responseId && one.state === 'proposed' && clashes(one.kind, kind),
  );
  if (open !== undefined) return PROPOSAL_OPEN;
  const held = cleaned.decisions.find(
    (one) => one.responseId === responseId && one.state === 'in_force' && clashes(one.kind, kind),
  );
  // A merger whose lead has gone is in force and moves nothing: the next decision takes its place.
  const isVoid = held?.kind === 'merge' && standing.outcome === 'pending';
  if (held !== undefined && !isVoid) return DECIDED;
  switch (kind) {
    case 'accept':
      return checkAccept(cleaned, form);
    case 'exclude':
      return checkExclude(proposed);
    case 'merge':
      return checkMerge(cleaned, form, proposed.value);
    case 'unmerge':
      return standing.outcome === 'merged' ? null : NOT_MERGED;
    case 'match':
      return checkMatch(cleaned, form, proposed.value);
    case 'not_in_frame':
      return standing.reason === 'unmatched_hospital' || standing.reason === 'outside_frame'
        ? checkNote(proposed)
        : IN_FRAME;
    case 'accept_check':
      return (CHECK_IDS as readonly string[]).includes(proposed.variable) ? null : NO_CHECK;
    case 'clear_comment':
    case 'mask_comment':
      return checkComment(cleaned, form, proposed);
  }
}

/** Whether two decisions about one form cannot both hold. Of comments and checks there may be one for each question. */
function clashes(one: DecisionKind, other: DecisionKind): boolean {
  if (isOutcomeKind(one) && isOutcomeKind(other)) return true;
  return one === 'match' && other === 'match';
}

/** The set in which a form lies before a person; undefined for one that no rule compares with others. */
const setOf = ({ openSets }: CleanedForms, { responseId }: Form): ResolvedSet | undefined =>
  openSets.find(({ placements }) => placements.some(({ form }) => form.responseId === responseId));

function checkAccept(cleaned: CleanedForms, form: Form): Problem | null {
  const standing = cleaned.standings.get(form.responseId);
  if (standing?.reason === 'unmatched_hospital' || standing?.reason === 'outside_frame') return NOT_MATCHED;
  // A rule would leave it out. It is not among those that are compared, so what it would meet there is asked by code.
  if (form.odsCode === '') return NOT_MATCHED;
  if (standing?.outcome === 'merged') return MERGED;
  const set = setOf(cleaned, form);
  const others = set?.placements.filter(({ form: other }) => {
    const outcome = cleaned.standings.get(other.responseId)?.outcome;
    return other.responseId !== form.responseId && outcome !== 'merged';
  });
  if (others !== undefined && others.length > 0) return OPEN_SET;
  return set?.disagreements.some(isOpen) ? DISAGREES : null;
}

const NEEDS_NOTE: readonly string[] = ['not_usable'];

function checkExclude(proposed: Proposal): Problem | null {
  const { reason } = proposed;
  if (!(EXCLUSION_REASONS as readonly string[]).includes(reason) || reason === 'repeated_request')
    return NO_REASON;
  if (reason === 'not_in_frame') return NO_REASON;
  return NEEDS_NOTE.includes(reason) ? checkNote(proposed) : null;
}

function checkMerge(cleaned: CleanedForms, form: Form, value: string): Problem | null {
  if (value === form.responseId) return INTO_ITSELF;
  const into = cleaned.forms.get(value);
  const set = setOf(cleaned, form);
  const shares = set?.placements.some(({ form: other }) => other.responseId === value) === true;
  if (into === undefined || set === undefined || !shares) return APART;
  const target = cleaned.standings.get(value);
  // Merged by a rule only: the person says that it leads, and the rule gives way.
  if (target?.outcome === 'merged' && target.decisionId !== undefined) return INTO_MERGED;
  const isLed = cleaned.decisions.some(
    (one) =>
      one.kind === 'merge' &&
      one.value === form.responseId &&
      (one.state === 'in_force' || one.state === 'proposed') &&
      cleaned.standings.get(one.responseId)?.outcome !== 'pending',
  );
  if (isLed) return LEADS;
  if (form.respondent !== '' && form.respondent === into.respondent && newestFirst(form, into) < 0)
    return AGAINST_R4;
  return set.disagreements.some(isOpen) ? DISAGREES : null;
}

function checkMatch(cleaned: CleanedForms, form: Form, value: string): Problem | null {
  if (!cleaned.frameCodes.has(value) || value === form.odsCode) return NO_HOSPITAL;
  const hasOutcome = cleaned.decisions.some(
    (one) => one.responseId === form.responseId && one.state === 'in_force' && isOutcomeKind(one.kind),
  );
  return hasOutcome ? DECIDED : null;
}

const checkNote = ({ note }: Proposal): Problem | null => (note.trim() === '' ? NO_NOTE : null);

const FROZEN = problem(
  'FROZEN',
  '',
  'The round is frozen; nothing can be decided in it.',
  'Open it again with a reason. What changes then makes the next freeze.',
);
const NOT_FROZEN = problem('NOT_FROZEN', '', 'The round is not frozen.', 'There is nothing to open again.');
const NO_FORM = problem(
  'NO_FORM',
  'responseId',
  'There is no such form in this round.',
  'Load the queue again.',
);
const NOT_SENT = problem(
  'NOT_SENT',
  'responseId',
  'The form was never sent; nothing can be decided about a draft.',
  'Wait until it is sent, or until the round closes.',
);
const WITHDRAWN = problem(
  'WITHDRAWN',
  'responseId',
  'The team has taken its answers back.',
  'Nothing is left to decide; the form stays counted as withdrawn.',
);
const REPEATED = problem(
  'REPEATED_REQUEST',
  'responseId',
  'The form is the same request as another, sent again (R0).',
  'Decide about the other one.',
);
const PROPOSAL_OPEN = problem(
  'PROPOSAL_OPEN',
  'responseId',
  'A decision about this form waits for its second reader.',
  'Confirm or decline that one first.',
);
const DECIDED = problem(
  'DECIDED_ALREADY',
  'responseId',
  'A decision about this form holds already.',
  'Take that one back first.',
);
const NOT_MATCHED = problem(
  'NOT_MATCHED',
  'responseId',
  'The hospital of the form is not matched to one of the frame.',
  'Match it to a hospital first, or record why it is not in the frame.',
);
const MERGED = problem(
  'MERGED_BY_RULE',
  'responseId',
  'A rule merged this form into another of its hospital.',
  'Merge the other one into this one, or take this one out of the set.',
);
export const OPEN_SET = problem(
  'OPEN_SET',
  'responseId',
  'Other forms of the same hospital and perspective are not merged yet: a hospital has one record.',
  'Merge the duplicates into the form that leads, or leave them out, and then accept it.',
);
const DISAGREES = problem(
  'DISAGREEMENT_OPEN',
  'responseId',
  'The forms of this hospital say yes and no to the same question.',
  'Ask the site, or close the disagreement as unresolved first.',
);
const NO_REASON = problem(
  'NO_SUCH_REASON',
  'reason',
  'There is no such reason for leaving a form out.',
  'Choose test, blank, out_of_scope_population, out_of_scope_country or not_usable.',
);
const NO_NOTE = problem(
  'NOTE_REQUIRED',
  'note',
  'This decision needs a reason in words.',
  'Write why, without names.',
);
const INTO_ITSELF = problem(
  'INTO_ITSELF',
  'value',
  'A form cannot be merged into itself.',
  'Choose the form that leads.',
);
const APART = problem(
  'NOT_ONE_SET',
  'value',
  'The two forms are not of one hospital, perspective and service.',
  'Choose a form of the same set.',
);
const INTO_MERGED = problem(
  'INTO_MERGED',
  'value',
  'The other form is merged itself.',
  'Merge into the form that leads the set.',
);
const LEADS = problem(
  'LEADS_OTHERS',
  'responseId',
  'Other forms are merged into this one.',
  'Take those mergers back first.',
);
const AGAINST_R4 = problem(
  'LATER_FORM',
  'value',
  'This is the later form of the same respondent, which replaces the earlier one (R4).',
  'Merge the earlier form into this one.',
);
const NOT_MERGED = problem(
  'NOT_MERGED',
  'responseId',
  'No rule merged this form.',
  'A merger that a person made is taken back in the list of decisions.',
);
const IN_FRAME = problem(
  'IN_FRAME',
  'responseId',
  'The hospital of this form is in the frame.',
  'Leave the form out for another reason, or accept it.',
);
const NO_HOSPITAL = problem(
  'NO_HOSPITAL',
  'value',
  'No other hospital of the frame is named.',
  'Choose the hospital that the form means.',
);
const NO_CHECK = problem('NO_CHECK', 'variable', 'There is no such check.', 'Load the queue again.');
