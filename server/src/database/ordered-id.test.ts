import { describe, expect, it } from 'vitest';

import { newOrderedId } from './ordered-id.js';

describe('newOrderedId', () => {
  it('is a UUID of version 7', () => {
    expect(newOrderedId('2026-01-05T09:00:00.000Z')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it.each([
    ['2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.001Z'],
    ['1999-12-31T23:59:59.999Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:00.000Z', '2099-12-31T23:59:59.999Z'],
  ])('of %s sorts before one of %s', (earlier, later) => {
    expect(newOrderedId(earlier) < newOrderedId(later)).toBe(true);
  });

  it('never repeats itself within a millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => newOrderedId('2026-01-05T09:00:00.000Z'));
    expect(new Set(ids).size).toBe(1000);
  });
});
