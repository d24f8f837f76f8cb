import { Readable } from 'node:stream';

import type { FrameRow, KnownAreas, LineProblem } from '@liaison-atlas/shared/frame/frame-row';
import { type CsvRecord, readFrameRows } from '@liaison-atlas/shared/frame/read-frame-rows';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { CsvError, parse } from 'csv-parse';

import { sha256 } from '../platform/ids.js';
import { isRegister, readRegister } from './read-register.js';

/** Largest file that is read: the register of all NHS trust sites has about half of it. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 100_000;
/** The parser gets a file in pieces, with room between them for other requests. */
const PIECE = 64 * 1024;

/** A list of hospitals as a file holds it. */
export interface ReadFrameFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly kind: 'list' | 'register';
  readonly rows: readonly FrameRow[];
  readonly leftOut: number;
  readonly problems: readonly LineProblem[];
  readonly notices: readonly string[];
}

/** What reading needs to know beforehand. */
export interface KnownToReader {
  readonly areas: KnownAreas;
  /** Every code that a site has or had, to the site's id: a register names thousands that are no business of ours. */
  readonly siteByCode: ReadonlyMap<string, string>;
}

/**
 * Reads a list of hospitals: in our own columns, or a register file of trust sites (27 columns without headings).
 * Refuses what is no table at all (`TOO_LARGE`, `NOT_A_TEXT_FILE`, `UNREADABLE_FILE`, `TOO_MANY_ROWS`); everything
 * that is wrong with single lines stands in `problems`.
 */
export async function readFrameFile(
  bytes: Buffer,
  fileName: string,
  known: KnownToReader,
): Promise<Result<ReadFrameFile, Problem>> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const records = await readCsvRecords(text.value.text);
  if (!records.ok) return records;
  const common = { fileName, sha256: sha256(bytes), notices: text.value.notices };
  if (isRegister(records.value)) {
    const { records: taken, ended, leftOut } = readRegister(records.value, known.siteByCode);
    if (taken.length <= 1) return refuse(nothingKnown(records.value.length));
    const { rows, problems } = readFrameRows(taken, known.areas);
    return accept({
      ...common,
      kind: 'register',
      rows: rows.map((row) => (ended.has(row.line) ? { ...row, listStatus: 'code_ended' as const } : row)),
      problems,
      leftOut,
    });
  }
  return accept({ ...common, kind: 'list', leftOut: 0, ...readFrameRows(records.value, known.areas) });
}

/** A file that is refused for its size, before anything of it is read. */
export const tooLarge = (size: number): Problem => ({
  code: 'TOO_LARGE',
  field: 'file',
  message: `The file has ${(size / 1024 / 1024).toFixed(1)} MB; at most ${MOST_BYTES / 1024 / 1024} MB can be imported.`,
  mend: 'Leave only the hospitals of the frame in it, one line each.',
});

const BOM = '\uFEFF';

/** The text of a file, without its byte-order mark; refused where it is none. */
export function decodeText(
  bytes: Buffer,
): Result<{ readonly text: string; readonly notices: readonly string[] }, Problem> {
  if (bytes.length > MOST_BYTES) return refuse(tooLarge(bytes.length));
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return refuse(notText('This is a spreadsheet or an archive, not a text file.'));
  if (bytes.includes(0)) return refuse(notText('The file holds bytes that no text in UTF-8 has.'));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(BOM)
      ? accept({
          text: text.slice(1),
          notices: ['The byte-order mark at the start of the file was skipped.'],
        })
      : accept({ text, notices: [] });
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return accept({
      text,
      notices: ['The file is not in UTF-8; it was read as Windows-1252. Check names with accents.'],
    });
  }
}

/** The records of a CSV file, each with the line on which it begins. */
export async function readCsvRecords(text: string): Promise<Result<readonly CsvRecord[], Problem>> {
  const records: CsvRecord[] = [];
  const parser = parse({ relax_column_count: true, skip_empty_lines: true, info: true });
  const pieces = function* () {
    for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
  };
  try {
    for await (const one of Readable.from(pieces()).pipe(parser)) {
      const { record, info } = one as {
        readonly record: string[];
        readonly info: { readonly lines: number };
      };
      const within = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      records.push({ line: info.lines - within, cells: record });
      if (records.length > MOST_ROWS) return refuse(tooManyRows);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    return refuse({
      code: 'UNREADABLE_FILE',
      field: 'file',
      message: `The file is not a readable table${line}: a quotation mark opens or closes in the wrong place.`,
      mend: 'Save it again as CSV in UTF-8; a quotation mark within a text is written twice.',
    });
  } finally {
    parser.destroy();
  }
  return accept(records);
}

const notText = (message: string): Problem => ({
  code: 'NOT_A_TEXT_FILE',
  field: 'file',
  message,
  mend: 'Save the sheet as “CSV UTF-8 (comma delimited)” and choose that file.',
});

const tooManyRows: Problem = {
  code: 'TOO_MANY_ROWS',
  field: 'file',
  message: `The file has more than ${MOST_ROWS} lines.`,
  mend: 'Leave only the hospitals of the frame in it, one line each.',
};

const nothingKnown = (lines: number): Problem => ({
  code: 'NOTHING_KNOWN',
  field: 'file',
  message: `None of the ${lines} lines of this register is about a hospital of the tables.`,
  mend: 'Choose the register of NHS trust sites (ets.csv), or a list with a line of headings.',
});
