import { createHash } from 'node:crypto';
import { createReadStream, openSync, readSync, closeSync } from 'node:fs';

import { POSTCODE_BYTES, inwardNumber, writePostcode } from '@liaison-atlas/shared/frame/postcode-block';
import {
  findPostcodeColumns,
  isPostcodeHeader,
  type LeftOut,
  type PostcodeRow,
  readPostcodeRow,
} from '@liaison-atlas/shared/frame/read-postcode-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';

/** The postcodes of one outcode as they are stored. */
export interface ReadBlock {
  readonly outcode: string;
  readonly bytes: Uint8Array;
  readonly icbCodes: readonly string[];
  readonly ccgCodes: readonly string[];
}

/** What a postcode file holds. */
export interface PostcodeFile {
  readonly blocks: readonly ReadBlock[];
  readonly postcodes: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Postcodes taken in whose ICB or CCG our tables do not hold: theirs stays approximate. */
  readonly withoutIcb: number;
  readonly withoutCcg: number;
  readonly sha256: string;
}

/** ODS code of an area by the code of the Office for National Statistics. */
export type OdsCodes = ReadonlyMap<string, string>;

/** Refusals listed before the reading stops. */
const MOST_PROBLEMS = 20;
/** Enough for the first line of any edition: some fifty short column names. */
const HEAD_BYTES = 8192;

/** Whether a file begins like a postcode file; reads its first line only. @throws when it cannot be read */
export function isPostcodeFile(path: string): boolean {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, head, 0, HEAD_BYTES, 0);
    const line = head.toString('utf8', 0, length).split(/[\r\n]/, 1)[0] ?? '';
    const [columns = []] = parseAtOnce(line, { relax_quotes: true }) as string[][];
    return isPostcodeHeader(columns);
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a postcode file row by row: of a million rows only ten bytes each are kept. Refuses a file with a bad value, a
 * postcode twice, no English postcode, or areas of which our tables know none.
 * @throws when the file cannot be read
 */
export async function readPostcodeFile(
  path: string,
  icbs: OdsCodes,
  ccgs: OdsCodes,
): Promise<Result<PostcodeFile, Problem>> {
  const hash = createHash('sha256');
  const source = createReadStream(path);
  source.on('data', (chunk) => hash.update(chunk));
  const rows = source.pipe(parse({ columns: true, bom: true, skip_empty_lines: true, info: true }));
  source.on('error', (error) => rows.destroy(error));

  const blocks = new Map<string, BlockWriter>();
  const leftOut: Record<LeftOut, number> = { ended: 0, outside_england: 0, without_point: 0 };
  const problems: Problem[] = [];
  const counts = { postcodes: 0, withoutIcb: 0, withoutCcg: 0 };
  let columns: ReturnType<typeof findPostcodeColumns> | undefined;
  try {
    for await (const { record, info } of rows as AsyncIterable<ParsedRow>) {
      columns ??= findPostcodeColumns(Object.keys(record));
      if (!columns.ok) return columns;
      const read = readPostcodeRow(record, columns.value, info.lines);
      if (!read.ok) problems.push(...read.problems);
      else if (typeof read.value === 'string') leftOut[read.value] += 1;
      else {
        const { icb, ccg } = read.value;
        const codes = { icb: icbs.get(icb) ?? '', ccg: ccgs.get(ccg) ?? '' };
        const block = blocks.get(read.value.outcode) ?? new BlockWriter();
        blocks.set(read.value.outcode, block);
        if (!block.add(read.value, codes)) problems.push(twice(read.value, info.lines));
        counts.postcodes += 1;
        counts.withoutIcb += codes.icb === '' ? 1 : 0;
        counts.withoutCcg += codes.ccg === '' ? 1 : 0;
      }
      if (problems.length >= MOST_PROBLEMS) break;
    }
  } catch (error) {
    return refuse(unreadable(error));
  }
  if (problems.length > 0) return refuse(...problems);
  if (counts.postcodes === 0) return refuse(NO_POSTCODES);
  if (counts.withoutIcb === counts.postcodes && counts.withoutCcg === counts.postcodes)
    return refuse(NO_KNOWN_AREAS);
  return accept({
    ...counts,
    leftOut,
    sha256: hash.digest('hex'),
    blocks: [...blocks]
      .map(([outcode, block]) => ({ outcode, ...block.finish() }))
      .toSorted((a, b) => (a.outcode < b.outcode ? -1 : 1)),
  });
}

interface ParsedRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Gathers the postcodes of one outcode. */
class BlockWriter {
  private bytes = new Uint8Array(64 * POSTCODE_BYTES);
  private length = 0;
  private readonly seen = new Set<number>();
  private readonly icbs: string[] = [];
  private readonly ccgs: string[] = [];

  /** False where the postcode is there already. */
  add(row: PostcodeRow, codes: { readonly icb: string; readonly ccg: string }): boolean {
    const number = inwardNumber(row.inward) ?? -1;
    if (this.seen.has(number)) return false;
    this.seen.add(number);
    if (this.length === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    writePostcode(
      this.bytes,
      this.length,
      row,
      numberOf(this.icbs, codes.icb),
      numberOf(this.ccgs, codes.ccg),
    );
    this.length += POSTCODE_BYTES;
    return true;
  }

  finish(): Omit<ReadBlock, 'outcode'> {
    return { bytes: this.bytes.slice(0, this.length), icbCodes: this.icbs, ccgCodes: this.ccgs };
  }
}

/** Number of a code in the list of its block, from 1; 0 = not known. */
function numberOf(codes: string[], code: string): number {
  if (code === '') return 0;
  const at = codes.indexOf(code);
  return at >= 0 ? at + 1 : codes.push(code);
}

const twice = ({ outcode, inward }: PostcodeRow, line: number): Problem => ({
  code: 'POSTCODE_TWICE',
  field: `line ${line}`,
  message: `Line ${line}: ${outcode} ${inward} stands in the file a second time.`,
  mend: 'Use one edition only; do not join two files.',
});

const unreadable = (error: unknown): Problem => ({
  code: 'UNREADABLE_FILE',
  field: 'FILE',
  message: `The file is not a readable table: ${error instanceof Error ? error.message : String(error)}`,
  mend: 'Use the CSV as it was downloaded, in UTF-8.',
});

const NO_POSTCODES: Problem = {
  code: 'NOTHING_KNOWN',
  field: 'FILE',
  message: 'The file holds no postcode in use in England.',
  mend: 'Use the file for the whole United Kingdom or for England.',
};

const NO_KNOWN_AREAS: Problem = {
  code: 'UNKNOWN_AREAS',
  field: 'FILE',
  message: 'None of the ICBs and CCGs of the file is in our tables.',
  mend: 'Use an edition from April 2018 to now, whose columns icb, ccg or sicbl hold codes such as E54… and E38….',
};
