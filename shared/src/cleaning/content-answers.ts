import { answerState, type Answers, type AnswerValue } from '../instrument/answer-value.js';
import type { Form } from '../fieldwork/response.js';

/** Say who answers, for which hospital and what may be published; nothing about the service itself. */
const IDENTIFYING = ['hospital', 'role', 'perspective', 'population', 'country'];

/** Whether a variable says something about the service, and not about who answers. */
export const isContent = (variable: string): boolean =>
  !IDENTIFYING.includes(variable) && !variable.startsWith('consent_');

/** Whether anything stands in the answer: "I don't know" and a stated refusal do, an empty text does not. */
function saysSomething(value: AnswerValue): boolean {
  if ('missing' in value) return value.missing !== 'skipped' && value.missing !== 'not_asked';
  if (typeof value.given === 'string') return value.given.trim() !== '';
  return typeof value.given === 'number' || value.given.length > 0;
}

/** True when the form says something about the service (rule R1): a form that only names its hospital does not. */
export function hasContent({ answers }: Form): boolean {
  for (const variable in answers) {
    const value = answers[variable];
    if (value !== undefined && isContent(variable) && saysSomething(value)) return true;
  }
  return false;
}

/**
 * Share of the questions put to this respondent that were dealt with, 0 to 1; 0 when none was put.
 *
 * A share and not a count, because routing asks more of those who report in-reach (`000:135-145`): a count would
 * make their form "more complete" for what they report. Don't know counts as dealt with, `not_asked` not at all.
 */
export function completeness(form: Form): number {
  const known = shares.get(form.answers);
  if (known !== undefined) return known;
  const share = shareDealtWith(form);
  shares.set(form.answers, share);
  return share;
}

/** Answers never change, and a form is compared with others again and again. */
const shares = new WeakMap<Answers, number>();

function shareDealtWith(form: Form): number {
  const asked = Object.entries(form.answers).filter(
    ([variable, value]) => isContent(variable) && answerState(value) !== 'not_asked',
  );
  if (asked.length === 0) return 0;
  return asked.filter(([, value]) => saysSomething(value)).length / asked.length;
}
