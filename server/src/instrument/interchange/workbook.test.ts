import { deflateRawSync } from 'node:zlib';

import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import { allInstruments } from '@liaison-atlas/shared/instrument/registry';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';

import { WORKBOOK_LIMITS } from './check-workbook.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

const codeOf = async (file: Buffer): Promise<string | undefined> => {
  const read = await readWorkbook(file);
  return read.ok ? 'read' : read.problems[0]?.code;
};

/** A workbook with one sheet, as a spreadsheet program packs it, with the sheet's XML as it is wanted. */
let template: ReturnType<typeof unzipSync>;
beforeAll(async () => {
  template = unzipSync(await writeWorkbook([{ name: 'survey', rows: [['type'], ['text']] }]));
});
const withSheet = (sheetData: string, more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      ...template,
      'xl/worksheets/sheet1.xml': strToU8(
        `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
      ),
      ...more,
    }),
  );
const cell = (place: string, content = '<is><t>x</t></is>'): string =>
  `<row r="${place.replace(/\D/g, '')}"><c r="${place}" t="inlineStr">${content}</c></row>`;

describe('a workbook', () => {
  it.each(allInstruments.map((instrument) => [instrument.version, instrument] as const))(
    'of version %s comes back cell by cell',
    async (_version, instrument) => {
      const form = toXlsForm(instrument);
      const read = await readWorkbook(await writeWorkbook(form));
      const trimmed = (rows: readonly (readonly string[])[]) =>
        rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));
      expect(read.ok && read.value.map(({ name, rows }) => [name, trimmed(rows)])).toEqual(
        form.map(({ name, rows }) => [name, trimmed(rows)]),
      );
    },
  );

  it('keeps every text as text: formulas, spaces, line ends, escapes and control characters', async () => {
    const texts = [
      '=1+1',
      '+5',
      '-3',
      '@x',
      "'q",
      '5',
      'true',
      '2026-01-01',
      ' a ',
      'a\nb',
      'a\r\nb',
      'a\tb',
      '<&>"',
      '_x0041_',
      '_x005F_',
      'a\u0001b',
      '\u00a0',
      '😀',
    ];
    const file = await writeWorkbook([{ name: 's', rows: [texts] }]);
    const read = await readWorkbook(file);
    expect(read.ok && read.value[0]?.rows[0]).toEqual(texts);
    expect(Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? []).toString()).not.toContain('<f');
  });

  it('takes numbers and truth values as the words they show', async () => {
    const read = await readWorkbook(
      withSheet('<row r="1"><c r="A1"><v>0.5</v></c><c r="B1" t="b"><v>1</v></c></row>'),
    );
    expect(read.ok && read.value[0]?.rows).toEqual([['0.5', 'true']]);
  });
});

describe('a file that is not unpacked', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['no zip', Buffer.from('type,name,label\ntext,a,A?\n')],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')],
    ['another zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    ['cut off', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<a/>') })).subarray(0, 60)],
  ])('%s: refused as no workbook', async (_name, file) => {
    expect(await codeOf(file)).toBe('NOT_A_WORKBOOK');
  });

  it('50 MB: refused by its size', async () => {
    expect(await codeOf(Buffer.alloc(50 * 1024 * 1024))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('a bomb that says how large it is: refused by its table of contents', async () => {
    const bomb = Buffer.from(
      zipSync({ ...template, 'xl/media/x.xml': new Uint8Array(32 * 1024 * 1024) }, { level: 6 }),
    );
    expect(bomb.length).toBeLessThan(WORKBOOK_LIMITS.packed);
    // Its end is broken, so that whoever began to unpack it would say something else.
    const contents = bomb.readUInt32LE(bomb.length - 6);
    bomb.fill(0xff, contents - 2000, contents);
    expect(() => unzipSync(bomb)).toThrow();
    expect(await codeOf(bomb)).toBe('WORKBOOK_TOO_LARGE');
  });

  it('a bomb that lies about its size: unpacked no further than it said', async () => {
    const file = withSheet('');
    const packed = deflateRawSync(Buffer.alloc(32 * 1024 * 1024));
    // The stored part of that size is exchanged for the bomb; only its table of contents still says 5 bytes.
    const lying = Buffer.from(
      zipSync({ ...template, 'xl/bomb.xml': [new Uint8Array(packed), { level: 0 }] }),
    );
    expect(await codeOf(file)).toBe('read');
    for (let at = 0; at + 4 < lying.length; at += 1) {
      const isEntry = lying.readUInt32LE(at) === 0x02014b50;
      if (!isEntry || lying.toString('latin1', at + 46, at + 46 + 11) !== 'xl/bomb.xml') continue;
      lying.writeUInt16LE(8, at + 10);
      lying.writeUInt32LE(5, at + 24);
    }
    expect(await codeOf(lying)).toBe('NOT_A_WORKBOOK');
  });

  it.each([
    ['a cell in the last row', cell('A1048576'), 'WORKBOOK_TOO_LARGE'],
    ['a cell in the last column', cell('XFD1'), 'WORKBOOK_TOO_LARGE'],
    ['an empty row far below', '<row r="1048576"/>', 'WORKBOOK_TOO_LARGE'],
    [
      'a place that is hidden in an entity',
      '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>',
      'NOT_A_WORKBOOK',
    ],
    ['a place behind a bracket', '<row r="1"><c s=">" r="XFD1"><v>1</v></c></row>', 'NOT_A_WORKBOOK'],
    ['a place that is none', '<row r="9999999999"/>', 'NOT_A_WORKBOOK'],
    ['a formula', '<row r="1"><c r="B1"><f>HYPERLINK("http://x")</f><v>1</v></c></row>', 'FORMULA'],
    ['a shared formula', '<row r="1"><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>', 'FORMULA'],
  ])('%s: refused', async (_name, sheetData, code) => {
    expect(await codeOf(withSheet(sheetData))).toBe(code);
  });

  it('says in which cell the formula stands', async () => {
    const read = await readWorkbook(withSheet('<row r="1"><c r="B1"><f>1</f></c></row>'));
    expect(read.ok ? '' : read.problems[0]).toMatchObject({
      field: 'B1',
      message: 'The cell B1 holds a formula.',
    });
  });

  it('has entities of its own, or too many sheets or parts: refused', async () => {
    expect(
      await codeOf(
        withSheet('', { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><sst/>') }),
      ),
    ).toBe('NOT_A_WORKBOOK');
    const many = (count: number, path: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${path}${at}.xml`, strToU8('<a/>')]));
    expect(await codeOf(withSheet('', many(20, 'xl/worksheets/x')))).toBe('WORKBOOK_TOO_LARGE');
    expect(await codeOf(withSheet('', many(200, 'xl/x')))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('holds dates: refused with the row, since nobody knows how they were meant', async () => {
    const styles = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
    const read = await readWorkbook(
      withSheet('<row r="2"><c r="A2" s="1"><v>45000</v></c></row>', { 'xl/styles.xml': strToU8(styles) }),
    );
    expect(read.ok ? [] : read.problems).toMatchObject([{ code: 'DATE_CELL', sheet: 'survey', row: 2 }]);
  });
});
