import type { Cell } from '@liaison-atlas/shared/publication/exports/export-table';
import writeXlsxFile from 'write-excel-file/node';

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

const END_OF_DIRECTORY = 0x06_05_4b_50;
const EARLIEST = 0x00_21_00_00;

/**
 * The same zip file with one time on every part (1 January 1980): the library writes the moment of packing, and the same
 * release must give the same bytes wherever and whenever it is asked for.
 */
function withoutTimes(zip: Buffer): Buffer {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('the workbook is no zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    zip.writeUInt32LE(EARLIEST, at + 12);
    zip.writeUInt32LE(EARLIEST, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
