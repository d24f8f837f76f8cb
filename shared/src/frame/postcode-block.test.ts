import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findInBlock, inwardNumber, POSTCODE_BYTES, writePostcode } from './postcode-block.js';

const inward = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
  .map(([digit, a, b]) => `${digit}${String.fromCharCode(65 + a, 65 + b)}`);
const postcode = fc.record({
  inward,
  latitude: fc.double({ min: 49.8, max: 60.9, noNaN: true }),
  longitude: fc.double({ min: -8.2, max: 1.8, noNaN: true }),
});

describe('a block of postcodes', () => {
  it('gives back every postcode to within a metre, and nothing for one that it does not hold', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(postcode, { selector: (one) => one.inward, minLength: 1, maxLength: 40 }),
        inward,
        (rows, other) => {
          const bytes = new Uint8Array(rows.length * POSTCODE_BYTES);
          rows.forEach((row, at) => writePostcode(bytes, at * POSTCODE_BYTES, row, 1 + (at % 3), at % 2));
          rows.forEach((row, at) => {
            const found = findInBlock(bytes, row.inward, ['QA', 'QB', 'QC'], ['01A']);
            expect(found?.latitude).toBeCloseTo(row.latitude, 4);
            expect(found?.longitude).toBeCloseTo(row.longitude, 4);
            expect(found?.icbCode).toBe(['QA', 'QB', 'QC'][at % 3]);
            expect(found?.ccgCode).toBe(at % 2 === 1 ? '01A' : '');
          });
          if (!rows.some((row) => row.inward === other))
            expect(findInBlock(bytes, other, ['QA'], ['01A'])).toBeUndefined();
        },
      ),
    );
  });

  it('takes no other shape and no point far away', () => {
    expect([inwardNumber('2JH'), inwardNumber('JH2'), inwardNumber('')]).toEqual([
      2 * 676 + 9 * 26 + 7,
      undefined,
      undefined,
    ]);
    const bytes = new Uint8Array(POSTCODE_BYTES);
    for (const [latitude, longitude] of [
      [99.999999, 0],
      [52, -60],
      [Number.NaN, 0],
    ] as const)
      expect(() => writePostcode(bytes, 0, { inward: '1AA', latitude, longitude }, 1, 1)).toThrow(RangeError);
  });
});
