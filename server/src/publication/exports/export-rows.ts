import { setImmediate as breathe } from 'node:timers/promises';

import { BYTE_ORDER_MARK, csvLine } from '@liaison-atlas/shared/publication/exports/csv-line';
import type { Cell, ExportTable } from '@liaison-atlas/shared/publication/exports/export-table';

/** Rows of a file that are made together without a pause, each only when it is asked for. */
export type Rows = Iterable<readonly Cell[]>;

/** All rows of a file, some at a time; asked for only when the reader is ready for more. */
export type RowPages = AsyncIterable<Rows> | Iterable<Rows>;

/** Characters that are sent together: enough that sending costs little, few enough that they wait for nobody. */
const PIECE = 32 * 1024;

/** A file of rows: what its columns are, and where its rows come from. */
export interface RowSource {
  readonly table: ExportTable;
  /** Begins to read anew each time. */
  readonly pages: () => RowPages;
}

/** What every format of a file is made from, wherever its rows are made. */
export interface ExportSource {
  readonly table: ExportTable;
  /** Its lines without the headings; begins to read anew each time. */
  readonly lines: () => AsyncIterable<string>;
}

/**
 * The CSV of a source, piece by piece. The headings come first, before anything is read, so that a big file begins at
 * once; between the pieces the server turns to others.
 */
export async function* csvPieces(source: ExportSource): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(source.table.columns.map(({ name }) => name));
  yield* source.lines();
}

/** The same without the headings. */
export async function* csvLines({ pages }: Pick<RowSource, 'pages'>): AsyncGenerator<string> {
  let text = '';
  for await (const rows of pages()) {
    for (const row of rows) text += csvLine(row);
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
    await breathe();
  }
  if (text !== '') yield text;
}
