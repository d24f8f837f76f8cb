import type { Answers } from '../instrument/answer-value.js';
import { type Instrument, type Question, questionsOnPage } from '../instrument/instrument.js';
import { askedQuestions } from '../instrument/is-asked.js';
import type { RawAnswer } from '../instrument/validate-answer.js';
import type { Problem } from '../kernel/problem.js';
import { requiredProblem } from './submission-problems.js';

/**
 * What the respondent is told who leaves a page with empty questions: a required one must be answered, one that may
 * be skipped is pointed out once (`reminded` = it was). Saving itself does not need this; "Save and come back
 * later" and autosave ask for nothing.
 */
export function missingOnPage(
  instrument: Instrument,
  pageId: string,
  raw: Readonly<Record<string, RawAnswer>>,
  soFar: Answers,
  reminded: boolean,
): readonly Problem[] {
  const asked = new Set(askedQuestions(instrument, soFar));
  const page = instrument.pages.find(({ id }) => id === pageId);
  const questions = page === undefined ? [] : questionsOnPage(page);
  return questions
    .filter((question) => asked.has(question) && isEmpty(raw[question.variable]))
    .flatMap((question) => {
      if (question.required === 'hard') return [requiredProblem(question)];
      return question.required === 'soft' && !reminded ? [reminder(question)] : [];
    });
}

const isEmpty = (raw: RawAnswer | undefined): boolean =>
  raw?.missing == null && (raw?.given ?? []).every((value) => value.trim() === '');

const reminder = (question: Question): Problem => ({
  code: 'LEFT_EMPTY',
  field: question.variable,
  message: 'You have not answered this question.',
  mend: question.options?.some(({ kind }) => kind === 'dont_know')
    ? 'Answer it, choose "I don\'t know", or go on without an answer.'
    : 'Answer it, or go on without an answer.',
});
