import type { Answers } from '../instrument/answer-value.js';
import {
  type AnswerableQuestion,
  type Instrument,
  type InstrumentPage,
  questionsOnPage,
} from '../instrument/instrument.js';
import { askedQuestions } from '../instrument/is-asked.js';
import { saysNothing } from './submission-problems.js';

/** A page with the questions that are put to one respondent; each row of a matrix is a question. */
export interface PageToShow extends InstrumentPage {
  readonly questions: readonly AnswerableQuestion[];
}

/**
 * The pages a respondent with these answers goes through, in order, each with its asked questions only. A page of
 * which routing asks nothing is left out.
 */
export function pagesToShow(instrument: Instrument, draft: Answers): readonly PageToShow[] {
  const asked = new Set(askedQuestions(instrument, draft));
  return instrument.pages
    .map((page) => ({ ...page, questions: questionsOnPage(page).filter((question) => asked.has(question)) }))
    .filter((page) => page.questions.length > 0);
}

/**
 * The page after this one; undefined after the last (then come the check page and sending). Works from a page that
 * is hidden by now: its place in the questionnaire counts.
 * @throws RangeError when the instrument has no such page.
 */
export function nextPage(instrument: Instrument, draft: Answers, pageId: string): PageToShow | undefined {
  const place = placeOf(instrument, pageId);
  return pagesToShow(instrument, draft).find(({ id }) => placeOf(instrument, id) > place);
}

/**
 * Where a saved page leads: to itself while its own answers have opened questions on it that nobody has seen yet, else
 * to the next one; undefined after the last.
 * @throws RangeError when the instrument has no such page.
 */
export function pageAfter(instrument: Instrument, draft: Answers, pageId: string): PageToShow | undefined {
  const page = pagesToShow(instrument, draft).find(({ id }) => id === pageId);
  const hasOpened = page?.questions.some(({ variable }) => !Object.hasOwn(draft, variable)) ?? false;
  return hasOpened ? page : nextPage(instrument, draft, pageId);
}

/**
 * The page before this one; undefined before the first (then comes the information page).
 * @throws RangeError when the instrument has no such page.
 */
export function previousPage(instrument: Instrument, draft: Answers, pageId: string): PageToShow | undefined {
  const place = placeOf(instrument, pageId);
  return pagesToShow(instrument, draft).findLast(({ id }) => placeOf(instrument, id) < place);
}

/**
 * Where to go on after an interruption: the first page with an asked question that was not dealt with yet, or that
 * is required and still empty. A question left empty on purpose counts as dealt with. Undefined = go to the check page.
 */
export const firstUnanswered = (instrument: Instrument, draft: Answers): PageToShow | undefined =>
  pagesToShow(instrument, draft).find((page) =>
    page.questions.some(({ variable, required }) => {
      const answer = Object.hasOwn(draft, variable) ? draft[variable] : undefined;
      if (answer === undefined) return true;
      return required === 'hard' && saysNothing(answer);
    }),
  );

function placeOf(instrument: Instrument, pageId: string): number {
  const place = instrument.pages.findIndex(({ id }) => id === pageId);
  if (place < 0) throw new RangeError(`version ${instrument.version} has no page ${pageId}`);
  return place;
}
