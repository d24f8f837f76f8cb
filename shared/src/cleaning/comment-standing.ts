import type { Form } from '../fieldwork/response.js';
import type { Answers } from '../instrument/answer-value.js';
import { identifyingParts, type IdentifyingPart } from './looks-identifying.js';
import { maskText, parseSpans } from './mask-text.js';
import type { SettledDecision } from './settle-decisions.js';

/** The questions whose answers are free text in a respondent's own words. */
export const COMMENT_VARIABLES = ['positives', 'improve', 'comments'] as const;

/**
 * Whether a comment may be shown. `plain` nothing looks identifying; `waits` something does, and nobody has looked;
 * `cleared` a person found it harmless; `masked` a person took words out.
 */
export const COMMENT_STATES = ['plain', 'waits', 'cleared', 'masked'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export interface CommentStanding {
  readonly responseId: string;
  readonly variable: string;
  readonly state: CommentState;
  /** What may be shown; null while it waits. */
  readonly text: string | null;
  /** What looks identifying in the text as it was sent; for whoever decides, and nobody else. */
  readonly parts: readonly IdentifyingPart[];
}

/** The words of a comment as it was sent; '' = none. */
export function commentOf(form: Form, variable: string): string {
  const value = form.answers[variable];
  return value !== undefined && 'given' in value && typeof value.given === 'string' ? value.given.trim() : '';
}

/** Answers never change, and every change of a form's hospital asks about its comments again. */
const known = new WeakMap<Answers, Map<string, readonly IdentifyingPart[]>>();

function partsOf({ answers }: Form, variable: string, text: string): readonly IdentifyingPart[] {
  const ofForm = known.get(answers) ?? new Map<string, readonly IdentifyingPart[]>();
  const parts = ofForm.get(variable) ?? identifyingParts(text);
  known.set(answers, ofForm.set(variable, parts));
  return parts;
}

/**
 * Every comment of a form with whether it may be shown. A comment that looks identifying is shown nowhere but in the
 * queue before a person has cleared or masked it; a corrected form's comments are looked at anew.
 * @param decisions those about this form, with what became of them
 * @param variables the open questions of the questionnaire; the built-in ones where nothing is said
 */
export function commentStandings(
  form: Form,
  decisions: readonly SettledDecision[],
  variables: readonly string[] = COMMENT_VARIABLES,
): readonly CommentStanding[] {
  return variables.flatMap((variable): readonly CommentStanding[] => {
    const text = commentOf(form, variable);
    if (text === '') return [];
    const parts = partsOf(form, variable, text);
    const own = { responseId: form.responseId, variable, parts };
    const decided = decisions.findLast(
      (one) =>
        one.state === 'in_force' &&
        one.variable === variable &&
        (one.kind === 'clear_comment' || one.kind === 'mask_comment'),
    );
    if (decided?.kind === 'clear_comment') return [{ ...own, state: 'cleared', text }];
    if (decided?.kind === 'mask_comment') {
      const spans = parseSpans(decided.value, text);
      if (spans.ok) return [{ ...own, state: 'masked', text: maskText(text, spans.value) }];
    }
    return [parts.length > 0 ? { ...own, state: 'waits', text: null } : { ...own, state: 'plain', text }];
  });
}
