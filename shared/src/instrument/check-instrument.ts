import type { Problem } from '../kernel/problem.js';
import type { Instrument, Option, Question, Relevance } from './instrument.js';
import { questionsOf } from './instrument.js';

/** SPSS allows 64 bytes for a variable's name; the keys are the names in every export. */
const VARIABLE_KEY = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * What is wrong with a questionnaire as data; empty when it can be used. An instrument is checked here, and not by
 * its type, because later ones are written by a survey lead and not by a programmer. Problems name the variable.
 *
 * Codes: DUPLICATE_VARIABLE, DUPLICATE_PAGE, EMPTY_PAGE, BAD_VARIABLE_KEY, EMPTY_TEXT, NO_SOURCE, TOO_FEW_OPTIONS,
 * DUPLICATE_OPTION, BAD_OPTIONS, BAD_SCALE, BAD_MAX_LENGTH, BAD_RELEVANCE, PERSONAL_BUT_PUBLISHED.
 */
export function checkInstrument(instrument: Instrument): readonly Problem[] {
  const questions = questionsOf(instrument);
  return [
    ...repeated(instrument.pages.map(({ id }) => id)).map((id) =>
      problem('DUPLICATE_PAGE', id, 'Two pages have the same id.'),
    ),
    ...instrument.pages
      .filter((page) => page.questions.length === 0)
      .map(({ id }) => problem('EMPTY_PAGE', id, 'The page has no question.')),
    ...repeated(questions.map(({ variable }) => variable)).map((variable) =>
      problem('DUPLICATE_VARIABLE', variable, 'Two questions have the same variable key.'),
    ),
    ...questions.flatMap((question, position) => [
      ...checkQuestion(question),
      ...checkOptions(question),
      ...checkControl(question),
      ...(question.relevance
        ? checkRelevance(question, question.relevance, questions.slice(0, position))
        : []),
    ]),
  ];
}

const problem = (code: string, field: string, message: string): Problem => ({
  code,
  field,
  message,
  mend: 'Correct the questionnaire before it is published.',
});

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, position) => values.indexOf(value) !== position)),
];

function checkQuestion({ variable, text, source, privacy, publication }: Question): readonly Problem[] {
  const problems: Problem[] = [];
  if (!VARIABLE_KEY.test(variable)) {
    problems.push(
      problem('BAD_VARIABLE_KEY', variable, 'A key is lower-case letters, digits and _, at most 64.'),
    );
  }
  if (text.en.trim() === '') problems.push(problem('EMPTY_TEXT', variable, 'The question has no text.'));
  if (source.trim() === '')
    problems.push(problem('NO_SOURCE', variable, 'It is not said where the question is from.'));
  if (privacy === 'personal' && publication !== 'never') {
    problems.push(problem('PERSONAL_BUT_PUBLISHED', variable, 'A personal answer may never be published.'));
  }
  return problems;
}

function checkOptions({ variable, type, options = [] }: Question): readonly Problem[] {
  const problems: Problem[] = [];
  const isList = type === 'choice' || type === 'multi_choice';
  const absences = options.filter(({ kind }) => kind !== 'substantive');
  const substantive = options.length - absences.length;
  if (isList && (substantive === 0 || options.length < 2)) {
    problems.push(problem('TOO_FEW_OPTIONS', variable, 'There is nothing to choose between.'));
  }
  if (!isList && substantive > 0) {
    problems.push(problem('BAD_OPTIONS', variable, `A question of type ${type} may offer absences only.`));
  }
  if ((type === 'short_text' || type === 'long_text') && options.length > 0) {
    problems.push(
      problem('BAD_OPTIONS', variable, 'A text box has no options: a typed code would be taken as text.'),
    );
  }
  // An absence is stored as itself, not by its code: two options of one kind could not be told apart again.
  if (repeated(absences.map(({ kind }) => kind)).length > 0) {
    problems.push(problem('BAD_OPTIONS', variable, 'Two options mean the same absence.'));
  }
  if (repeated(options.map(({ code }) => code)).length > 0) {
    problems.push(problem('DUPLICATE_OPTION', variable, 'Two options have the same code.'));
  }
  if (options.some(({ code, label }) => !VARIABLE_KEY.test(code) || label.en.trim() === '')) {
    problems.push(problem('BAD_OPTIONS', variable, 'An option has no proper code or no label.'));
  }
  return problems;
}

function checkControl({ variable, type, scale, maxLength }: Question): readonly Problem[] {
  const problems: Problem[] = [];
  if (type === 'scale' ? !scale || !isUsable(scale) : scale !== undefined) {
    problems.push(
      problem(
        'BAD_SCALE',
        variable,
        'A scale needs whole ends in order, a step that meets them, and two labels.',
      ),
    );
  }
  if (maxLength !== undefined && !(Number.isInteger(maxLength) && maxLength > 0)) {
    problems.push(problem('BAD_MAX_LENGTH', variable, 'The greatest length is a whole number above 0.'));
  }
  return problems;
}

const isUsable = ({ min, max, step, minLabel, maxLabel }: NonNullable<Question['scale']>): boolean =>
  [min, max, step].every(Number.isInteger) &&
  min < max &&
  step > 0 &&
  (max - min) % step === 0 &&
  minLabel.en.trim() !== '' &&
  maxLabel.en.trim() !== '';

function checkRelevance(
  question: Question,
  relevance: Relevance,
  earlier: readonly Question[],
): readonly Problem[] {
  const bad = (message: string): readonly Problem[] => [problem('BAD_RELEVANCE', question.variable, message)];
  if (!('variable' in relevance)) {
    const parts = 'anyOf' in relevance ? relevance.anyOf : relevance.allOf;
    if (parts.length === 0) return bad('A condition without parts asks always or never by accident.');
    return parts.flatMap((part) => checkRelevance(question, part, earlier));
  }
  const referred = earlier.find(({ variable }) => variable === relevance.variable);
  if (!referred) return bad(`The condition looks at ${relevance.variable}, which is not asked before.`);
  if ('atLeast' in relevance || 'atMost' in relevance) {
    const counts = referred.type === 'number' || referred.type === 'scale';
    return counts ? [] : bad(`${relevance.variable} is not answered with a number.`);
  }
  if ('isAnswered' in relevance) return [];
  const named = 'isOneOf' in relevance ? relevance.isOneOf : relevance.isNoneOf;
  if (named.length === 0) return bad('The condition can never hold.');
  const tokens = (referred.options ?? []).map(tokenOf);
  return named
    .filter((token) => !tokens.includes(token))
    .flatMap((token) => bad(`${relevance.variable} cannot be answered with "${token}".`));
}

/** How a condition names an option: by its code, an absence by its name. */
const tokenOf = ({ code, kind }: Option): string => (kind === 'substantive' ? code : kind);
