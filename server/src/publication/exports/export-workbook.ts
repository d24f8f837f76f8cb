import type { Cell } from '@liaison-atlas/shared/publication/exports/export-table';
import writeXlsxFile from 'write-excel-file/node';

import { withoutTimes } from './without-times.js';

/** A sheet of a workbook; the first row holds the headings. */
export interface ExportSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** More characters no cell of the format can hold. */
const LONGEST = 32_767;

/**
 * Sheets as an .xlsx file. Numbers are numbers, everything else is text and can therefore not be a formula: nothing is
 * defused here, and cells say exactly what was answered.
 */
export async function exportWorkbook(sheets: readonly ExportSheet[]): Promise<Buffer> {
  const file = await writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) =>
        row.map((cell) =>
          cell === ''
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: plain(cell), type: String },
        ),
      ),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
  return withoutTimes(file);
}

/** Text as the format takes it: no characters that XML cannot hold, nothing that looks like one escaped. */
const plain = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ' ');
