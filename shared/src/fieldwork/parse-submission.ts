import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { type Instrument, type Question, questionsOf } from '../instrument/instrument.js';
import { isAsked, variablesIn } from '../instrument/is-asked.js';
import { problemWith } from '../instrument/problem-with.js';
import { validateAnswer } from '../instrument/validate-answer.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import {
  notAskedProblem,
  requiredProblem,
  saysNothing,
  unknownQuestionProblem,
} from './submission-problems.js';
import { type RawAnswers, toRaw } from './to-raw.js';

export type { RawAnswers } from './to-raw.js';

/**
 * A whole form, checked: every question of the instrument is in the result, hidden ones as `not_asked`, unanswered
 * ones as `skipped`. Refused with all problems at once, in the order of the questionnaire:
 *
 * - what is wrong with an answer (`validateAnswer`);
 * - NOT_ASKED: an answer to a question that routing hides. Left empty, or `missing: not_asked`, it is accepted;
 * - WAS_ASKED: `missing: not_asked` for a question that was asked;
 * - REQUIRED: nothing in a question that cannot be left out ("I don't know" is an answer);
 * - UNKNOWN_QUESTION: a variable that this version of the questionnaire does not have.
 *
 * Where an answer is refused, the questions that depend on it are checked for themselves only, so that one mistake
 * is not reported three times.
 */
export const parseSubmission = (instrument: Instrument, raw: RawAnswers): Result<Answers, Problem> =>
  parseAll(instrument, raw, 'refuse');

/**
 * What sending a stored draft does: like `parseSubmission`, but an answer that was given before a change of mind hid
 * its question is marked `not_asked` instead of being refused (domain D2). The draft itself keeps it.
 */
export const completeDraft = (instrument: Instrument, draft: Answers): Result<Answers, Problem> =>
  parseAll(instrument, toRaw(draft), 'mark');

function parseAll(
  instrument: Instrument,
  raw: RawAnswers,
  hidden: 'refuse' | 'mark',
): Result<Answers, Problem> {
  const questions = questionsOf(instrument);
  const counting: Record<string, AnswerValue> = {};
  const result: Record<string, AnswerValue> = {};
  const problems: Problem[] = [];
  /** Variables whose answer is refused or whose routing hangs on one that is. */
  const undecided = new Set<string>();

  for (const question of questions) {
    const { variable } = question;
    const sent = Object.hasOwn(raw, variable) ? raw[variable] : undefined;
    const asked = isAsked(question, counting);
    // Conditions know no "not": what holds already cannot be undone by an answer that is still to be mended.
    const routingUndecided =
      !asked &&
      question.relevance !== undefined &&
      variablesIn(question.relevance).some((key) => undecided.has(key));
    if (!asked && !routingUndecided && hidden === 'mark') {
      result[variable] = { missing: 'not_asked' };
      continue;
    }
    const parsed =
      sent === undefined ? accept<AnswerValue>({ missing: 'skipped' }) : validateAnswer(question, sent);
    if (routingUndecided) {
      undecided.add(variable);
      if (!parsed.ok) problems.push(...parsed.problems);
    } else if (!parsed.ok) {
      undecided.add(variable);
      problems.push(...parsed.problems);
    } else if (!asked) {
      if (!saysNothing(parsed.value)) problems.push(notAskedProblem(question));
      result[variable] = { missing: 'not_asked' };
    } else {
      const answer = askedAnswer(question, parsed.value, hidden);
      if (answer.ok) result[variable] = counting[variable] = answer.value;
      else {
        undecided.add(variable);
        problems.push(...answer.problems);
      }
    }
  }
  const known = new Set(questions.map(({ variable }) => variable));
  for (const variable of Object.keys(raw)) {
    if (!known.has(variable)) problems.push(unknownQuestionProblem(instrument, variable));
  }
  return problems.length === 0 ? accept(result) : refuse(...problems);
}

function askedAnswer(
  question: Question,
  answer: AnswerValue,
  hidden: 'refuse' | 'mark',
): Result<AnswerValue, Problem> {
  if (!saysNothing(answer)) return accept(answer);
  if (question.required === 'hard') return refuse(requiredProblem(question));
  if (hidden === 'refuse' && 'missing' in answer && answer.missing === 'not_asked') {
    return problemWith(
      question,
      'WAS_ASKED',
      'This question is asked after the other answers given, so its answer cannot be "not_asked".',
      'Send the answer, or "skipped".',
    );
  }
  // A draft may hold `not_asked` from an earlier sending; the question was open to the respondent since.
  return accept({ missing: 'skipped' });
}
