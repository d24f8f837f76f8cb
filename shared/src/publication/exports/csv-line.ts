import type { Cell } from './export-table.js';

/** Says that the text is UTF-8, so that spreadsheets read names with accents. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * One line of a CSV file. Text that a spreadsheet would take for a formula is defused with an apostrophe, headings too;
 * line ends within a text become spaces, since a line of the file is a row for every statistics program. Numbers stay
 * as they are. The same as csv-stringify writes with `escape_formulas`, several times as fast: a test compares.
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? '';
    if (at > 0) line += ',';
    line += typeof cell === 'number' ? cell : isPlain(cell) ? cell : guarded(cell);
  }
  return `${line}\r\n`;
}

/** By character code: 2 = may begin a text that needs no guard, 1 = may only follow, 0 = neither. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9_]/.test(character) ? 2 : /[ .:;()/'-]/.test(character) ? 1 : 0;
});

/** Codes, dates and most names: nothing in them needs a guard. Asked of every cell, so it looks at bare numbers. */
function isPlain(cell: string): boolean {
  if (cell === '') return true;
  if (PLAIN[cell.charCodeAt(0)] !== 2) return false;
  for (let at = 1; at < cell.length; at += 1) if (!PLAIN[cell.charCodeAt(at)]) return false;
  return true;
}

const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function guarded(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  const flat = text.replace(LINE_ENDS, ' ');
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}

const LINE_ENDS = /\r\n|[\r\n\u2028\u2029\u0085\v\f]/g;
