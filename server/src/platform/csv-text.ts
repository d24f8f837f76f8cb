import type { Table } from '@liaison-atlas/shared/kernel/table';
import { stringify } from 'csv-stringify/sync';

/** Media type of what `csvText` writes. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/**
 * A table as CSV. With a byte order mark, so that spreadsheets read names with accents; headings and cells that a
 * spreadsheet would take for formulas are defused.
 */
export const csvText = ({ columns, rows }: Table): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    escape_formulas: true,
    bom: true,
    record_delimiter: 'windows',
  });
