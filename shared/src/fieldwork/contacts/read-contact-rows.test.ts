import { describe, expect, it } from 'vitest';

import { mergeByAddress, mergeContact } from './merge-by-address.js';
import { readContactRows } from './read-contact-rows.js';

const KNOWN = {
  codeOf: (code: string) => ({ ZZA01: 'ZZA01', ZZA99: 'ZZA01', ZZB02: 'ZZB02' })[code],
  names: [{ odsCode: 'ZZA01', name: 'Unreal Infirmary', town: 'Unreal' }],
};
const read = (...lines: string[]) =>
  readContactRows(
    lines.map((text, at) => ({ line: at + 1, cells: text.split(',') })),
    KNOWN,
  );
const codes = (...lines: string[]) =>
  read(...lines).problems.map(({ line, field, code }) => `${line} ${field} ${code}`);

describe('readContactRows', () => {
  it('reads people with their hospitals, by present and former codes, in any order of columns', () => {
    expect(read('hospitals,email,name', 'zza99; ZZB02 ZZA01,Ann@Example.ORG, Ann  Example').rows).toEqual([
      { line: 2, email: 'ann@example.org', name: 'Ann Example', role: '', hospitals: ['ZZA01', 'ZZB02'] },
    ]);
  });

  it('takes headings with a byte-order mark, capitals and spaces', () => {
    expect(read('\uFEFFEMAIL , Hospitals', 'a@example.org,').problems).toEqual([]);
  });

  it.each([
    ['no heading that is needed', ['email,name', 'a@example.org,Ann'], ['1 hospitals MISSING_COLUMN']],
    [
      'a heading that is none of ours',
      ['email,hospitals,phone', 'a@example.org,,1'],
      ['1 phone UNKNOWN_COLUMN'],
    ],
    ['a heading twice', ['email,hospitals,email', 'a@example.org,,x'], ['1 email COLUMN_TWICE']],
    ['semicolons for commas', ['email;name;hospitals', 'a@example.org;Ann;ZZA01'], ['1  NOT_COMMAS']],
    ['tabs for commas', ['email\tname\thospitals', 'a@example.org\tAnn\tZZA01'], ['1  NOT_COMMAS']],
    ['nobody', ['email,hospitals'], ['1  EMPTY_LIST']],
    ['a formula', ['email,hospitals,name', 'a@example.org,,=cmd()'], ['2 name FORMULA']],
    ['a full-width formula', ['email,hospitals,name', 'a@example.org,,＝1'], ['2 name FORMULA']],
    ['no address', ['email,hospitals', ',ZZA01'], ['2 email MISSING_VALUE']],
    ['what is no address', ['email,hospitals', 'ann at example,ZZA01'], ['2 email NOT_AN_EMAIL_ADDRESS']],
    ['a code that is none', ['email,hospitals', 'a@example.org,ZZX01'], ['2 hospitals UNKNOWN_HOSPITAL']],
    ['too few values', ['email,hospitals', 'a@example.org'], ['2  WRONG_WIDTH']],
  ])('refuses %s and names the line', (_what, lines, problems) => {
    expect(codes(...lines)).toEqual(problems);
  });

  it('goes on after a wrong line, so that one look shows all there is to mend', () => {
    const { rows, problems } = read(
      'email,hospitals',
      'a@example.org,ZZA01',
      'no,ZZA01',
      'b@example.org,ZZX01',
    );
    expect(rows.map(({ email }) => email)).toEqual(['a@example.org']);
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('proposes the code of a hospital that is written by its name, and decides nothing', () => {
    const { rows, problems } = read('email,hospitals', 'a@example.org,Unreal Infirmry');
    expect(rows).toEqual([]);
    expect(problems[0]?.mend).toBe('If you mean Unreal Infirmary, write ZZA01.');
  });
});

describe('an address on several lines', () => {
  it('is one person with the hospitals of all of them and the first name that is given', () => {
    const { rows } = read(
      'email,name,hospitals',
      'a@example.org,,ZZB02',
      'A@EXAMPLE.org,Ann,ZZA01',
      'a@example.org,Bob,',
    );
    expect(mergeByAddress(rows)).toEqual([
      { email: 'a@example.org', name: 'Ann', role: '', hospitals: ['ZZA01', 'ZZB02'] },
    ]);
  });

  it('never takes away what is known of somebody', () => {
    const known = { name: 'Ann', role: 'lead', hospitals: ['ZZA01'] };
    expect(mergeContact(known, { email: 'a@example.org', name: '', role: 'other', hospitals: [] })).toEqual({
      email: 'a@example.org',
      ...known,
    });
  });
});
