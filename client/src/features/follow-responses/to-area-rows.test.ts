import { describe, expect, it } from 'vitest';

import { toAreaRows } from './to-area-rows.js';

const area = (name: string, frame: number, submitted: number, partial: number | null = 0) => ({
  code: name.toLowerCase(),
  name,
  frame,
  invited: 0,
  opened: 0,
  bounced: 0,
  started: submitted,
  submitted,
  silent: frame - submitted,
  dispositions: { partial },
});
const areas = [area('North', 9, 3, 2), area('London', 5, 3, null), area('South', 7, 0)];
const england = area('England', 21, 6, 2);
const order = (sort: 'name' | 'frame' | 'submitted' | 'silent' | 'begun', descending = false) =>
  toAreaRows(areas, england, { sort, descending }).map(({ name }) => name);

describe('areas of the tracker', () => {
  it.each([
    ['name', false, ['London', 'North', 'South']],
    ['name', true, ['South', 'North', 'London']],
    ['frame', true, ['North', 'South', 'London']],
    ['silent', true, ['South', 'North', 'London']],
    ['submitted', true, ['London', 'North', 'South']],
    ['begun', false, ['London', 'South', 'North']],
  ] as const)('by %s (descending: %s), equals by name, England last', (sort, descending, names) => {
    expect(order(sort, descending)).toEqual([...names, 'England']);
  });

  it('show England once where there is nothing else', () => {
    expect(toAreaRows([england], england, { sort: 'name', descending: false })).toEqual([england]);
  });
});
