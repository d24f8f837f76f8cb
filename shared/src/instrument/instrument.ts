/**
 * A text in English and, where the instrument has one, in its second language (`Instrument.secondLanguage`). A text
 * without its second language is shown in English.
 */
export interface LocalText {
  readonly en: string;
  readonly second?: string;
}

/** What choosing an option means: an answer, or one of the stated absences. */
export type OptionKind = 'substantive' | 'dont_know' | 'not_applicable' | 'refused';

export interface Option {
  readonly code: string;
  readonly label: LocalText;
  readonly kind: OptionKind;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly minLabel: LocalText;
  readonly maxLabel: LocalText;
}

/**
 * A number that is counted or measured, such as whole-time equivalents. Left out: `min` 0, `max` 2147483647, `step` 1.
 * A step of 1 takes whole numbers, 0.1 one decimal. No `unit` = a plain count.
 */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: LocalText;
}

/** One row of a matrix; it is answered with the matrix' options. Its variable key is `<matrix>_<code>`. */
export interface MatrixRow {
  readonly code: string;
  readonly label: LocalText;
}

/**
 * One condition on one earlier question. Codes are option codes, an absence is named by itself (`dont_know`). No
 * condition holds while its question has no answer, so that what holds is never undone by an answer still to come:
 *
 * - `isOneOf` one of the codes was chosen, or the named absence is the answer;
 * - `isNoneOf` the question was answered ("I don't know" is an answer) and with none of these; never when left empty;
 * - `atLeast`, `atMost` the number given (number and scale questions);
 * - `isAnswered` something was given or an option of absence was chosen.
 */
export type Condition =
  | { readonly variable: string; readonly isOneOf: readonly string[] }
  | { readonly variable: string; readonly isNoneOf: readonly string[] }
  | { readonly variable: string; readonly atLeast: number }
  | { readonly variable: string; readonly atMost: number }
  | { readonly variable: string; readonly isAnswered: true };

/** When a question is asked, as data: no code in an instrument. Absent = always. */
export type Relevance =
  Condition | { readonly anyOf: readonly Relevance[] } | { readonly allOf: readonly Relevance[] };

/** The kinds of question an instrument can hold, in the order in which the designer offers them. */
export const QUESTION_TYPES = [
  'choice',
  'multi_choice',
  'matrix',
  'number',
  'scale',
  'date',
  'short_text',
  'long_text',
  'hospital',
] as const;

/**
 * `hospital` is answered with the site's ODS code, or `other` plus the site's name as free text. `number` is a count
 * or a measure (`Question.number`), `scale` a whole number between two worded ends (`Question.scale`). `matrix` asks
 * the same choice of several rows: in storage, routing and exports every row is a choice question (`questionsOf`).
 */
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Who may ever see an answer: `personal` never leaves, `opinion` follows domain D5, `none` is a service fact. */
export type PrivacyClass = 'none' | 'opinion' | 'personal';

/** `open` may be published by hospital (with consent where asked), `aggregate` only in groups, `never` not at all. */
export type PublicationClass = 'open' | 'aggregate' | 'never';

export interface Question {
  /** Stable across versions, e.g. `iapt_inreach`. */
  readonly variable: string;
  readonly type: QuestionType;
  readonly text: LocalText;
  readonly help?: LocalText;
  /** Shown above the control, e.g. not to name patients or staff. */
  readonly warning?: LocalText;
  readonly options?: readonly Option[];
  readonly scale?: Scale;
  /** Of a `number` question; absent = a whole number from 0. */
  readonly number?: NumberRange;
  /** Of a `matrix` question, which has its choice scale in `options`. */
  readonly rows?: readonly MatrixRow[];
  /** `hard`: cannot submit without it ("I don't know" is an answer); `soft`: may be skipped after a reminder; `no`. */
  readonly required: 'hard' | 'soft' | 'no';
  readonly maxLength?: number;
  readonly relevance?: Relevance;
  readonly privacy: PrivacyClass;
  readonly publication: PublicationClass;
  /** Where the wording or option comes from, e.g. `000:128-151`, or why it was added. */
  readonly source: string;
  /** Name in SPSS files, at most 64 bytes; absent = the variable key. Not for a matrix, whose rows are the variables. */
  readonly spssName?: string;
  /** `linkId` in FHIR; absent = the variable key. */
  readonly fhirLinkId?: string;
}

/** A question as it is answered and stored. A row of a matrix is a choice question that knows where it stands. */
export interface AnswerableQuestion extends Question {
  readonly type: Exclude<QuestionType, 'matrix'>;
  readonly inMatrix?: { readonly matrix: Question; readonly row: MatrixRow };
}

/** A page of the answering form: one question a page, except the optional closed items that share one. */
export interface InstrumentPage {
  readonly id: string;
  readonly title: LocalText;
  readonly optional: boolean;
  readonly questions: readonly Question[];
}

export interface Instrument {
  /** Name of the series, e.g. `iapt-liaison`; the same for all its versions. */
  readonly key: string;
  /** `1.0`, `1.1`; a pilot of it is `1.1-pilot.1`. '' while it is a draft. */
  readonly version: string;
  readonly title: LocalText;
  readonly status: 'draft' | 'piloted' | 'published' | 'retired';
  readonly changeNote: string;
  /** BCP 47 tag of the second language of the texts, e.g. `cy`; absent = English only. */
  readonly secondLanguage?: string;
  /** Participant information shown before the first question; empty for v1.0, of which none is known. */
  readonly information: readonly InformationSection[];
  readonly pages: readonly InstrumentPage[];
  /** Verdicts against the version before; absent for the first version and for the built-in ones (`comparability.ts`). */
  readonly comparability?: readonly Comparability[];
}

/** One headed part of the participant information. */
export interface InformationSection {
  readonly heading: LocalText;
  readonly paragraphs: readonly LocalText[];
}

/** Whether figures from two versions of one variable may be compared. */
export interface Comparability {
  readonly variable: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly verdict: 'same' | 'minor_wording' | 'not_comparable' | 'new';
  readonly note: string;
}

const known = new WeakMap<Instrument, readonly AnswerableQuestion[]>();
const rowsOfMatrix = new WeakMap<Question, readonly AnswerableQuestion[]>();

/**
 * All questions in the order in which they are asked, each row of a matrix as a question of its own. An instrument
 * never changes, so the list is made once and the same question is always the same object.
 */
export function questionsOf(instrument: Instrument): readonly AnswerableQuestion[] {
  const found = known.get(instrument);
  if (found !== undefined) return found;
  const questions = instrument.pages.flatMap(questionsOnPage);
  known.set(instrument, questions);
  return questions;
}

/** The questions of one page as they are answered. */
export const questionsOnPage = (page: Pick<InstrumentPage, 'questions'>): readonly AnswerableQuestion[] =>
  page.questions.flatMap(answerable);

/** The question itself; for a matrix one choice question per row, with the words of both. */
export function answerable(question: Question): readonly AnswerableQuestion[] {
  if (!isMatrix(question)) return [question as AnswerableQuestion];
  const found = rowsOfMatrix.get(question);
  if (found !== undefined) return found;
  const { rows = [], spssName: _, fhirLinkId: __, ...shared } = question;
  const questions = rows.map((row): AnswerableQuestion => {
    const text = joined(question.text, row.label);
    const variable = rowVariable(question, row);
    return { ...shared, type: 'choice', variable, text, inMatrix: { matrix: question, row } };
  });
  rowsOfMatrix.set(question, questions);
  return questions;
}

const isMatrix = ({ type }: Question): boolean => type === 'matrix';

/** Variable key of one row of a matrix. */
export const rowVariable = (matrix: Pick<Question, 'variable'>, row: Pick<MatrixRow, 'code'>): string =>
  `${matrix.variable}_${row.code}`;

function joined(question: LocalText, row: LocalText): LocalText {
  const both = (first: string, second: string): string =>
    /[?!.:]$/.test(first.trim()) ? `${first} ${second}` : `${first}: ${second}`;
  const en = both(question.en, row.en);
  return question.second === undefined && row.second === undefined
    ? { en }
    : { en, second: both(question.second ?? question.en, row.second ?? row.en) };
}
