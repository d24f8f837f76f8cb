import { describe, expect, it } from 'vitest';

import { toLiveRows } from './to-live-rows.js';

const rows = [
  { name: 'DEMO B', label: 'x', forms: 1, lastSubmittedAt: '2026-03-01T00:00:00Z', region: 'South' },
  { name: 'DEMO A', label: 'y', forms: 0, lastSubmittedAt: '', region: 'North' },
  { name: 'DEMO C', label: 'x', forms: 2, lastSubmittedAt: '2026-04-01T00:00:00Z', region: 'North' },
];
const names = (column: string, direction: 'ascending' | 'descending') =>
  toLiveRows(rows, { column, direction })
    .map(({ name }) => name.slice(-1))
    .join('');

describe('hospitals of the live round', () => {
  it.each([
    ['last', 'descending', 'CBA'],
    ['last', 'ascending', 'ABC'],
    ['forms', 'descending', 'CBA'],
    ['name', 'ascending', 'ABC'],
    ['label', 'ascending', 'BCA'],
    ['region', 'descending', 'BAC'],
  ] as const)('sorted by %s, %s: %s', (column, direction, order) => {
    expect(names(column, direction)).toBe(order);
  });
});
