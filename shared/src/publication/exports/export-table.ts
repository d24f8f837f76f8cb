/** What stands in the cells of a column. `code`: one of `codes`; `day` 2026-01-31; `moment` ISO 8601 UTC. */
export type CellType = 'text' | 'code' | 'integer' | 'decimal' | 'day' | 'moment';

/** A cell of a file: numbers stay numbers, everything else is text, and nothing is ever null. */
export type Cell = string | number;

/** A value that a cell can have, with its words. `absent`: it says why there is no answer. */
export interface ExportCode {
  readonly code: string;
  readonly label: string;
  readonly absent: boolean;
}

/** One column of a file, with what an analyst must know to use it. */
export interface ExportColumn {
  /** The heading. */
  readonly name: string;
  /** The question, or what the column says. */
  readonly label: string;
  readonly type: CellType;
  /** All codes of a `code` column; of another type only the words that can stand in the place of a value. */
  readonly codes: readonly ExportCode[];
  /** null = no bound. */
  readonly min: number | null;
  readonly max: number | null;
  /** '' = a plain count, or no number. */
  readonly unit: string;
  /** When the question was asked, in words; '' = this is no question. */
  readonly askedWhen: string;
  /** Name that the questionnaire asks for in statistics programs; '' = the heading. */
  readonly programName: string;
  /** Most characters that a text can have. */
  readonly width: number;
}

/** A file of rows: which columns it has, and what a row is. */
export interface ExportTable {
  /** Word in file names, in the data package and in the codebook. */
  readonly id: 'forms' | 'hospitals' | 'long';
  readonly title: string;
  /** What one row is. */
  readonly rowIs: string;
  /** Headings of the columns that no two rows have alike. */
  readonly key: readonly string[];
  readonly columns: readonly ExportColumn[];
}

/** A column of text, unless `more` says otherwise. */
export const column = (name: string, label: string, more: Partial<ExportColumn> = {}): ExportColumn => ({
  name,
  label,
  type: 'text',
  codes: [],
  min: null,
  max: null,
  unit: '',
  askedWhen: '',
  programName: '',
  width: 200,
  ...more,
});

/** A column with one code of a closed list. */
export const codedColumn = (
  name: string,
  label: string,
  codes: readonly ExportCode[],
  more: Partial<ExportColumn> = {},
): ExportColumn => column(name, label, { type: 'code', codes, ...more });

/** Codes with their words, none of them an absence. */
export const valueCodes = (labels: Readonly<Record<string, string>>): readonly ExportCode[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label, absent: false }));

/** Columns under headings that differ, whatever a questionnaire calls its questions: the later of two gets a number. */
export function withOwnNames<Column extends ExportColumn>(columns: readonly Column[]): readonly Column[] {
  const taken = new Set<string>();
  return columns.map((one) => {
    let { name } = one;
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${one.name}_${next}`;
    taken.add(name.toLowerCase());
    return name === one.name ? one : { ...one, name };
  });
}
