import { assertNever } from '../kernel/assert-never.js';
import { cleanText } from '../kernel/clean-text.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { ABSENCES, type Absence, type AnswerValue } from './answer-value.js';
import type { AnswerableQuestion, Question } from './instrument.js';
import { parseDate, parseNumber, parseScale } from './parse-number.js';
import { problemWith } from './problem-with.js';

/**
 * One answer as it comes in, from a form field or from the API: option codes, a number as text or free text in
 * `given`, or the name of an absence in `missing`. Exactly one of the two; null counts as left out.
 */
export interface RawAnswer {
  readonly given?: readonly string[] | null;
  readonly missing?: string | null;
}

/** Starts the answer of a hospital that is not in the list: `other:` and its name as typed. */
export const OTHER_HOSPITAL_PREFIX = 'other:';

/** Longest text, in UTF-16 units, where a question sets no limit of its own. */
export const DEFAULT_MAX_LENGTH = { short: 200, long: 4000 } as const;

const SKIPPED: AnswerValue = { missing: 'skipped' };

/**
 * Turns what came in for one question into an answer, or says by name what is wrong with it. Routing and required
 * questions are not its business (`parseSubmission`).
 *
 * Nothing entered (no value, an empty text, an untouched slider) is `skipped`, never 0 and never "no". Choosing an
 * option of kind `dont_know`, `refused` or `not_applicable` gives that absence.
 *
 * Codes: AMBIGUOUS_ANSWER, UNKNOWN_ABSENCE, ABSENCE_NOT_OFFERED, TOO_MANY_ANSWERS, UNKNOWN_OPTION,
 * CONTRADICTORY_ANSWER, NOT_A_WHOLE_NUMBER, NOT_A_NUMBER, OUT_OF_RANGE, OFF_STEP, NOT_A_DATE, UNREADABLE_TEXT, TEXT_TOO_LONG,
 * UNKNOWN_HOSPITAL, UNNAMED_HOSPITAL.
 * @example validateAnswer(integration, { given: ['150'] }) // → refused: OUT_OF_RANGE
 */
export function validateAnswer(question: AnswerableQuestion, raw: RawAnswer): Result<AnswerValue, Problem> {
  const given = raw.given ?? undefined;
  const missing = raw.missing ?? undefined;
  if (given !== undefined && missing === undefined) return validateGiven(question, given);
  if (missing !== undefined && given === undefined) return validateAbsence(question, missing);
  return problemWith(
    question,
    'AMBIGUOUS_ANSWER',
    'An answer is either given or missing for a stated reason.',
    'Send exactly one of "given" and "missing".',
  );
}

function validateAbsence(question: Question, missing: string): Result<AnswerValue, Problem> {
  const absence = ABSENCES.find((known) => known === missing);
  if (!absence) {
    return problemWith(
      question,
      'UNKNOWN_ABSENCE',
      'The reason for the missing answer is not one of those the survey knows.',
      `Use one of: ${ABSENCES.join(', ')}.`,
    );
  }
  if (absence === 'skipped' || absence === 'not_asked' || offers(question, absence)) {
    return accept({ missing: absence });
  }
  return problemWith(
    question,
    'ABSENCE_NOT_OFFERED',
    `This question does not offer "${absence}" as an answer.`,
    'Give an answer, or leave the question empty.',
  );
}

const offers = (question: Question, absence: Absence): boolean =>
  (question.options ?? []).some(({ kind }) => kind === absence);

function validateGiven(question: AnswerableQuestion, given: readonly string[]): Result<AnswerValue, Problem> {
  const entered = given.filter((value) => value.trim() !== '');
  if (entered.length === 0) return accept(SKIPPED);
  if (question.type === 'choice' || question.type === 'multi_choice') return validateCodes(question, entered);

  const isText = question.type === 'short_text' || question.type === 'long_text';
  const [value, ...others] = isText ? entered : [...new Set(entered.map((text) => text.trim()))];
  if (value === undefined) return accept(SKIPPED);
  if (others.length > 0) return tooMany(question);
  // A number or a text may come with a button such as "I don't know" beside its box. A text that happens to read
  // like a code is still a text.
  const button = isText ? undefined : question.options?.find(({ code }) => code === value);
  if (button && button.kind !== 'substantive') return accept({ missing: button.kind });

  switch (question.type) {
    case 'scale':
      return parseScale(question, value);
    case 'number':
      return parseNumber(question, value);
    case 'date':
      return parseDate(question, value);
    case 'hospital':
      return validateHospital(question, value);
    case 'short_text':
      return validateText(question, value, question.maxLength ?? DEFAULT_MAX_LENGTH.short);
    case 'long_text':
      return validateText(question, value, question.maxLength ?? DEFAULT_MAX_LENGTH.long);
    default:
      return assertNever(question.type);
  }
}

function validateCodes(question: Question, entered: readonly string[]): Result<AnswerValue, Problem> {
  const options = question.options ?? [];
  if (entered.some((value) => !options.some(({ code }) => code === value))) {
    return problemWith(
      question,
      'UNKNOWN_OPTION',
      'The answer is not one of the options of this question.',
      `Choose ${options.map(({ label, code }) => `"${label.en}" (${code})`).join(', ')}.`,
    );
  }
  // In the order of the questionnaire, each once, so that equal answers are stored as equal text.
  const chosen = options.filter(({ code }) => entered.includes(code));
  if (question.type === 'choice' && chosen.length > 1) return tooMany(question);
  const absence = chosen.find(({ kind }) => kind !== 'substantive');
  if (absence && chosen.length > 1) {
    return problemWith(
      question,
      'CONTRADICTORY_ANSWER',
      `"${absence.label.en}" cannot be chosen together with another option.`,
      `Choose either "${absence.label.en}" or the other options.`,
    );
  }
  if (absence && absence.kind !== 'substantive') return accept({ missing: absence.kind });
  const codes = chosen.map(({ code }) => code);
  return accept({ given: question.type === 'choice' ? (codes[0] ?? '') : codes });
}

function validateText(question: Question, value: string, maxLength: number): Result<AnswerValue, Problem> {
  const text = cleanText(value, question.variable, maxLength);
  return text.ok ? accept({ given: text.value }) : text;
}

/** Organisation data service site codes: capital letters and digits, five to nine of them. */
const ODS_SITE_CODE = /^[A-Z0-9]{5,9}$/;

/** Whether the code is one of the frame's is decided where the frame is known. */
function validateHospital(question: Question, value: string): Result<AnswerValue, Problem> {
  if (value.toLowerCase().startsWith(OTHER_HOSPITAL_PREFIX)) {
    const name = value.slice(OTHER_HOSPITAL_PREFIX.length).trim();
    if (name === '') return unnamedHospital(question);
    const text = cleanText(name, question.variable, question.maxLength ?? DEFAULT_MAX_LENGTH.short);
    return text.ok ? accept({ given: OTHER_HOSPITAL_PREFIX + text.value }) : text;
  }
  if (value.toLowerCase() === 'other') return unnamedHospital(question);
  const code = value.toUpperCase();
  if (ODS_SITE_CODE.test(code)) return accept({ given: code });
  return problemWith(
    question,
    'UNKNOWN_HOSPITAL',
    'This is not the code of a hospital.',
    'Choose a hospital from the list, or write its name as a hospital that is not listed.',
  );
}

const unnamedHospital = (question: Question): Result<AnswerValue, Problem> =>
  problemWith(
    question,
    'UNNAMED_HOSPITAL',
    'The hospital is not in the list and its name is missing.',
    'Write the name and town of the hospital.',
  );

const tooMany = (question: Question): Result<AnswerValue, Problem> =>
  refuse({
    code: 'TOO_MANY_ANSWERS',
    field: question.variable,
    message: 'More than one answer was given, but only one is possible.',
    mend: 'Choose or write one answer.',
  });
