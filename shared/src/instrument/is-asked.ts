import type { AnswerValue, Answers } from './answer-value.js';
import { questionsOf, type Instrument, type Question, type Relevance } from './instrument.js';

/**
 * Whether routing puts a question to a respondent who gave these answers. No relevance means: always.
 *
 * `answers` must be those of asked questions only, since the answer to a hidden question does not count; where that
 * is not sure, use `askedQuestions`. An absence never satisfies a condition, unless the condition names it.
 * @example isAsked(integration, { iapt_inreach: { missing: 'dont_know' } }) // → false
 */
export const isAsked = (question: Question, answers: Answers): boolean =>
  question.relevance === undefined || holds(question.relevance, answers);

/**
 * The questions put to a respondent with these answers, in order. Works on drafts too: the kept answer of a question
 * that is hidden by now does not open another one.
 */
export function askedQuestions(instrument: Instrument, answers: Answers): readonly Question[] {
  const counting: Record<string, AnswerValue> = {};
  const asked: Question[] = [];
  for (const question of questionsOf(instrument)) {
    if (!isAsked(question, counting)) continue;
    asked.push(question);
    const answer = Object.hasOwn(answers, question.variable) ? answers[question.variable] : undefined;
    if (answer) counting[question.variable] = answer;
  }
  return asked;
}

/** Variable keys that a condition looks at. */
export function variablesIn(relevance: Relevance): readonly string[] {
  if ('anyOf' in relevance) return relevance.anyOf.flatMap(variablesIn);
  if ('allOf' in relevance) return relevance.allOf.flatMap(variablesIn);
  return [relevance.variable];
}

function holds(relevance: Relevance, answers: Answers): boolean {
  if ('anyOf' in relevance) return relevance.anyOf.some((part) => holds(part, answers));
  if ('allOf' in relevance) return relevance.allOf.every((part) => holds(part, answers));
  const answer = Object.hasOwn(answers, relevance.variable) ? answers[relevance.variable] : undefined;
  return answer !== undefined && tokensOf(answer).some((token) => relevance.isOneOf.includes(token));
}

/** Option codes given, or the name of the absence: what `isOneOf` can list. */
function tokensOf(answer: AnswerValue): readonly string[] {
  if ('missing' in answer) return [answer.missing];
  return typeof answer.given === 'object' ? answer.given : [String(answer.given)];
}
