import { askedWhen } from './asked-when.js';
import { comparabilityTo } from './comparability.js';
import { type AnswerableQuestion, type Instrument, type Question, questionsOf } from './instrument.js';
import { rangeOf } from './parse-number.js';

const ABSENCE_NOTE =
  'An answer that is missing is stored and exported as one of `dont_know`, `skipped`, `not_asked`, `refused`, `not_applicable`; never as an empty cell, 0 or "no".';

/** What the contract's words mean, in the words of the dictionary. */
const TYPE_NAMES: Readonly<Record<AnswerableQuestion['type'], string>> = {
  hospital: 'hospital: ODS site code, or `other:` and the name as typed',
  choice: 'one option',
  multi_choice: 'any number of options',
  scale: 'whole number on a scale',
  number: 'number',
  short_text: 'short text',
  long_text: 'long text',
  date: 'date, year-month-day',
};

const REQUIRED_NAMES: Readonly<Record<Question['required'], string>> = {
  hard: 'yes',
  soft: 'asked for, may be skipped',
  no: 'no',
};

/**
 * The data dictionary of all versions as Markdown: one table of variables, one of options and one of comparability
 * notes a version. Made from the instruments, so that it cannot say anything else than the form does.
 */
export function dataDictionary(instruments: readonly Instrument[]): string {
  const key = instruments[0]?.key ?? '';
  const lines = [
    '# Data dictionary',
    '',
    `Generated from the questionnaire \`${key}\`; do not edit by hand.`,
    '',
    ABSENCE_NOTE,
    '',
    ...instruments.flatMap(versionSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function versionSection(instrument: Instrument): readonly string[] {
  const questions = questionsOf(instrument);
  const notes = comparabilityTo(instrument.version);
  return [
    `## Version ${instrument.version} (${instrument.status})`,
    '',
    instrument.changeNote,
    '',
    ...table(
      ['Variable', 'Question', 'Type', 'Asked when', 'Required', 'Privacy', 'Publication', 'Source'],
      questions.map((question) => [
        `\`${question.variable}\``,
        question.text.en,
        typeOf(question),
        askedWhen(instrument, question),
        REQUIRED_NAMES[question.required],
        question.privacy,
        question.publication,
        question.source,
      ]),
    ),
    '',
    `### Options of version ${instrument.version}`,
    '',
    ...table(
      ['Variable', 'Code', 'Label', 'Stored as'],
      questions.flatMap(({ variable, options = [] }) =>
        options.map(({ code, label, kind }) => [
          `\`${variable}\``,
          `\`${code}\``,
          label.en,
          kind === 'substantive' ? `\`${code}\`` : `missing: \`${kind}\``,
        ]),
      ),
    ),
    '',
    ...(notes.length === 0
      ? []
      : [
          `### Comparability of version ${instrument.version}`,
          '',
          ...table(
            ['Variable', 'From', 'Verdict', 'Note'],
            notes.map(({ variable, fromVersion, verdict, note }) => [
              `\`${variable}\``,
              fromVersion,
              verdict.replaceAll('_', ' '),
              note,
            ]),
          ),
          '',
        ]),
  ];
}

function typeOf({ type, scale, number, maxLength }: AnswerableQuestion): string {
  if (scale)
    return `${TYPE_NAMES[type]}: ${scale.min} "${scale.minLabel.en}" to ${scale.max} "${scale.maxLabel.en}"`;
  if (type === 'number') {
    const { min, max, step } = rangeOf({ number });
    return `${TYPE_NAMES[type]}: ${min} to ${max} in steps of ${step}${number?.unit ? `, ${number.unit.en}` : ''}`;
  }
  return maxLength === undefined ? TYPE_NAMES[type] : `${TYPE_NAMES[type]}, at most ${maxLength} characters`;
}

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(headings),
  row(headings.map(() => '---')),
  ...rows.map((cells) => row(cells.map(escaped))),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A bar would end the cell, a line end the table. */
const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
