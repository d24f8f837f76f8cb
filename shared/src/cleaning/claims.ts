import type { AnswerValue } from '../instrument/answer-value.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';
import type { YesNoAnswer } from './derive-mus-ltc.js';

/**
 * One option of a closed question, taken as a yes / no item of its own: "the hospital says this". With it any
 * questionnaire can be counted by the rules that hold for yes and no.
 */
export interface Claim {
  /** Key among a hospital record's items; no variable has a colon in it. */
  readonly id: string;
  readonly variable: string;
  readonly code: string;
  readonly label: string;
}

/** A closed question with a claim for each option that says something. */
export interface ClosedQuestion {
  readonly variable: string;
  readonly text: string;
  readonly claims: readonly Claim[];
}

/**
 * The closed questions of a questionnaire about the service, in its order: choice, several choices, rows of a matrix.
 * Left out are questions about persons, and those about consent, which say nothing about a hospital.
 */
export const closedQuestionsOf = (instrument: Instrument): readonly ClosedQuestion[] =>
  questionsOf(instrument)
    .filter(
      ({ type, privacy, variable }) =>
        (type === 'choice' || type === 'multi_choice') &&
        privacy !== 'personal' &&
        !variable.startsWith('consent_'),
    )
    .map(({ variable, text, options = [] }) => ({
      variable,
      text: text.en,
      claims: options
        .filter(({ kind }) => kind === 'substantive')
        .map(({ code, label }) => ({ id: `${variable}:${code}`, variable, code, label: label.en })),
    }));

/** Whether a questionnaire asks for consent to publish by name; where it does not, nobody has given any. */
export const asksConsent = (instrument: Instrument): boolean =>
  questionsOf(instrument).some(({ variable }) => variable === 'consent_facts');

/**
 * What one answer says on a claim. Another option chosen is a no; refusing to say is no answer. A question that does not
 * apply was, as far as the claim is concerned, not asked; so was one that the form does not have.
 */
export function claimAnswer(answer: AnswerValue | undefined, code: string): YesNoAnswer {
  if (answer === undefined) return 'not_asked';
  if ('missing' in answer) {
    if (answer.missing === 'refused') return 'skipped';
    return answer.missing === 'not_applicable' ? 'not_asked' : answer.missing;
  }
  const { given } = answer;
  return (typeof given === 'object' ? given.includes(code) : String(given) === code) ? 'yes' : 'no';
}
