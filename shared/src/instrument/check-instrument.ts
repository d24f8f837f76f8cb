import { checkQuestion, isBlank } from './check-question.js';
import { checkRouting } from './check-routing.js';
import { type Instrument, type InstrumentPage, type Question, questionsOf } from './instrument.js';
import { finding, type Finding, type InstrumentProblem, repeated } from './instrument-problem.js';
import { HOSPITAL_VARIABLE, isPageId, isSeriesKey, RESERVED_PAGES } from './keys.js';

const NOWHERE = { page: -1, question: -1 } as const;

/**
 * What is wrong with a questionnaire as data; empty when it can be published. An instrument is checked here, and not
 * by its type, because later ones are written by a survey lead and not by a programmer. Every problem names the
 * question or page, the part of it, and the mend. The codes of a question: `checkQuestion`, `checkRouting`.
 *
 * Codes of its own: BAD_SERIES_KEY, EMPTY_TITLE, NO_PAGES, NO_HOSPITAL, DUPLICATE_VARIABLE, DUPLICATE_SPSS_NAME,
 * DUPLICATE_PAGE, BAD_PAGE_ID, RESERVED_PAGE, EMPTY_PAGE, EMPTY_INFORMATION, BAD_LANGUAGE, MISSING_TRANSLATION.
 */
export function checkInstrument(instrument: Instrument): readonly InstrumentProblem[] {
  const questions = instrument.pages.flatMap((page) => page.questions);
  let before = 0;
  return [
    ...checkWhole(instrument).map((found) => ({ ...found, field: '', at: NOWHERE })),
    ...instrument.pages.flatMap((page, position) => [
      ...checkPage(page, position, instrument).map((found) => ({
        ...found,
        field: page.id,
        at: { page: position, question: -1 },
      })),
      ...page.questions.flatMap((question, place) =>
        [
          ...checkNames(question, questions.slice(0, before)),
          ...checkQuestion(question, instrument.secondLanguage),
          ...checkRouting(question, questions, before++),
        ].map((found) => ({ ...found, field: question.variable, at: { page: position, question: place } })),
      ),
    ]),
  ];
}

function checkWhole(instrument: Instrument): readonly Finding[] {
  const { key, title, pages, information, secondLanguage } = instrument;
  const found: Finding[] = [];
  if (!isSeriesKey(key))
    found.push(
      finding(
        'BAD_SERIES_KEY',
        'key',
        'The name of the series is lower-case letters, digits and -, 3 to 64 characters.',
        'Choose another name, such as "liaison-services".',
      ),
    );
  if (isBlank(title))
    found.push(finding('EMPTY_TITLE', 'title', 'The questionnaire has no title.', 'Write its title.'));
  if (secondLanguage !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(secondLanguage))
    found.push(
      finding(
        'BAD_LANGUAGE',
        'title',
        'The second language is not a language tag.',
        'Use a tag such as "cy" for Welsh, or leave it empty.',
      ),
    );
  if (secondLanguage !== undefined && (title.second ?? '').trim() === '')
    found.push(
      finding(
        'MISSING_TRANSLATION',
        'title',
        'The title is missing in the second language.',
        'Write the translation, or take the second language out of the questionnaire.',
      ),
    );
  if (information.some(({ heading, paragraphs }) => isBlank(heading) || paragraphs.some(isBlank)))
    found.push(
      finding(
        'EMPTY_INFORMATION',
        'information',
        'A part of the participant information has no words.',
        'Write them, or delete the part.',
      ),
    );
  if (pages.length === 0)
    found.push(finding('NO_PAGES', 'page', 'The questionnaire has no page.', 'Add a page.'));
  return [...found, ...checkHospital(instrument)];
}

/** Frame, duplicates, map and release all hang on the hospital, so no form can go without it. */
function checkHospital(instrument: Instrument): readonly Finding[] {
  const hospital = questionsOf(instrument).find(({ variable }) => variable === HOSPITAL_VARIABLE);
  if (hospital?.type === 'hospital' && hospital.required === 'hard' && hospital.relevance === undefined)
    return [];
  return [
    finding(
      'NO_HOSPITAL',
      hospital === undefined ? 'page' : 'required',
      'Every questionnaire asks for which hospital it is answered, always, and demands an answer.',
      'Add a hospital picker with the key "hospital", required hard and without routing.',
    ),
  ];
}

function checkPage(
  page: InstrumentPage,
  position: number,
  { pages, secondLanguage }: Instrument,
): readonly Finding[] {
  const { id, title, questions } = page;
  const found: Finding[] = [];
  const say = (code: string, message: string, mend: string): void =>
    void found.push(finding(code, 'page', message, mend));
  if (pages.findIndex((other) => other.id === id) !== position)
    say('DUPLICATE_PAGE', 'Two pages have the same id.', 'Change the id of one of them.');
  if (!isPageId(id))
    say('BAD_PAGE_ID', 'A page id is lower-case letters, digits, - and _.', 'Choose another id.');
  if (RESERVED_PAGES.includes(id))
    say('RESERVED_PAGE', 'Every form has a page of this name already.', 'Choose another id.');
  if (questions.length === 0)
    say('EMPTY_PAGE', 'The page has no question.', 'Add a question, or delete the page.');
  if (isBlank(title)) say('EMPTY_TITLE', 'The page has no title.', 'Write its title.');
  if (secondLanguage !== undefined && (title.second ?? '').trim() === '')
    say('MISSING_TRANSLATION', 'The title is missing in the second language.', 'Write the translation.');
  return found;
}

/** Names that must differ across the whole questionnaire: variable keys, rows of matrices included, and SPSS names. */
function checkNames(question: Question, earlier: readonly Question[]): readonly Finding[] {
  const found: Finding[] = [];
  const taken = (names: (each: Question) => readonly string[]): string | undefined =>
    names(question).find((name) => earlier.some((other) => names(other).includes(name))) ??
    repeated(names(question))[0];
  const key = taken(keysOf);
  if (key !== undefined)
    found.push(
      finding(
        'DUPLICATE_VARIABLE',
        'key',
        `Another question has the key "${key}" already.`,
        'Choose another key.',
      ),
    );
  // SPSS does not tell capitals from small letters.
  const name = taken((each) => (each.spssName === undefined ? keysOf(each) : [each.spssName.toLowerCase()]));
  if (name !== undefined && key === undefined)
    found.push(
      finding(
        'DUPLICATE_SPSS_NAME',
        'spssName',
        `Another question is called "${name}" in SPSS already.`,
        'Choose another SPSS name.',
      ),
    );
  return found;
}

/** A matrix takes its own key and those of its rows, so that nothing else can be mistaken for one of them. */
const keysOf = ({ variable, type, rows = [] }: Question): readonly string[] =>
  type === 'matrix' ? [variable, ...rows.map(({ code }) => `${variable}_${code}`)] : [variable];
