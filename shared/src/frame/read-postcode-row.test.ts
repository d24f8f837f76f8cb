import { describe, expect, it } from 'vitest';

import { findPostcodeColumns, isPostcodeHeader, readPostcodeRow } from './read-postcode-row.js';

const nspl = ['pcd', 'pcd2', 'pcds', 'doterm', 'ctry', 'lat', 'long', 'icb', 'sicbl'];
const columnsOf = (header: readonly string[]) => {
  const found = findPostcodeColumns(header);
  if (!found.ok) throw new Error(found.problems[0]?.code);
  return found.value;
};
const row = (told: Readonly<Record<string, string>> = {}) => ({
  pcds: 'ZZ1 1AA',
  doterm: '',
  ctry: 'E92000001',
  lat: '53.5',
  long: '-2.1',
  icb: 'E54000057',
  sicbl: 'E38000135',
  ...told,
});
const read = (told?: Readonly<Record<string, string>>) => readPostcodeRow(row(told), columnsOf(nspl), 2);

describe('an official postcode file', () => {
  it('is known by its columns, in any edition, and prefers the postcode with its space', () => {
    expect(isPostcodeHeader(nspl)).toBe(true);
    expect(isPostcodeHeader(['programme', 'wave', 'name'])).toBe(false);
    expect(columnsOf(nspl)).toMatchObject({ postcode: 'pcds', icb: 'icb', ccg: 'sicbl', country: 'ctry' });
    expect(columnsOf(['\uFEFFpcd7', 'pcds', 'doterm', 'ctry25cd', 'lat', 'long', 'icb24cd'])).toMatchObject({
      postcode: 'pcds',
      icb: 'icb24cd',
      country: 'ctry25cd',
      ccg: '',
    });
    expect(columnsOf(['pcd', 'doterm', 'ccg', 'lat', 'long'])).toMatchObject({ icb: '', ccg: 'ccg' });
  });

  it.each([
    ['ended', ['pcds', 'lat', 'long', 'icb']],
    ['area', ['pcds', 'lat', 'long', 'doterm']],
  ])('is refused without the column of the %s', (_what, header) => {
    const found = findPostcodeColumns(header);
    expect(found.ok ? '' : found.problems[0]?.code).toBe('MISSING_COLUMN');
  });

  it('gives a postcode in its halves, with its point and its areas', () => {
    expect(read()).toMatchObject({
      ok: true,
      value: { outcode: 'ZZ1', inward: '1AA', latitude: 53.5, longitude: -2.1, icb: 'E54000057' },
    });
    expect(read({ pcds: 'ZZ11AA' })).toMatchObject({ value: { outcode: 'ZZ1', inward: '1AA' } });
  });

  it.each([
    [{ doterm: '201905' }, 'ended'],
    [{ ctry: 'W92000004' }, 'outside_england'],
    [{ lat: '99.999999', long: '0.000000' }, 'without_point'],
    [{ ctry: '', icb: 'W11000023', sicbl: '' }, 'outside_england'],
  ])('leaves out %j: %s', (told, why) => {
    expect(read(told)).toMatchObject({ ok: true, value: why });
  });

  it.each([
    [{ pcds: 'ZZ1' }, 'BAD_POSTCODE'],
    [{ pcds: '1AA ZZ1' }, 'BAD_POSTCODE'],
    [{ lat: '' }, 'BAD_POINT'],
    [{ lat: '-2.1', long: '53.5' }, 'BAD_POINT'],
  ])('refuses %j: %s, with its line', (told, code) => {
    const result = read(told);
    expect(result.ok ? [] : result.problems.map((one) => [one.code, one.field])).toEqual([[code, 'line 2']]);
  });
});
