const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as CSV text, made in the browser. With a byte order mark, so that spreadsheets read it as UTF-8; texts that a
 * spreadsheet would take for a formula get an apostrophe, headings too. Numbers stay numbers; null is an empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
