import { describe, expect, it } from 'vitest';

import { exampleFrame } from './example-frame.js';
import { liveFileName } from './file-name.js';
import { CHASE_LIST_COLUMNS, toChaseList } from './to-chase-list.js';

const toRing = exampleFrame(2).map((hospital, at) => ({
  rank: at + 1,
  hospital,
  invited: at === 0,
  areaCode: hospital.icbCode,
  areaName: hospital.icb,
  areaFrame: 3,
  areaSubmitted: 1,
  reason: 'Because.',
}));
const cells = (kind: 'live' | 'synthetic', at: number) => {
  const { columns, rows } = toChaseList({ round: { kind }, asAt: '2026-03-01T00:00:00Z', toRing });
  return Object.fromEntries(columns.map((column, index) => [column, rows[at]?.[index]]));
};

describe('the chase list', () => {
  it('has a cell for every column, in the order of the list', () => {
    const { rows } = toChaseList({ round: { kind: 'live' }, asAt: '', toRing });
    expect(rows.map((row) => row.length)).toEqual([CHASE_LIST_COLUMNS.length, CHASE_LIST_COLUMNS.length]);
    expect(cells('live', 0)).toMatchObject({
      rank: 1,
      odsCode: 'RW603',
      name: 'Royal Oldham Hospital',
      invited: 'yes',
      areaHospitals: 3,
      areaReplies: 1,
      reason: 'Because.',
      kind: 'live',
    });
    expect(cells('live', 1)).toMatchObject({ rank: 2, invited: 'no' });
  });

  it('of a synthetic round says so in every row and in its name', () => {
    expect(cells('synthetic', 1)).toMatchObject({ kind: 'synthetic', name: expect.stringMatching(/^DEMO /) });
    expect(liveFileName({ id: 'demo-2026', kind: 'synthetic' }, 'chase-list', 'csv')).toBe(
      'SYNTHETIC_liaison-atlas_demo-2026_chase-list.csv',
    );
    expect(liveFileName({ id: '../x', kind: 'live' }, 'chase-list', 'csv')).toBe(
      'liaison-atlas_x_chase-list.csv',
    );
  });
});
