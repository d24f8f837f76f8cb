import { csvLines } from './export-rows.js';
import type { ExportSheet } from './export-workbook.js';
import { writeBook } from './write-book.js';
import { countedMembers } from './counted-members.js';
import type { RowReader } from '../../database/row-reader.js';
import type { RoundJob } from './round-job.js';
import { roundSource } from './round-source.js';

/** A workbook that is to be made: sheets that are known, with those of tables between them. */
export interface BookWork {
  readonly before: readonly ExportSheet[];
  readonly tables: readonly { readonly job: RoundJob; readonly csvName: string }[];
  readonly behind: readonly ExportSheet[];
}

/** What the thread can be asked to make: plain data, since it is sent there. */
export type ExportWork =
  /** The lines of a CSV file, without its headings. */
  | { readonly lines: RoundJob }
  /** How many forms count. */
  | { readonly count: RoundJob }
  /** A workbook, in one piece. */
  | { readonly book: BookWork };

/** What is made comes in pieces: text of lines, a number of forms as text, the bytes of a workbook. */
export type Piece = string | Uint8Array;

/** Does a piece of work, wherever it is done: in the thread, or here where there is none. */
export async function* doWork(reader: RowReader, work: ExportWork): AsyncGenerator<Piece> {
  if ('lines' in work) yield* csvLines(roundSource(reader, work.lines));
  else if ('count' in work) {
    let forms = 0;
    for await (const page of countedMembers(reader, work.count)) forms += page.length;
    yield String(forms);
  } else {
    const { before, tables, behind } = work.book;
    const sheets = tables.map(({ job, csvName }) => ({ source: roundSource(reader, job), csvName }));
    yield await writeBook(before, sheets, behind);
  }
}
