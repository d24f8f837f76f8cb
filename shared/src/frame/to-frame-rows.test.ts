import { describe, expect, it } from 'vitest';

import { UNKNOWN_FACTS } from './frame-facts.js';
import { readFrameRows } from './read-frame-rows.js';
import { toFrameRows } from './to-frame-rows.js';

const AREAS = { regions: new Set(['Y63']), icbs: new Set(['QHM']), ccgs: new Set<string>() };
const facts = {
  ...UNKNOWN_FACTS,
  ods_code: 'ZZA02',
  name: 'Unreal Infirmary',
  trust_code: 'ZZX',
  latitude: '54',
  longitude: '-1.5',
  region_code: 'Y63',
  list_status: 'listed',
};

describe('a frame as a list', () => {
  const table = toFrameRows([
    { facts, eligibility: 'eligible', why: 'Open, with a type 1 department.' },
    { facts: { ...facts, ods_code: 'ZZA01', longitude: '' }, eligibility: 'unknown', why: '' },
  ]);
  const records = [table.columns, ...table.rows].map((cells, at) => ({
    line: at + 1,
    cells: cells.map(String),
  }));

  it('stands in the order of the codes, with what is not known left empty', () => {
    const longitude = table.columns.indexOf('longitude');
    expect(table.rows.map((row) => [row[0], row[longitude]])).toEqual([
      ['ZZA01', ''],
      ['ZZA02', -1.5],
    ]);
  });

  it('can be read as a list again, and says the same of each hospital', () => {
    const { rows, problems } = readFrameRows(records, AREAS);
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, field: 'longitude', code: 'HALF_A_POSITION' }),
    ]);
    const { list_status: _status, ...listed } = facts;
    expect(rows.map(({ values }) => values)).toEqual([listed]);
  });

  it('says whether a hospital belongs, which no list decides', () => {
    expect(table.rows.map((row) => row.slice(-2))).toEqual([
      ['unknown', ''],
      ['eligible', 'Open, with a type 1 department.'],
    ]);
  });
});
