import type { Option } from '../instrument/instrument.js';
import type { AnswerValue } from '../instrument/answer-value.js';

/**
 * What a hospital says on one closed question, of any questionnaire: the code of an option, or the stated reason why
 * there is none. `conflict`: its forms chose different options. `no_reply`: no form at all (methods C1).
 */
export type ClosedPosition =
  | { readonly given: string }
  | { readonly missing: 'dont_know' | 'skipped' | 'not_asked' | 'conflict' | 'no_reply' };

/** What one form says on one closed question. A refusal counts as skipped, "not applicable" as not asked. */
export type ClosedAnswer =
  { readonly given: string } | { readonly missing: Exclude<ClosedAbsence, 'conflict' | 'no_reply'> };

type ClosedAbsence = Extract<ClosedPosition, { missing: string }>['missing'];

const IN_ORDER = ['dont_know', 'skipped', 'not_asked'] as const;

/**
 * The position that several forms of one hospital and perspective give together: one substantive answer wins over
 * "I don't know", two different ones are a conflict, skipped and not asked count only where nobody answered. The
 * order of the forms is of no account; no form is `no_reply`.
 */
export function agreedPosition(answers: readonly ClosedAnswer[]): ClosedPosition {
  const given = new Set(answers.flatMap((answer) => ('given' in answer ? [answer.given] : [])));
  const [only] = given;
  if (given.size > 1) return { missing: 'conflict' };
  if (only !== undefined) return { given: only };
  const missing = new Set(answers.flatMap((answer) => ('missing' in answer ? [answer.missing] : [])));
  return { missing: IN_ORDER.find((absence) => missing.has(absence)) ?? 'no_reply' };
}

/** Reads the answer to a question with one choice; a key that is not there was never asked. */
export function choiceAnswer(value: AnswerValue | undefined): ClosedAnswer {
  if (value === undefined) return { missing: 'not_asked' };
  if ('given' in value)
    return typeof value.given === 'string' && value.given !== ''
      ? { given: value.given }
      : { missing: 'skipped' };
  if (value.missing === 'refused') return { missing: 'skipped' };
  return { missing: value.missing === 'not_applicable' ? 'not_asked' : value.missing };
}

/** Whether one option of a question with several choices was chosen, as `yes` or `no`. */
export function optionAnswer(value: AnswerValue | undefined, code: Option['code']): ClosedAnswer {
  if (value !== undefined && 'given' in value && typeof value.given === 'object')
    return value.given.length === 0
      ? { missing: 'skipped' }
      : { given: value.given.includes(code) ? 'yes' : 'no' };
  return value !== undefined && 'given' in value ? { missing: 'skipped' } : choiceAnswer(value);
}
