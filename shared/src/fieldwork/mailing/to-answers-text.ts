import type { Answers } from '../../instrument/answer-value.js';
import type { Instrument } from '../../instrument/instrument.js';
import { describeAnswer } from '../describe-answer.js';
import { pagesToShow } from '../next-page.js';
import type { HospitalChoice } from '../respond-parts.js';

/** What somebody sent, in the words that they saw, as plain text: a question on one line, its answer below. */
export function toAnswersText(
  instrument: Instrument,
  answers: Answers,
  hospitals: readonly HospitalChoice[],
): string {
  return pagesToShow(instrument, answers)
    .flatMap(({ questions }) => questions)
    .map((question) => {
      const answer = describeAnswer(question, answers[question.variable], hospitals);
      return `${question.text.en}\n  ${answer.replaceAll('\n', '\n  ')}`;
    })
    .join('\n\n');
}
