import type { Cell } from '@liaison-atlas/shared/publication/exports/export-table';

import type { RowSource } from './export-rows.js';
import { type ExportSheet, exportWorkbook } from './export-workbook.js';

/** Rows of a table in the workbook; beyond it there is the CSV file. */
const MOST_IN_WORKBOOK = 5000;

/** A table of rows that a sheet is made of, and the CSV file that holds all of them. */
export interface BookSheet {
  readonly source: RowSource;
  readonly csvName: string;
}

/** A workbook of what is known already and of tables whose rows are read for it. */
export async function writeBook(
  before: readonly ExportSheet[],
  tables: readonly BookSheet[],
  behind: readonly ExportSheet[],
): Promise<Buffer> {
  const sheets: ExportSheet[] = [];
  for (const { source, csvName } of tables) {
    const { table } = source;
    const rows = await firstRows(source, MOST_IN_WORKBOOK);
    const head: readonly Cell[] = table.columns.map(({ name }) => name);
    sheets.push({
      name: table.id,
      rows:
        rows === 'more' ? [[`More than ${MOST_IN_WORKBOOK} rows: they are in ${csvName}.`]] : [head, ...rows],
    });
  }
  return exportWorkbook([...before, ...sheets, ...behind]);
}

/** The rows of a source, or that there are more than these. */
async function firstRows(
  { pages }: Pick<RowSource, 'pages'>,
  most: number,
): Promise<ExportSheet['rows'] | 'more'> {
  const rows: ExportSheet['rows'][number][] = [];
  for await (const page of pages()) {
    rows.push(...page);
    if (rows.length > most) return 'more';
  }
  return rows;
}
