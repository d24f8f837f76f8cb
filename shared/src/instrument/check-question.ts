import { answerable, type LocalText, type Question } from './instrument.js';
import { finding, type Finding, repeated } from './instrument-problem.js';
import { HOSPITAL_VARIABLE, isSpssName, isVariableKey, MAX_KEY, RESERVED_KEYS } from './keys.js';
import { isOnStep, rangeOf } from './parse-number.js';

/**
 * What is wrong with one question by itself; its routing is checked elsewhere.
 *
 * Codes: BAD_VARIABLE_KEY, RESERVED_KEY, EMPTY_TEXT, NO_SOURCE, PERSONAL_BUT_PUBLISHED, HOSPITAL_TYPE, BAD_SPSS_NAME,
 * TOO_FEW_OPTIONS, DUPLICATE_OPTION, BAD_OPTIONS, BAD_ROWS, BAD_SCALE, BAD_NUMBER, BAD_MAX_LENGTH,
 * MISSING_TRANSLATION.
 */
export const checkQuestion = (question: Question, secondLanguage: string | undefined): readonly Finding[] => [
  ...checkOwn(question),
  ...checkName(question),
  ...checkOptions(question),
  ...checkRows(question),
  ...checkScale(question),
  ...checkNumber(question),
  ...checkLength(question),
  ...(secondLanguage === undefined ? [] : checkTranslation(question)),
];

function checkOwn({ variable, type, text, source, privacy, publication }: Question): readonly Finding[] {
  const found: Finding[] = [];
  if (!isVariableKey(variable))
    found.push(
      finding(
        'BAD_VARIABLE_KEY',
        'key',
        'A key is lower-case letters, digits and _, begins with a letter and has at most 64 characters.',
        'Choose another key, such as "team_size".',
      ),
    );
  if (RESERVED_KEYS.includes(variable))
    found.push(
      finding(
        'RESERVED_KEY',
        'key',
        'This word has another meaning in the answering form.',
        `Choose another key, such as "${variable}_given".`,
      ),
    );
  if ((variable === HOSPITAL_VARIABLE) !== (type === 'hospital'))
    found.push(
      finding(
        'HOSPITAL_TYPE',
        'key',
        'The key "hospital" belongs to the hospital picker, and to it alone: it says for which hospital a form speaks.',
        type === 'hospital' ? 'Give it the key "hospital".' : 'Choose another key.',
      ),
    );
  if (isBlank(text))
    found.push(finding('EMPTY_TEXT', 'text', 'The question has no text.', 'Write what is asked.'));
  if (source.trim() === '')
    found.push(
      finding(
        'NO_SOURCE',
        'source',
        'It is not said where the question is from.',
        'Name the source of its wording, or say why it was added.',
      ),
    );
  if (privacy === 'personal' && publication !== 'never')
    found.push(
      finding(
        'PERSONAL_BUT_PUBLISHED',
        'publication',
        'A personal answer may never be published.',
        'Set publication to "never", or the privacy class to what it really is.',
      ),
    );
  return found;
}

function checkName(question: Question): readonly Finding[] {
  const { type, spssName } = question;
  if (type === 'matrix' && spssName !== undefined)
    return [
      finding(
        'BAD_SPSS_NAME',
        'spssName',
        'A matrix has no SPSS name of its own: its rows are the variables.',
        'Delete the name.',
      ),
    ];
  const names = spssName === undefined ? answerable(question).map(({ variable }) => variable) : [spssName];
  // A key that is no key has a finding of its own.
  return names
    .filter((name) => !isSpssName(name) && (spssName !== undefined || isVariableKey(name)))
    .map((name) =>
      finding(
        'BAD_SPSS_NAME',
        'spssName',
        `SPSS does not take the name "${name}".`,
        `Give it an SPSS name of at most ${MAX_KEY} letters, digits and _ that is no command word and does not end with _.`,
      ),
    );
}

function checkOptions({ type, options = [] }: Question): readonly Finding[] {
  const found: Finding[] = [];
  const bad = (message: string, mend: string): void =>
    void found.push(finding('BAD_OPTIONS', 'options', message, mend));
  const isList = type === 'choice' || type === 'multi_choice' || type === 'matrix';
  const absences = options.filter(({ kind }) => kind !== 'substantive');
  const substantive = options.length - absences.length;
  if (isList && (substantive === 0 || options.length < 2))
    found.push(
      finding(
        'TOO_FEW_OPTIONS',
        'options',
        'There is nothing to choose between.',
        'Add options; at least one of them must be an answer.',
      ),
    );
  if (!isList && substantive > 0)
    bad('This type of question may offer ways not to answer only.', 'Delete the options that are answers.');
  if ((type === 'short_text' || type === 'long_text') && options.length > 0)
    bad('A text box has no options: a typed code would be taken as text.', 'Delete the options.');
  if (type === 'multi_choice' && options.map(({ code }) => code).join(' ').length > 400)
    bad('All codes together are longer than can be stored.', 'Shorten the codes.');
  // An absence is stored as itself, not by its code: two options of one kind could not be told apart again.
  if (repeated(absences.map(({ kind }) => kind)).length > 0)
    bad('Two options mean the same missing answer.', 'Keep one of each kind.');
  for (const code of repeated(options.map((option) => option.code)))
    found.push(
      finding(
        'DUPLICATE_OPTION',
        'options',
        `Two options have the code "${code}".`,
        'Give each option a code of its own.',
      ),
    );
  for (const { code, label } of options) {
    if (!isVariableKey(code))
      bad(
        `"${code}" cannot be the code of an option.`,
        'Use lower-case letters, digits and _, beginning with a letter.',
      );
    if (isBlank(label)) bad(`The option "${code}" has no label.`, 'Write what the respondent reads.');
  }
  return found;
}

function checkRows(question: Question): readonly Finding[] {
  const { type, rows = [] } = question;
  const found: Finding[] = [];
  const bad = (message: string, mend: string): void =>
    void found.push(finding('BAD_ROWS', 'rows', message, mend));
  if (type !== 'matrix') {
    if (question.rows !== undefined) bad('Only a matrix has rows.', 'Delete the rows.');
    return found;
  }
  if (rows.length === 0) bad('The matrix has no rows.', 'Add at least one row.');
  for (const code of repeated(rows.map((row) => row.code)))
    bad(`Two rows have the code "${code}".`, 'Give each row a code of its own.');
  for (const { code, label } of rows) {
    if (!isVariableKey(code) || !isVariableKey(`${question.variable}_${code}`))
      bad(
        `"${code}" cannot be the code of a row.`,
        `Use lower-case letters, digits and _; together with the matrix' key at most ${MAX_KEY} characters.`,
      );
    if (isBlank(label)) bad(`The row "${code}" has no label.`, 'Write what the respondent reads.');
  }
  return found;
}

function checkScale({ type, scale }: Question): readonly Finding[] {
  if (type === 'scale' ? scale !== undefined && isUsable(scale) : scale === undefined) return [];
  return [
    finding(
      'BAD_SCALE',
      'scale',
      type === 'scale'
        ? 'A scale needs whole ends in order, a step that meets them, and words for both ends.'
        : 'Only a scale has worded ends.',
      type === 'scale' ? 'Fill in both ends, their words and the step.' : 'Delete the scale.',
    ),
  ];
}

const isUsable = ({ min, max, step, minLabel, maxLabel }: NonNullable<Question['scale']>): boolean =>
  [min, max, step].every(Number.isInteger) &&
  min < max &&
  step > 0 &&
  (max - min) % step === 0 &&
  !isBlank(minLabel) &&
  !isBlank(maxLabel);

function checkNumber(question: Question): readonly Finding[] {
  const { type, number } = question;
  if (number === undefined) return [];
  const { min, max, step } = rangeOf(question);
  const bad = (message: string, mend: string): readonly Finding[] => [
    finding('BAD_NUMBER', 'number', message, mend),
  ];
  if (type !== 'number') return bad('Only a number question has a range.', 'Delete the range.');
  if (![min, max, step].every(Number.isFinite) || step < 0.000001 || min >= max)
    return bad('The least number must be below the greatest, and the step above 0.', 'Correct the range.');
  if (number.max !== undefined && !isOnStep(max, min, step))
    return bad(
      'No number of steps leads from the least to the greatest number.',
      'Choose a step that does, such as 1 or 0.1.',
    );
  return [];
}

function checkLength({ type, maxLength }: Question): readonly Finding[] {
  if (maxLength === undefined || (Number.isInteger(maxLength) && maxLength > 0 && maxLength <= 20_000))
    return [];
  return [
    finding(
      'BAD_MAX_LENGTH',
      'maxLength',
      'The greatest length is a whole number from 1 to 20000.',
      `Correct it, or leave it empty for ${type === 'long_text' ? 4000 : 200}.`,
    ),
  ];
}

/** A questionnaire in two languages has every text in both. */
function checkTranslation({
  text,
  help,
  warning,
  options = [],
  rows = [],
  scale,
  number,
}: Question): readonly Finding[] {
  const lacks = (each: LocalText | undefined): boolean =>
    each !== undefined && (each.second ?? '').trim() === '';
  const found: Finding[] = [];
  const say = (part: Finding['part'], what: string): void =>
    void found.push(
      finding(
        'MISSING_TRANSLATION',
        part,
        `${what} is missing in the second language.`,
        'Write the translation, or take the second language out of the questionnaire.',
      ),
    );
  if (lacks(text)) say('text', 'The wording');
  if (lacks(help) || lacks(warning)) say('help', 'The help');
  if (options.some(({ label }) => lacks(label))) say('options', 'The label of an option');
  if (rows.some(({ label }) => lacks(label))) say('rows', 'The label of a row');
  if (scale && (lacks(scale.minLabel) || lacks(scale.maxLabel))) say('scale', 'The words of an end');
  if (lacks(number?.unit)) say('number', 'The unit');
  return found;
}

/** Nothing to read in English. */
export const isBlank = (text: LocalText): boolean => text.en.trim() === '';
