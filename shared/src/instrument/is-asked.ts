import type { AnswerValue, Answers } from './answer-value.js';
import {
  type AnswerableQuestion,
  type Condition,
  type Instrument,
  type Question,
  questionsOf,
  type Relevance,
} from './instrument.js';

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
export function askedQuestions(instrument: Instrument, answers: Answers): readonly AnswerableQuestion[] {
  const counting: Record<string, AnswerValue> = {};
  const asked: AnswerableQuestion[] = [];
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
  return answer !== undefined && meets(relevance, answer);
}

/**
 * No condition is met by a question left empty or not asked, "is none of" neither: else a question would open to
 * somebody who has not come to the earlier one yet, and close again.
 */
function meets(condition: Condition, answer: AnswerValue): boolean {
  if ('isOneOf' in condition) return tokensOf(answer).some((token) => condition.isOneOf.includes(token));
  if ('missing' in answer && (answer.missing === 'skipped' || answer.missing === 'not_asked')) return false;
  if ('isNoneOf' in condition) return !tokensOf(answer).some((token) => condition.isNoneOf.includes(token));
  if ('isAnswered' in condition) return true;
  const number = 'given' in answer ? answer.given : undefined;
  if (typeof number !== 'number') return false;
  return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost;
}

/** Option codes given, or the name of the absence: what `isOneOf` and `isNoneOf` can list. */
function tokensOf(answer: AnswerValue): readonly string[] {
  if ('missing' in answer) return [answer.missing];
  return typeof answer.given === 'object' ? answer.given : [String(answer.given)];
}
