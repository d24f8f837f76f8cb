import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isFormula } from './check-frame-cell.js';
import { type KnownAreas, LIST_COLUMNS } from './frame-row.js';
import { type CsvRecord, readFrameRows } from './read-frame-rows.js';

const AREAS: KnownAreas = { regions: new Set(['Y63']), icbs: new Set(['QOQ']), ccgs: new Set(['03F']) };
const records = (...lines: readonly (readonly string[])[]): CsvRecord[] =>
  lines.map((cells, at) => ({ line: at + 1, cells }));
const read = (...lines: readonly (readonly string[])[]) => readFrameRows(records(...lines), AREAS);
/** A list of one line with one more column. */
const withValue = (column: string, value: string) =>
  read(['ods_code', 'name', 'trust_code', column], ['ZZX01', 'Unreal Infirmary', 'ZZX', value]);

describe('the headings of a list', () => {
  it('may come in any order and in capitals, with a byte-order mark before the first', () => {
    const { rows, problems } = read(
      ['\uFEFFName', ' TRUST_CODE', 'ods_code '],
      ['Unreal Infirmary', 'zzx', 'zzx01'],
    );
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      line: 2,
      values: { ods_code: 'ZZX01', name: 'Unreal Infirmary', trust_code: 'ZZX', town: '' },
    });
  });

  it.each([
    ['one is missing', ['ods_code', 'name'], ['MISSING_COLUMN trust_code']],
    ['one is not known', ['ods_code', 'name', 'trust_code', 'beds'], ['UNKNOWN_COLUMN beds']],
    ['one has no heading', ['ods_code', 'name', 'trust_code', ''], ['UNKNOWN_COLUMN ']],
    ['one stands twice', ['ods_code', 'name', 'trust_code', 'name'], ['COLUMN_TWICE name']],
    [
      'they are those of another file',
      ['Org Code', 'Org Name'],
      [
        'MISSING_COLUMN ods_code',
        'MISSING_COLUMN name',
        'MISSING_COLUMN trust_code',
        'UNKNOWN_COLUMN org code',
        'UNKNOWN_COLUMN org name',
      ],
    ],
  ])('stop the reading where %s', (_what, headings, expected) => {
    const { rows, problems } = read(headings, ['ZZX01', 'Unreal', 'ZZX', '1']);
    expect(rows).toEqual([]);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
    expect(problems.every(({ line, mend }) => line === 1 && mend !== '')).toBe(true);
  });

  it.each([[[]], [[['ods_code', 'name', 'trust_code']]]])('alone are no list: %j', (lines: string[][]) => {
    expect(read(...lines).problems).toMatchObject([{ code: 'EMPTY_LIST' }]);
  });
});

describe('a line of a list', () => {
  it.each([
    ['ods_code', '5.00E+10', 'INVALID_CODE'],
    ['former_code', 'RW', 'INVALID_CODE'],
    ['postcode', 'HULL', 'INVALID_POSTCODE'],
    ['latitude', '91', 'OUT_OF_RANGE'],
    ['longitude', '-74.0', 'OUT_OF_RANGE'],
    ['region_code', 'Y99', 'UNKNOWN_AREA'],
    ['icb_code', 'Q99', 'UNKNOWN_AREA'],
    ['ccg_code', '99Z', 'UNKNOWN_AREA'],
    ['country', 'England and Wales', 'NOT_A_CHOICE'],
    ['site_type', 'big', 'NOT_A_CHOICE'],
    ['ed_type', 'yes', 'NOT_A_CHOICE'],
    ['trust_type', 'ccg', 'NOT_A_CHOICE'],
    ['opened_on', '31/04/2027', 'WRONG_DATE'],
    ['closed_on', '2027-02-30', 'WRONG_DATE'],
    ['trust_since', '2027', 'WRONG_DATE'],
    ['ed_attendances', '1,200', 'OUT_OF_RANGE'],
    ['town', 'x'.repeat(101), 'TEXT_TOO_LONG'],
    ['town', 'a\u0000b', 'UNREADABLE_TEXT'],
    ['town', '=HYPERLINK("x")', 'FORMULA'],
    ['town', '＝1+1', 'FORMULA'],
    ['town', '@SUM(A1)', 'FORMULA'],
    ['town', '\t=1', 'FORMULA'],
    ['merged_into', 'ZZX01', 'MERGED_INTO_ITSELF'],
  ])('with %s %j is refused as %s, by its number and column', (column, value, code) => {
    const { rows, problems } =
      column === 'ods_code'
        ? read(['ods_code', 'name', 'trust_code'], [value, 'Unreal', 'ZZX'])
        : withValue(column, value);
    expect(rows).toEqual([]);
    const found = problems.find((problem) => problem.code === code);
    expect(found).toMatchObject({ line: 2, field: column });
    expect(found?.mend.length).toBeGreaterThan(10);
  });

  it('says which day somebody means who writes it the English way', () => {
    expect(withValue('opened_on', '1/4/2027').problems[0]?.mend).toContain('2027-04-01');
  });

  it('with a negative longitude is no formula', () => {
    const { problems } = read(
      ['ods_code', 'name', 'trust_code', 'latitude', 'longitude'],
      ['ZZX01', 'Unreal', 'ZZX', '53.74', '-0.36'],
    );
    expect(problems).toEqual([]);
  });

  it.each([
    ['half a position', ['latitude'], ['53.7'], 'HALF_A_POSITION'],
    [
      'a close before its opening',
      ['opened_on', 'closed_on'],
      ['2027-01-01', '2026-01-01'],
      'DATES_IN_WRONG_ORDER',
    ],
  ])('with %s is refused', (_what, columns, values, code) => {
    const { problems } = read(
      ['ods_code', 'name', 'trust_code', ...columns],
      ['ZZX01', 'Unreal', 'ZZX', ...values],
    );
    expect(problems).toMatchObject([{ code, line: 2 }]);
  });

  it('needs code, name and trust, and as many values as there are headings', () => {
    const { problems } = read(['ods_code', 'name', 'trust_code'], ['ZZX01', ' '], ['', 'Unreal', 'ZZX']);
    expect(problems.map(({ line, code, field }) => `${line} ${code} ${field}`)).toEqual([
      '2 WRONG_WIDTH ',
      '2 MISSING_VALUE name',
      '2 MISSING_VALUE trust_code',
      '3 MISSING_VALUE ods_code',
    ]);
  });

  it('is refused where its code stands on an earlier line, which it names', () => {
    const { rows, problems } = read(
      ['ods_code', 'name', 'trust_code'],
      ['ZZX01', 'Unreal', 'ZZX'],
      ['ZZX02', 'Unreal Two', 'ZZX'],
      ['zzx01', 'Unreal again', 'ZZX'],
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems).toMatchObject([
      { line: 4, code: 'CODE_TWICE', message: 'ZZX01 stands on line 2 already.' },
    ]);
  });

  it('does not hide the problems of the lines after it', () => {
    const { problems } = read(
      ['ods_code', 'name', 'trust_code'],
      ['?', 'Unreal', 'ZZX'],
      ['ZZX02', 'Unreal', '?'],
    );
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is either read or explained, whatever it holds', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('ZZX01', 'ZZX', '2027-01-01', ''));
    const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: LIST_COLUMNS.length }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, (made) => {
        const { rows, problems } = read(LIST_COLUMNS, ...made);
        const accounted = new Set([...rows.map(({ line }) => line), ...problems.map(({ line }) => line)]);
        expect(accounted.size).toBe(made.length);
        for (const { values } of rows)
          expect(Object.values(values).filter((value) => isFormula(value))).toEqual([]);
      }),
    );
  });
});
