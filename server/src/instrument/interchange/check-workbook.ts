import { inflateRawSync } from 'node:zlib';

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';

/** What a workbook may hold; the built-in questionnaire has 20 KB packed, 200 KB unpacked and 60 rows. */
export const WORKBOOK_LIMITS = {
  /** Bytes as sent. */
  packed: 1024 * 1024,
  /** Bytes of one part, and of all of them, unpacked. */
  part: 4 * 1024 * 1024,
  unpacked: 8 * 1024 * 1024,
  parts: 100,
  sheets: 10,
  rows: 5000,
  columns: 200,
} as const;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  readonly size: number;
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Looks through a workbook before any library unpacks it: how large its parts say they are, whether they are not
 * larger after all, how far its cells reach, and that it has no formulas. A bomb is refused by its table of contents.
 *
 * Codes: NOT_A_WORKBOOK, WORKBOOK_TOO_LARGE, FORMULA.
 */
export function checkWorkbook(file: Buffer): Result<undefined, Problem> {
  try {
    const parts = partsOf(file);
    let unpacked = 0;
    for (const { size } of parts) {
      unpacked += size;
      if (size > WORKBOOK_LIMITS.part || unpacked > WORKBOOK_LIMITS.unpacked) throw tooLarge('unpacked');
    }
    const sheets = parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    if (sheets.length > WORKBOOK_LIMITS.sheets) throw tooLarge('sheets');
    for (const part of parts) {
      const content = unpack(part);
      if (!/\.(xml|rels)$/.test(part.name)) continue;
      const text = content.toString('utf8');
      if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw notAWorkbook();
      if (sheets.includes(part)) checkSheet(text);
    }
    return accept(undefined);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem);
    throw error;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The table of contents at the end of a zip file. Encrypted, split and 64-bit files are no workbooks of ours. */
function partsOf(file: Buffer): readonly Part[] {
  if (file.length > WORKBOOK_LIMITS.packed) throw tooLarge('packed');
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > WORKBOOK_LIMITS.parts) throw tooLarge('parts');
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw notAWorkbook();
    const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
    const [packedSize, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const nameLength = file.readUInt16LE(at + 28);
    const start = file.readUInt32LE(at + 42);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw notAWorkbook();
    if (size === 0xffffffff || packedSize === 0xffffffff) throw tooLarge('unpacked');
    if (start + 30 > file.length || file.readUInt32LE(start) !== LOCAL) throw notAWorkbook();
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    if (data + packedSize > file.length || parts.some((part) => part.name === name)) throw notAWorkbook();
    parts.push({ name, method, packed: file.subarray(data, data + packedSize), size });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw notAWorkbook();
  return parts;
}

function endOf(file: Buffer): number {
  // A comment of at most 65,535 bytes may follow the 22 of the end record.
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1)
    if (file.readUInt32LE(at) === END) return at;
  throw notAWorkbook();
}

/** Unpacks as many bytes as the table of contents promises, and not one more. */
function unpack({ method, packed, size }: Part): Buffer {
  if (method === 0) {
    if (packed.length !== size) throw notAWorkbook();
    return packed;
  }
  let content: Buffer;
  try {
    content = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw notAWorkbook();
  }
  if (content.length !== size) throw notAWorkbook();
  return content;
}

/** A row or cell whose attributes stand as every spreadsheet program writes them, so that none can be hidden. */
const PLACED = /^<(?:\w+:)?(?:c|row)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*\s*\/?>/;
const NAMED = /\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;

/** A cell in the last row of the last column would make every reader fill millions of cells before it. */
function checkSheet(xml: string): void {
  for (const { index } of xml.matchAll(/<(?:\w+:)?(?:c|row)(?=[\s/>])/g)) {
    const tag = PLACED.exec(xml.slice(index, index + 2000))?.[0];
    if (tag === undefined) throw notAWorkbook();
    const place = NAMED.exec(tag);
    if (!place) {
      if (/\sr\s*=/.test(tag)) throw notAWorkbook();
      continue;
    }
    const [, column = '', row = ''] = place;
    if (Number(row) > WORKBOOK_LIMITS.rows) throw tooLarge('rows');
    if (columnNumber(column) > WORKBOOK_LIMITS.columns) throw tooLarge('columns');
  }
  const formula = /<(?:\w+:)?f[\s/>]/.exec(xml);
  if (formula) {
    const cell =
      [...xml.slice(0, formula.index).matchAll(/\sr\s*=\s*["']([A-Z]+\d+)["']/g)].at(-1)?.[1] ?? '';
    throw new Refused({
      code: 'FORMULA',
      field: cell,
      message: `The cell ${cell} holds a formula.`.replace('  ', ' '),
      mend: 'Paste the values over the formulas and send the file again.',
    });
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const notAWorkbook = (): Refused =>
  new Refused({
    code: 'NOT_A_WORKBOOK',
    field: '',
    message: 'The file is no .xlsx workbook that can be read.',
    mend: 'Save it as "Excel workbook (.xlsx)", without a password, and send it again.',
  });

const tooLarge = (what: keyof typeof WORKBOOK_LIMITS): Refused => {
  const most = WORKBOOK_LIMITS[what];
  return new Refused({
    code: 'WORKBOOK_TOO_LARGE',
    field: '',
    message:
      what === 'packed' || what === 'part' || what === 'unpacked'
        ? `The file has more than ${most / 1024 / 1024} MB ${what === 'packed' ? '' : 'when it is unpacked'}`.trim() +
          '.'
        : `The file has more than ${most} ${what}.`,
    mend: 'A questionnaire needs far less: delete other sheets, pictures and empty rows, and send it again.',
  });
};
