import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import type { RawAnswer } from '../instrument/validate-answer.js';

/** Raw answers by variable key, from a form or from the API. */
export type RawAnswers = Readonly<Record<string, RawAnswer>>;

/** One stored answer as it would come in again. */
export function toRawAnswer(answer: AnswerValue): RawAnswer {
  if ('missing' in answer) return { missing: answer.missing };
  return { given: typeof answer.given === 'object' ? answer.given : [String(answer.given)] };
}

/** Stored answers as they would come in again: the inverse of `parseSubmission`. */
export const toRaw = (answers: Answers): Record<string, RawAnswer> =>
  Object.fromEntries(Object.entries(answers).map(([variable, answer]) => [variable, toRawAnswer(answer)]));
