import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { type Instrument, questionsOf, questionsOnPage } from '../instrument/instrument.js';
import { askedQuestions } from '../instrument/is-asked.js';
import { validateAnswer } from '../instrument/validate-answer.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { notAskedProblem, saysNothing, unknownQuestionProblem } from './submission-problems.js';
import type { RawAnswers } from './to-raw.js';

/**
 * `continue`: the respondent left the page, so what is empty on it was skipped. `autosave`: still on the page, so
 * what is empty is not dealt with yet.
 */
export type PageSave = 'continue' | 'autosave';

/**
 * Saves one page of a draft: checks the answers of that page only and merges them into `soFar`. Soft: a required
 * question may stay empty until the form is sent, but a wrong answer is refused by name, as everywhere.
 *
 * The draft keeps the answers of questions that are hidden by now, so that going back and forth loses nothing;
 * `completeDraft` marks them `not_asked`. An answer to a question that was not shown is refused (NOT_ASKED), one to a
 * question of another page too (NOT_ON_THIS_PAGE). A question that this page's own answers open is not dealt with yet:
 * the page is shown again with it (`pageAfter`).
 * @throws RangeError when the instrument has no such page: the address is wrong, not the answers.
 */
export function parsePage(
  instrument: Instrument,
  pageId: string,
  raw: RawAnswers,
  soFar: Answers,
  save: PageSave = 'continue',
): Result<Answers, Problem> {
  const page = instrument.pages.find(({ id }) => id === pageId);
  if (!page) throw new RangeError(`version ${instrument.version} has no page ${pageId}`);
  const onPage = questionsOnPage(page);
  const shown = new Set(askedQuestions(instrument, soFar));
  const problems: Problem[] = [];
  const entered: Record<string, AnswerValue> = {};
  for (const question of onPage) {
    const sent = Object.hasOwn(raw, question.variable) ? raw[question.variable] : undefined;
    // What this very page opens has not been seen yet, so it was not skipped either.
    if (sent === undefined && !shown.has(question)) continue;
    const parsed =
      sent === undefined ? accept<AnswerValue>({ missing: 'skipped' }) : validateAnswer(question, sent);
    if (parsed.ok) entered[question.variable] = parsed.value;
    else problems.push(...parsed.problems);
  }

  const merged: Record<string, AnswerValue> = { ...soFar, ...entered };
  const asked = new Set(askedQuestions(instrument, merged));
  for (const question of onPage) {
    const { variable } = question;
    const answer = entered[variable];
    if (!answer) continue;
    if (!asked.has(question)) {
      // An answer above it on the same page has just hidden it, and a radio button cannot be taken back.
      const isKept = shown.has(question) && !saysNothing(answer);
      if (isKept) continue;
      if (!saysNothing(answer)) problems.push(notAskedProblem(question));
      restore(merged, variable, soFar);
    } else if (saysNothing(answer)) {
      if (save === 'continue') merged[variable] = { missing: 'skipped' };
      else delete merged[variable];
    }
  }
  problems.push(...strangers(instrument, onPage, raw));
  return problems.length === 0 ? accept(merged) : refuse(...problems);
}

function restore(merged: Record<string, AnswerValue>, variable: string, soFar: Answers): void {
  const before = Object.hasOwn(soFar, variable) ? soFar[variable] : undefined;
  if (before) merged[variable] = before;
  else delete merged[variable];
}

function strangers(
  instrument: Instrument,
  onPage: readonly { readonly variable: string }[],
  raw: RawAnswers,
): readonly Problem[] {
  const elsewhere = new Set(questionsOf(instrument).map(({ variable }) => variable));
  return Object.keys(raw)
    .filter((variable) => !onPage.some((question) => question.variable === variable))
    .map((variable) =>
      elsewhere.has(variable)
        ? {
            code: 'NOT_ON_THIS_PAGE',
            field: variable,
            message: 'There is an answer to a question of another page.',
            mend: 'Answer this question on its own page.',
          }
        : unknownQuestionProblem(instrument, variable),
    );
}
