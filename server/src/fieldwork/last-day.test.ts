import { expect, it } from 'vitest';

import { lastDayOf } from './last-day.js';

const NOW = '2026-11-22T10:00:00.000Z';

it.each([
  [
    'a year after the last day for corrections',
    '2026-12-31T00:00:00.000Z',
    '2027-01-31T00:00:00.000Z',
    '2028-02-01',
  ],
  ['a year after the round closes', '2026-12-31T00:00:00.000Z', null, '2028-01-01'],
  ['a year from now without dates', null, null, '2027-11-23'],
  ['before the year 10000, so that days sort as text', '9999-06-01T00:00:00.000Z', null, '9999-12-31'],
])('is %s', (_what, closesAt, correctionsUntil, day) =>
  expect(lastDayOf({ closesAt, correctionsUntil }, NOW).slice(0, 10)).toBe(day),
);
