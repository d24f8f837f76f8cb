import { describe, expect, it } from 'vitest';

import { hospitalSizes } from './hospital-sizes.js';

describe('hospitals by size', () => {
  it('are told apart by their trust, in words that say so, where the frame knows no hospital’s own', () => {
    const sizes = hospitalSizes([
      { odsCode: 'A', own: 'not_known', ofTrust: 99_999 },
      { odsCode: 'B', own: 'not_known', ofTrust: 100_000 },
      { odsCode: 'C', own: 'not_known', ofTrust: 150_000 },
      { odsCode: 'D', own: 'not_known', ofTrust: null },
    ]);
    expect([...sizes.values()].map(({ name }) => name)).toEqual([
      'trust with under 100,000 attendances a year',
      'trust with 100,000 to 149,999 attendances a year',
      'trust with 150,000 attendances a year and over',
      'size not known',
    ]);
  });

  it('are told apart by their own attendances as soon as the frame states one, and never by both', () => {
    const sizes = hospitalSizes([
      { odsCode: 'A', own: 'under_50000', ofTrust: 300_000 },
      { odsCode: 'B', own: 'not_known', ofTrust: 300_000 },
    ]);
    expect([...sizes.values()].map(({ code }) => code)).toEqual(['under_50000', 'not_known']);
  });
});
