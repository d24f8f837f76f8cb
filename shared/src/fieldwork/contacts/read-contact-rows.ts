import { parseEmailAddress } from '../../access/email-address.js';
import { isFormula, quoted } from '../../frame/check-frame-cell.js';
import type { LineProblem } from '../../frame/frame-row.js';
import { type FrameName, proposeMatch } from '../../frame/propose-match.js';
import type { CsvRecord } from '../../frame/read-frame-rows.js';
import { cleanText } from '../../kernel/clean-text.js';
import {
  CONTACT_COLUMNS,
  type ContactColumn,
  type ContactRow,
  MOST_NAME,
  NEEDED_CONTACT_COLUMNS,
  type ReadContactRows,
} from './contact-row.js';

/** What is known of hospitals when a list of contacts is read. */
export interface KnownHospitals {
  /** The code under which a hospital is kept, for any code that it has or had; undefined = not known. */
  readonly codeOf: (odsCode: string) => string | undefined;
  /** Names and further names by which somebody may have written a hospital instead of its code. */
  readonly names: readonly FrameName[];
}

type Fault = Pick<LineProblem, 'code' | 'message' | 'mend'>;

/**
 * Reads a list of contacts, the first record being its headings, and says everything that is wrong, line by line.
 *
 * Wrong headings stop it. Otherwise a line with any problem is left out of `rows` and the reading goes on, so that one
 * upload shows all there is to mend. An address on several lines is no problem: `mergeByAddress` puts them together. A
 * hospital is named by its ODS code; where a name stands instead, the report proposes the code and a person writes it.
 */
export function readContactRows(records: readonly CsvRecord[], known: KnownHospitals): ReadContactRows {
  const [heading, ...lines] = records;
  if (heading === undefined || lines.length === 0) return { rows: [], problems: [EMPTY] };
  const columns = heading.cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const wrong = [...headingProblems(columns)].map((problem) => ({ ...problem, line: heading.line }));
  if (wrong.length > 0) return { rows: [], problems: wrong };
  const read = lines.map((record) => readLine(record, columns as ContactColumn[], known));
  return {
    rows: read.flatMap(({ row, problems }) => (problems.length === 0 ? [row] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Codes that stand in one cell, apart by spaces, commas, semicolons or bars. */
export const splitHospitals = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;|]+/)
      .map((code) => code.toUpperCase())
      .filter((code) => code !== ''),
  ),
];

function* headingProblems(columns: readonly string[]): Generator<Omit<LineProblem, 'line'>> {
  const [only = ''] = columns;
  if (columns.length === 1 && /[;\t]/.test(only)) {
    // Spreadsheets of many countries save CSV so; naming every column as missing would not say what is the matter.
    yield {
      code: 'NOT_COMMAS',
      field: '',
      message: `The values of a line are apart by ${only.includes(';') ? 'semicolons' : 'tabs'}, not by commas.`,
      mend: 'Save the list as CSV with commas between the values; several hospitals of one person stay apart by semicolons.',
    };
    return;
  }
  const known = CONTACT_COLUMNS as readonly string[];
  for (const column of NEEDED_CONTACT_COLUMNS)
    if (!columns.includes(column))
      yield {
        code: 'MISSING_COLUMN',
        field: column,
        message: `The list has no column ${column}.`,
        mend: `Give the first line the heading ${column}. The columns are ${CONTACT_COLUMNS.join(', ')}.`,
      };
  for (const [at, column] of columns.entries())
    if (!known.includes(column))
      yield {
        code: 'UNKNOWN_COLUMN',
        field: column,
        message: column === '' ? 'A column has no heading.' : `There is no column ${quoted(column)}.`,
        mend: `Delete the column or rename it: nothing else about people is kept. The columns are ${CONTACT_COLUMNS.join(', ')}.`,
      };
    else if (columns.indexOf(column) !== at)
      yield {
        code: 'COLUMN_TWICE',
        field: column,
        message: `The heading ${column} stands twice.`,
        mend: 'Keep one of the two columns.',
      };
}

function readLine(
  { line, cells }: CsvRecord,
  columns: readonly ContactColumn[],
  known: KnownHospitals,
): { readonly row: ContactRow; readonly problems: readonly LineProblem[] } {
  const problems: LineProblem[] = [];
  const report = (field: string, fault: Fault): void => void problems.push({ line, field, ...fault });
  if (cells.length !== columns.length)
    report('', {
      code: 'WRONG_WIDTH',
      message: `The line has ${cells.length} values; there are ${columns.length} headings.`,
      mend: 'Put text with commas between quotation marks, and give every line as many values as there are headings.',
    });
  const values = { email: '', name: '', role: '', hospitals: '' };
  for (const [at, column] of columns.entries()) {
    const value = checkCell(column, cells[at] ?? '');
    if ('fault' in value) report(column, value.fault);
    else values[column] = value.text;
  }
  if (values.email === '' && !problems.some(({ field }) => field === 'email' || field === ''))
    report('email', {
      code: 'MISSING_VALUE',
      message: 'email is empty.',
      mend: 'Write the address, or delete the line.',
    });
  const hospitals: string[] = [];
  // A name has words; codes are apart by the same signs, so a cell that holds no known code is tried as a name.
  for (const part of splitCell(values.hospitals)) {
    const code = known.codeOf(part);
    if (code === undefined) report('hospitals', unknownHospital(part, known));
    else if (!hospitals.includes(code)) hospitals.push(code);
  }
  const { email, name, role } = values;
  return { row: { line, email, name, role, hospitals: hospitals.sort() }, problems };
}

/** Codes of a cell; where it holds something longer than a code, what stands between separators. */
const splitCell = (text: string): readonly string[] =>
  splitHospitals(text).every((part) => /^[A-Z0-9]{5,9}$/.test(part))
    ? splitHospitals(text)
    : text
        .split(/[;|\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '');

function checkCell(
  column: ContactColumn,
  cell: string,
): { readonly text: string } | { readonly fault: Fault } {
  const text = cleanText(cell.trim(), column, column === 'hospitals' ? 1000 : 254);
  if (!text.ok) return { fault: text.problems[0] ?? UNREADABLE };
  const value = text.value.replace(/[^\S\n]+/g, ' ');
  if (isFormula(value)) return { fault: formulaFault(value) };
  if (column === 'email' && value !== '') {
    const email = parseEmailAddress(value, column);
    return email.ok ? { text: email.value } : { fault: notAnAddress(value) };
  }
  if (column === 'hospitals') return { text: value };
  if (value.includes('\n') || value.length > MOST_NAME) return { fault: LONG };
  return { text: value };
}

function unknownHospital(typed: string, { names }: KnownHospitals): Fault {
  const [proposed] = proposeMatch({ siteText: typed, town: '' }, names);
  return {
    code: 'UNKNOWN_HOSPITAL',
    message: `${quoted(typed)} is no code of a hospital that is known here.`,
    mend:
      proposed === undefined
        ? 'Write the ODS code of the hospital, such as RW603; several apart by semicolons.'
        : `If you mean ${proposed.name}, write ${proposed.odsCode}.`,
  };
}

const notAnAddress = (value: string): Fault => ({
  code: 'NOT_AN_EMAIL_ADDRESS',
  message: `${quoted(value)} is not an e-mail address.`,
  mend: 'Write one address, like name@example.nhs.uk.',
});

const formulaFault = (value: string): Fault => ({
  code: 'FORMULA',
  message: `${quoted(value)} begins like a formula, which a spreadsheet would run.`,
  mend: 'Write the value itself; copy the cells as values before you save the file.',
});

const LONG: Fault = {
  code: 'TEXT_TOO_LONG',
  message: `The text is longer than ${MOST_NAME} characters or than a line.`,
  mend: 'Shorten it to one line.',
};
const UNREADABLE: Fault = {
  code: 'UNREADABLE_TEXT',
  message: 'The text cannot be read.',
  mend: 'Type it again.',
};

const EMPTY: LineProblem = {
  line: 1,
  code: 'EMPTY_LIST',
  field: '',
  message: 'The list names nobody.',
  mend: `Give it a line of headings (${CONTACT_COLUMNS.join(', ')}) and a line for each person.`,
};
