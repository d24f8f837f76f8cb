import type { AnswerValue } from '../instrument/answer-value.js';
import type { Instrument, Question } from '../instrument/instrument.js';
import type { Problem } from '../kernel/problem.js';

/** The problem of a question that cannot be left out. */
export const requiredProblem = (question: Question): Problem => ({
  code: 'REQUIRED',
  field: question.variable,
  message: `This question needs an answer: ${question.text.en}`,
  mend: question.options?.some(({ kind }) => kind === 'dont_know')
    ? 'Choose an answer. If you are not sure, choose "I don\'t know".'
    : 'Give an answer.',
});

/** The problem of an answer to a question that was not put to this respondent. */
export const notAskedProblem = (question: Question): Problem => ({
  code: 'NOT_ASKED',
  field: question.variable,
  message: 'There is an answer to a question that is not asked after the other answers given.',
  mend: 'Leave this answer out, or change the answers that decide whether the question is asked.',
});

/** The problem of a variable that the instrument does not have; an over-long name is cut to 64 characters. */
export const unknownQuestionProblem = (instrument: Instrument, variable: string): Problem => ({
  code: 'UNKNOWN_QUESTION',
  field: variable.slice(0, 64),
  message: `Version ${instrument.version} of the questionnaire has no question with this name.`,
  mend: `Use the variable keys of version ${instrument.version}.`,
});

/** True when the answer says nothing: left empty, or stated as not asked. Such an answer a hidden question may have. */
export const saysNothing = (answer: AnswerValue): boolean =>
  'missing' in answer && (answer.missing === 'skipped' || answer.missing === 'not_asked');
