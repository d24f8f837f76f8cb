import { describe, expect, it } from 'vitest';

import { monthsBefore } from './months-before.js';

describe('monthsBefore', () => {
  it.each([
    ['2026-05-15T08:30:00.000Z', 3, '2026-02-15T08:30:00.000Z'],
    ['2026-05-31T08:30:00.000Z', 3, '2026-02-28T08:30:00.000Z'],
    ['2028-05-31T08:30:00.000Z', 3, '2028-02-29T08:30:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 1, '2025-12-01T00:00:00.000Z'],
    ['2026-03-31T23:59:59.999Z', 12, '2025-03-31T23:59:59.999Z'],
    ['2026-03-31T23:59:59.999Z', 0, '2026-03-31T23:59:59.999Z'],
  ])('%s, %i months', (moment, months, before) => {
    expect(monthsBefore(moment, months)).toBe(before);
  });
});
