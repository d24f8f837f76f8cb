import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { validateAnswer, type RawAnswer } from '../instrument/validate-answer.js';
import { type AnswerableQuestion, questionsOnPage } from '../instrument/instrument.js';
import { type AnsweringView } from './answering-view.js';
import { describeAnswer } from './describe-answer.js';
import { toQuestionView } from './question-view.js';
import { otherTextField, type StaleModel } from './respond-page.js';
import type { HiddenField } from './respond-parts.js';
import type { RespondContext } from './to-respond-page.js';

/**
 * Both versions of a page that was saved elsewhere in between, or undefined when the instrument has no such page.
 * `view` holds the saved version as it is now; `raw` is what the respondent sent and what was not stored.
 */
export function toStalePage(
  view: AnsweringView,
  context: RespondContext,
  pageId: string,
  raw: Readonly<Record<string, RawAnswer>>,
): StaleModel | undefined {
  const page = view.instrument.pages.find(({ id }) => id === pageId);
  if (!page) return undefined;
  const concerned = questionsOnPage(page).filter(({ variable }) => variable in raw || variable in view.draft);
  return {
    base: context.base,
    surveyTitle: view.instrument.title.en,
    roundTitle: view.round.title,
    synthetic: view.round.kind === 'synthetic',
    kind: 'stale',
    page,
    rows: concerned.map((question) => ({
      label: question.text.en,
      yours: describeRaw(question, raw[question.variable], context),
      saved: describeAnswer(question, view.draft[question.variable], context.hospitals),
    })),
    yours: concerned.flatMap((question) => toFields(question, raw[question.variable])),
    expectedRevision: view.draftRevision,
  };
}

/** Whether what was sent for a page says the same as what is saved: a repeated request, not a second version. */
export const saysTheSame = (
  questions: readonly AnswerableQuestion[],
  raw: Readonly<Record<string, RawAnswer>>,
  saved: Answers,
): boolean =>
  questions.every(
    (question) =>
      canonical(sentAnswer(question, raw[question.variable])) === canonical(saved[question.variable]),
  );

/** `undefined` = what was sent cannot be stored at all, so it equals nothing. */
function sentAnswer(question: AnswerableQuestion, raw: RawAnswer | undefined): AnswerValue | 'unreadable' {
  if (raw === undefined) return { missing: 'skipped' };
  const parsed = validateAnswer(question, raw);
  return parsed.ok ? parsed.value : 'unreadable';
}

/** Nothing saved and nothing entered are the same to a respondent. */
const canonical = (answer: AnswerValue | 'unreadable' | undefined): string => {
  if (answer === undefined) return 'nothing';
  if (answer === 'unreadable') return 'unreadable';
  if ('missing' in answer) return saysNothing(answer.missing) ? 'nothing' : `missing ${answer.missing}`;
  return `given ${JSON.stringify(answer.given)}`;
};

const saysNothing = (missing: string): boolean => missing === 'skipped' || missing === 'not_asked';

function describeRaw(
  question: AnswerableQuestion,
  raw: RawAnswer | undefined,
  { hospitals }: RespondContext,
): string {
  const answer = sentAnswer(question, raw);
  if (answer !== 'unreadable') return describeAnswer(question, answer, hospitals);
  return (raw?.given ?? []).join(', ');
}

/** The respondent's own entries as form fields, so that they can choose them over the saved ones. */
function toFields(question: AnswerableQuestion, raw: RawAnswer | undefined): readonly HiddenField[] {
  const { values, otherText } = toQuestionView(question, raw, []);
  const other = otherText === '' ? [] : [{ name: otherTextField(question.variable), value: otherText }];
  return [...values.map((value) => ({ name: question.variable, value })), ...other];
}
