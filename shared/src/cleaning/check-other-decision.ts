import type { Form } from '../fieldwork/response.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { CleanedForms } from './apply-decisions.js';
import { COMMENT_VARIABLES, commentOf, commentStandings } from './comment-standing.js';
import { isOutcomeKind, RESOLVED_VALUES } from './decision.js';
import { type DecisionContext, openDisagreement, type Proposal } from './proposal.js';
import { parseSpans } from './mask-text.js';
import { isAbout } from './queue.js';
import { isFinal } from './settle-decisions.js';

/** Whether a decision can be confirmed or taken back. null = it can. */
export function checkTarget(cleaned: CleanedForms, { kind, targetId }: Proposal, by: string): Problem | null {
  const target = cleaned.decisions.find(({ id }) => id === targetId);
  if (target === undefined) return NO_DECISION;
  if (isFinal(target.kind) || target.kind === 'query') return CANNOT_BE_TAKEN_BACK;
  if (kind === 'confirm') {
    if (target.state !== 'proposed') return NOT_PROPOSED;
    return target.by === by ? OWN_PROPOSAL : null;
  }
  if (target.state !== 'in_force' && target.state !== 'proposed') return GONE;
  const restsOnIt =
    target.kind === 'match' &&
    cleaned.decisions.some(
      (one) =>
        one.responseId === target.responseId &&
        one.number > target.number &&
        isOutcomeKind(one.kind) &&
        (one.state === 'in_force' || one.state === 'proposed'),
    );
  return restsOnIt ? LATER_FIRST : null;
}

/**
 * Whether a disagreement can be resolved so, or asked about. Yes against no is nobody's to decide: it is closed with
 * what the site answered, or as unresolved. Another value than the site's needs a reason in words.
 */
export function checkResolution(
  cleaned: CleanedForms,
  proposed: Proposal,
  { queries }: DecisionContext,
): Problem | null {
  const { kind, value, note, perspective } = proposed;
  if (openDisagreement(cleaned, proposed) === undefined || perspective === '') return NOT_OPEN;
  const about = { ...proposed, perspective };
  const isProposed = cleaned.decisions.some(
    (one) =>
      one.kind === 'resolve' &&
      one.state === 'proposed' &&
      one.odsCode === proposed.odsCode &&
      one.perspective === perspective &&
      one.variable === proposed.variable,
  );
  if (isProposed) return PROPOSED_ALREADY;
  const own = queries.filter((query) => isAbout(query, about));
  if (kind === 'query') return own.some(({ state }) => state === 'waiting') ? ASKED_ALREADY : null;
  if (!(RESOLVED_VALUES as readonly string[]).includes(value)) return NO_VALUE;
  const answered = own.findLast(({ state }) => state === 'answered');
  if (value !== 'unresolved' && answered === undefined) return SITE_FIRST;
  const asAnswered = answered === undefined || answered.answer === value;
  if (answered?.answer === 'dont_know' && value !== 'unresolved') return SITE_DOES_NOT_KNOW;
  return asAnswered || note.trim() !== '' ? null : OTHER_THAN_SITE;
}

/** Whether a comment can be cleared or masked: it is there, and the marked words lie within it. null = it can. */
export function checkComment(
  cleaned: CleanedForms,
  form: Form,
  { kind, variable, value }: Proposal,
): Problem | null {
  const text = commentOf(form, variable);
  if (text === '' || !(COMMENT_VARIABLES as readonly string[]).includes(variable)) return NO_COMMENT;
  const about = cleaned.decisions.filter(({ responseId }) => responseId === form.responseId);
  const standing = commentStandings(form, about).find((one) => one.variable === variable);
  if (standing?.state === 'cleared' || standing?.state === 'masked') return COMMENT_DECIDED;
  if (kind === 'clear_comment') return null;
  const spans = parseSpans(value, text);
  return spans.ok ? null : (spans.problems[0] ?? NO_COMMENT);
}

const NO_DECISION = problem(
  'NO_DECISION',
  'targetId',
  'There is no such decision about the forms of this hospital.',
  'Load the decisions again.',
);
const CANNOT_BE_TAKEN_BACK = problem(
  'NOT_REVERSIBLE',
  'targetId',
  'This entry says what was done and cannot be undone.',
  'Take back the decision that it is about.',
);
const NOT_PROPOSED = problem(
  'NOT_PROPOSED',
  'targetId',
  'The decision does not wait for a second reader.',
  'Load the queue again.',
);
const OWN_PROPOSAL = problem(
  'OWN_PROPOSAL',
  'targetId',
  'A decision is confirmed by somebody else than who made it.',
  'Ask another cleaner to read it, or take it back.',
);
const GONE = problem(
  'NOT_IN_FORCE',
  'targetId',
  'The decision no longer holds: it was taken back, or its form was corrected since.',
  'Load the decisions again.',
);
const LATER_FIRST = problem(
  'LATER_DECISION',
  'targetId',
  'A later decision about this form rests on it.',
  'Take the later one back first.',
);
const NOT_OPEN = problem(
  'NO_OPEN_DISAGREEMENT',
  'variable',
  'The forms of this hospital do not say yes and no to this question, or it is settled.',
  'Load the queue again.',
);
const PROPOSED_ALREADY = problem(
  'PROPOSAL_OPEN',
  'variable',
  'A resolution of this disagreement waits for its second reader.',
  'Confirm or decline that one first.',
);
const ASKED_ALREADY = problem(
  'ASKED_ALREADY',
  'variable',
  'The site has been asked this and has not answered.',
  'Wait for its answer, or close the question first.',
);
const NO_VALUE = problem(
  'NO_SUCH_VALUE',
  'value',
  'A disagreement is resolved as yes, as no, or closed as unresolved.',
  'Choose one of the three.',
);
const SITE_FIRST = problem(
  'SITE_FIRST',
  'value',
  'Yes against no is not ours to decide: the site has not answered.',
  'Ask the site, or close the disagreement as unresolved.',
);
const SITE_DOES_NOT_KNOW = problem(
  'SITE_DOES_NOT_KNOW',
  'value',
  'The site answered that it does not know.',
  'Close the disagreement as unresolved, or ask again.',
);
const OTHER_THAN_SITE = problem(
  'NOTE_REQUIRED',
  'note',
  'This is not what the site answered.',
  'Write why, without names.',
);
const NO_COMMENT = problem('NO_COMMENT', 'variable', 'There is no such comment.', 'Load the queue again.');
const COMMENT_DECIDED = problem(
  'DECIDED_ALREADY',
  'variable',
  'This comment has been dealt with.',
  'Take that decision back first.',
);
