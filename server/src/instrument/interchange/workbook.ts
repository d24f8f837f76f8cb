import type { SheetProblem, XlsForm } from '@liaison-atlas/shared/instrument/interchange/xlsform';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/node';

import { checkWorkbook } from './check-workbook.js';

/** Media type of .xlsx files. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sheets as an .xlsx file. Every cell is text, so nothing in it can be a formula. */
export const writeWorkbook = (form: XlsForm): Promise<Buffer> =>
  writeXlsxFile(
    form.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) =>
        row.map((cell) => (cell === '' ? null : { value: escaped(cell), type: String })),
      ),
      stickyRowsCount: 1,
    })),
  ).toBuffer();

/** Characters that XML cannot hold, and text that looks like one escaped, as the file format writes them. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (character) =>
      isPlain(character.charCodeAt(0)) ? character : `_x${hex(character)}_`,
    );

/** A tab, a line end, and the control characters above the first 32, which XML takes. */
const isPlain = (code: number): boolean => code === 9 || code === 10 || (code > 31 && code < 0xfffe);

const hex = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** The sheets of an .xlsx file as text, or why it is refused; looked through before it is unpacked. */
export async function readWorkbook(file: Buffer): Promise<Result<XlsForm, SheetProblem | Problem>> {
  const checked = checkWorkbook(file);
  if (!checked.ok) return checked;
  const sheets = await readSheets(file);
  if (sheets === undefined)
    return refuse({
      code: 'NOT_A_WORKBOOK',
      field: '',
      message: 'The workbook cannot be read.',
      mend: 'Open it in a spreadsheet program, save it as "Excel workbook (.xlsx)" and send it again.',
    });
  const problems: SheetProblem[] = [];
  const form = sheets.map(({ sheet: name, data }) => ({
    name,
    rows: data.map((row, position) =>
      row.map((cell): string => {
        if (cell === null) return '';
        if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
          return String(cell);
        problems.push(dateCell(name, position + 1));
        return '';
      }),
    ),
  }));
  return problems.length > 0 ? refuse(...problems) : accept(form);
}

/** Undefined when the library cannot make sense of the file. */
async function readSheets(file: Buffer): Promise<Awaited<ReturnType<typeof readXlsxFile>> | undefined> {
  try {
    return await readXlsxFile(new Uint8Array(file).buffer, { trim: false });
  } catch {
    return undefined;
  }
}

const dateCell = (sheet: string, row: number): SheetProblem => ({
  code: 'DATE_CELL',
  field: `${sheet} row ${row}`,
  message: 'A cell of the row holds a date, which is shown differently in every country.',
  mend: 'Format the cell as text and write the date as it should stand there.',
  sheet,
  row,
  column: '',
});
