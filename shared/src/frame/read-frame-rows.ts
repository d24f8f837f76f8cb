import { cleanText } from '../kernel/clean-text.js';
import { faultOf, isFormula, quoted } from './check-frame-cell.js';
import {
  type FrameRow,
  type KnownAreas,
  type LineProblem,
  LIST_COLUMNS,
  type ListColumn,
  NEEDED_COLUMNS,
  type ReadFrameRows,
  VERDICT_COLUMNS,
} from './frame-row.js';

/** One record of a CSV file with the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Columns whose codes are compared in capitals. */
const IN_CAPITALS: readonly ListColumn[] = [
  'ods_code',
  'former_code',
  'merged_into',
  'trust_code',
  'region_code',
  'icb_code',
  'ccg_code',
  'postcode',
];

const AS_NUMBERS: readonly ListColumn[] = ['latitude', 'longitude', 'ed_attendances'];

/**
 * Reads a list of hospitals, the first record being its headings, and says everything that is wrong, line by line.
 *
 * Wrong headings stop it: under them no value could be trusted. Otherwise a line with any problem is left out of
 * `rows` and the reading goes on, so that one upload shows all there is to mend. A code that stands on two lines is a
 * problem of the second, whatever the lines say.
 */
export function readFrameRows(records: readonly CsvRecord[], areas: KnownAreas): ReadFrameRows {
  const [heading, ...lines] = records;
  if (heading === undefined) return { rows: [], problems: [EMPTY] };
  const columns = heading.cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const wrong = headingProblems(columns).map((problem) => ({ ...problem, line: heading.line }));
  if (wrong.length > 0) return { rows: [], problems: wrong };
  if (lines.length === 0) return { rows: [], problems: [EMPTY] };

  const firstLines = new Map<string, number>();
  const read = lines.map((record) => readLine(record, columns as ListColumn[], areas, firstLines));
  return {
    rows: read.flatMap(({ row, problems }) => (problems.length === 0 ? [row] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function headingProblems(columns: readonly string[]): Omit<LineProblem, 'line'>[] {
  const known: readonly string[] = [...LIST_COLUMNS, ...VERDICT_COLUMNS];
  return [
    ...NEEDED_COLUMNS.filter((column) => !columns.includes(column)).map((column) => ({
      code: 'MISSING_COLUMN',
      field: column,
      message: `The list has no column ${column}.`,
      mend: `Give the first line the heading ${column}. Every list needs ${NEEDED_COLUMNS.join(', ')}.`,
    })),
    ...columns
      .filter((column) => !known.includes(column))
      .map((column) => ({
        code: 'UNKNOWN_COLUMN',
        field: column,
        message: column === '' ? 'A column has no heading.' : `There is no column ${quoted(column)}.`,
        mend: `Delete the column or rename it. The columns are ${LIST_COLUMNS.join(', ')}.`,
      })),
    ...columns
      .filter((column, at) => known.includes(column) && columns.indexOf(column) !== at)
      .map((column) => ({
        code: 'COLUMN_TWICE',
        field: column,
        message: `The heading ${column} stands twice.`,
        mend: 'Keep one of the two columns.',
      })),
  ];
}

interface ReadLine {
  readonly row: FrameRow;
  readonly problems: readonly LineProblem[];
}

function readLine(
  { line, cells }: CsvRecord,
  columns: readonly ListColumn[],
  areas: KnownAreas,
  firstLines: Map<string, number>,
): ReadLine {
  const problems: LineProblem[] = [];
  const report = (field: string, fault: Pick<LineProblem, 'code' | 'message' | 'mend'>): void =>
    void problems.push({ line, field, ...fault });
  if (cells.length !== columns.length)
    report('', {
      code: 'WRONG_WIDTH',
      message: `The line has ${cells.length} values; there are ${columns.length} headings.`,
      mend: 'Put text with commas between quotation marks, and give every line as many values as there are headings.',
    });

  const values = Object.fromEntries(LIST_COLUMNS.map((column) => [column, ''])) as Record<ListColumn, string>;
  for (const [at, column] of columns.entries()) {
    if (isVerdict(column)) continue;
    const cell = cells[at] ?? '';
    const text = cleanText(cell, column, 10_000);
    if (!text.ok) {
      const [{ code, message, mend } = { code: '', message: '', mend: '' }] = text.problems;
      report(column, { code, message, mend });
      continue;
    }
    const value = inOneForm(column, text.value);
    const fault = isFormula(text.value)
      ? formulaFault(text.value)
      : value === ''
        ? undefined
        : faultOf(column, value, areas);
    if (fault !== undefined) report(column, fault);
    else values[column] = value;
  }
  for (const column of NEEDED_COLUMNS)
    if (values[column] === '' && !problems.some(({ field }) => field === column))
      report(column, {
        code: 'MISSING_VALUE',
        message: `${column} is empty.`,
        mend: 'Every hospital of a list has a code, a name and the code of its trust.',
      });
  for (const problem of wholeLineProblems(values, firstLines.get(values.ods_code)))
    report(problem.field, problem);
  if (values.ods_code !== '' && !firstLines.has(values.ods_code)) firstLines.set(values.ods_code, line);

  const { former_code, trust_since, ...facts } = values;
  const row = {
    line,
    values: facts,
    formerCode: former_code,
    trustSince: trust_since,
    listStatus: 'listed' as const,
  };
  return { row, problems };
}

/** What is wrong between the values of a line, and between lines. */
function* wholeLineProblems(
  values: Readonly<Record<ListColumn, string>>,
  firstLine: number | undefined,
): Generator<Omit<LineProblem, 'line'>> {
  if (values.ods_code !== '' && firstLine !== undefined)
    yield {
      code: 'CODE_TWICE',
      field: 'ods_code',
      message: `${values.ods_code} stands on line ${firstLine} already.`,
      mend: 'Leave one line for each hospital.',
    };
  if (values.opened_on !== '' && values.closed_on !== '' && values.closed_on < values.opened_on)
    yield {
      code: 'DATES_IN_WRONG_ORDER',
      field: 'closed_on',
      message: `It closed on ${values.closed_on}, before it opened on ${values.opened_on}.`,
      mend: 'Check the two dates; leave empty what is not known.',
    };
  if ((values.latitude === '') !== (values.longitude === ''))
    yield {
      code: 'HALF_A_POSITION',
      field: values.latitude === '' ? 'latitude' : 'longitude',
      message: 'A position needs latitude and longitude.',
      mend: 'Give both or neither.',
    };
  if (values.merged_into !== '' && values.merged_into === values.ods_code)
    yield {
      code: 'MERGED_INTO_ITSELF',
      field: 'merged_into',
      message: 'A hospital cannot be merged into itself.',
      mend: 'Write the code of the hospital that took it up, or leave it empty.',
    };
}

const formulaFault = (value: string) => ({
  code: 'FORMULA',
  message: `${quoted(value)} begins like a formula, which a spreadsheet would run.`,
  mend: 'Write the value itself; copy the cells as values before you save the file.',
});

function inOneForm(column: ListColumn, text: string): string {
  const value = text.replace(/\s+/g, ' ').trim();
  if (column === 'postcode')
    return value
      .toUpperCase()
      .replace(/ /g, '')
      .replace(/(...)$/, ' $1')
      .trim();
  // 54.0 and 54.00 are one place: a spreadsheet that saved the list changes nothing.
  if (AS_NUMBERS.includes(column) && /^-?\d{1,9}(\.\d{1,9})?$/.test(value)) return String(Number(value));
  return IN_CAPITALS.includes(column) ? value.toUpperCase() : value;
}

const isVerdict = (column: string): boolean => (VERDICT_COLUMNS as readonly string[]).includes(column);

const EMPTY: LineProblem = {
  line: 1,
  code: 'EMPTY_LIST',
  field: '',
  message: 'The list names no hospital.',
  mend: `Give it a line of headings (${NEEDED_COLUMNS.join(', ')}, …) and a line for each hospital.`,
};
