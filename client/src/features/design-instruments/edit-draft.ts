import type { Instrument, InstrumentPage, Question } from '@liaison-atlas/shared/instrument/instrument';

/** What is open in the editor: the whole, a page, or a question of a page; places count from 0. */
export interface Place {
  readonly page: number;
  readonly question: number;
}

/** The whole questionnaire, rather than one of its pages. */
export const WHOLE: Place = { page: -1, question: -1 };

/** A change with the place that is open after it; undefined = the change is not possible. */
export type Edited = { readonly content: Instrument; readonly at: Place } | undefined;

/** A place as it stands in the address: `` the whole, `2` a page, `2.1` a question. */
export const toAddress = ({ page, question }: Place): string =>
  page < 0 ? '' : question < 0 ? String(page) : `${page}.${question}`;

/** The place that an address names; the whole where there is no such place (any more). */
export function fromAddress(address: string, content: Instrument): Place {
  const [, pageText, questionText] = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(address) ?? [];
  const page = Number(pageText ?? -1);
  const question = Number(questionText ?? -1);
  if (page < 0 || page >= content.pages.length) return WHOLE;
  return question < (content.pages[page]?.questions.length ?? 0)
    ? { page, question }
    : { page, question: -1 };
}

const withPages = (content: Instrument, pages: readonly InstrumentPage[]): Instrument => ({
  ...content,
  pages,
});

const replaced = <Item>(items: readonly Item[], place: number, ...by: readonly Item[]): readonly Item[] => [
  ...items.slice(0, place),
  ...by,
  ...items.slice(place + 1),
];

/** The questionnaire with one page as given. */
export const setPage = (content: Instrument, place: number, page: InstrumentPage): Instrument =>
  withPages(content, replaced(content.pages, place, page));

/** The questionnaire with one question as given. */
export function setQuestion(content: Instrument, { page, question }: Place, changed: Question): Instrument {
  const on = content.pages[page];
  return on === undefined
    ? content
    : setPage(content, page, { ...on, questions: replaced(on.questions, question, changed) });
}

/** A name that nothing has yet: `question_2`, or the name itself where it is free. */
function freeName(wanted: string, taken: readonly string[], joint: string): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}${joint}${number}`)) number += 1;
  return `${wanted}${joint}${number}`;
}

const keysIn = (content: Instrument): readonly string[] =>
  content.pages.flatMap(({ questions }) => questions.map(({ variable }) => variable));

/** Adds a page after the one that is open, at the end when none is. */
export function addPage(content: Instrument, { page }: Place): Edited {
  const place = page < 0 ? content.pages.length : page + 1;
  const id = freeName(
    'page',
    content.pages.map((each) => each.id),
    '-',
  );
  const added: InstrumentPage = { id, title: { en: '' }, optional: false, questions: [] };
  const pages = [...content.pages.slice(0, place), added, ...content.pages.slice(place)];
  return { content: withPages(content, pages), at: { page: place, question: -1 } };
}

/** Adds a question after the one that is open, or at the end of the open page. */
export function addQuestion(content: Instrument, at: Place): Edited {
  const page = at.page < 0 ? content.pages.length - 1 : at.page;
  const on = content.pages[page];
  if (on === undefined) return undefined;
  const added: Question = {
    variable: freeName('question', keysIn(content), '_'),
    type: 'choice',
    text: { en: '' },
    options: [],
    required: 'no',
    privacy: 'none',
    publication: 'open',
    source: '',
  };
  const question = at.page === page && at.question >= 0 ? at.question + 1 : on.questions.length;
  const questions = [...on.questions.slice(0, question), added, ...on.questions.slice(question)];
  return { content: setPage(content, page, { ...on, questions }), at: { page, question } };
}

/** A copy of the open question or page right after it, under free names; routing stays as it was. */
export function duplicate(content: Instrument, at: Place): Edited {
  const on = content.pages[at.page];
  if (on === undefined) return undefined;
  const taken = [...keysIn(content)];
  const copy = (question: Question): Question => {
    const { spssName: _, fhirLinkId: __, ...rest } = question;
    const variable = freeName(question.variable, taken, '_');
    taken.push(variable);
    return { ...rest, variable };
  };
  if (at.question < 0) {
    const id = freeName(
      on.id,
      content.pages.map((each) => each.id),
      '-',
    );
    const pages = replaced(content.pages, at.page, on, { ...on, id, questions: on.questions.map(copy) });
    return { content: withPages(content, pages), at: { page: at.page + 1, question: -1 } };
  }
  const question = on.questions[at.question];
  if (question === undefined) return undefined;
  const questions = replaced(on.questions, at.question, question, copy(question));
  return {
    content: setPage(content, at.page, { ...on, questions }),
    at: { page: at.page, question: at.question + 1 },
  };
}

/** Takes the open question or page away. */
export function remove(content: Instrument, at: Place): Edited {
  const on = content.pages[at.page];
  if (on === undefined) return undefined;
  if (at.question < 0) return { content: withPages(content, replaced(content.pages, at.page)), at: WHOLE };
  const questions = replaced(on.questions, at.question);
  return { content: setPage(content, at.page, { ...on, questions }), at: { page: at.page, question: -1 } };
}

/** Moves the open question or page one place up (-1) or down (1); a question goes on into the next page. */
export function move(content: Instrument, at: Place, by: -1 | 1): Edited {
  const on = content.pages[at.page];
  if (on === undefined) return undefined;
  if (at.question < 0) {
    const other = content.pages[at.page + by];
    if (other === undefined) return undefined;
    const pages = content.pages.map((page) => (page === on ? other : page === other ? on : page));
    return { content: withPages(content, pages), at: { page: at.page + by, question: -1 } };
  }
  const question = on.questions[at.question];
  if (question === undefined) return undefined;
  const place = at.question + by;
  if (place >= 0 && place < on.questions.length) {
    const questions = [...replaced(on.questions, at.question)];
    questions.splice(place, 0, question);
    return {
      content: setPage(content, at.page, { ...on, questions }),
      at: { page: at.page, question: place },
    };
  }
  const next = content.pages[at.page + by];
  if (next === undefined) return undefined;
  const arrived = by < 0 ? [...next.questions, question] : [question, ...next.questions];
  const left = setPage(content, at.page, { ...on, questions: replaced(on.questions, at.question) });
  return {
    content: setPage(left, at.page + by, { ...next, questions: arrived }),
    at: { page: at.page + by, question: by < 0 ? arrived.length - 1 : 0 },
  };
}
