import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CatchmentHospital, catchmentCover, isWithin } from './catchment.js';
import { packSmallAreas, type SmallArea, unpackSmallAreas } from './small-area.js';

const place = fc.record({
  latitude: fc.double({ min: 50, max: 55.8, noNaN: true }),
  longitude: fc.double({ min: -6, max: 1.7, noNaN: true }),
});

describe('the table of small areas', () => {
  it('is read back as it was packed, to the step of its grid', () => {
    const area = fc.record({
      latitude: fc.integer({ min: 498_000, max: 560_000 }).map((steps) => steps / 10_000),
      longitude: fc.integer({ min: -69_000, max: 18_000 }).map((steps) => steps / 10_000),
      adults: fc.integer({ min: 0, max: 20_000 }),
      icb: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(area, { maxLength: 20 }), (areas) => {
        const again = unpackSmallAreas(packSmallAreas({ icbCodes: ['QAA', 'QBB'], areas }));
        expect(again.icbCodes).toEqual(['QAA', 'QBB']);
        again.areas.forEach((one, at) => {
          expect(one).toMatchObject({ adults: areas[at]?.adults, icb: areas[at]?.icb });
          expect(one.latitude).toBeCloseTo(areas[at]?.latitude ?? 0, 6);
          expect(one.longitude).toBeCloseTo(areas[at]?.longitude ?? 0, 6);
        });
      }),
    );
  });

  it('refuses what is no such table, or was cut off', () => {
    expect(() => unpackSmallAreas(new Uint8Array([1, 2, 3]))).toThrow(RangeError);
    const whole = packSmallAreas({
      icbCodes: ['QAA'],
      areas: [{ latitude: 51, longitude: 0, adults: 9, icb: 0 }],
    });
    expect(() => unpackSmallAreas(whole.slice(0, -1))).toThrow('too early');
  });
});

describe('a catchment', () => {
  const hospital = fc.record({
    at: place,
    position: fc.constantFrom<CatchmentHospital['position']>(
      'yes',
      'no',
      'unknown',
      'no_reply',
      'not_published',
    ),
  });
  const area: fc.Arbitrary<SmallArea> = fc
    .record({ at: place, adults: fc.integer({ min: 0, max: 3000 }) })
    .map(({ at, adults }) => ({ ...at, adults, icb: 0 }));

  it('counts every adult once, and finds whom a plain search finds', () => {
    fc.assert(
      fc.property(
        fc.array(area, { maxLength: 30 }),
        fc.array(
          hospital.map(({ at, position }) => ({ ...at, position })),
          { maxLength: 30 },
        ),
        fc.constantFrom(0, 2, 20, 40),
        (areas, given, km) => {
          const cover = catchmentCover(areas, given, km);
          const { adults, surely, maybe, surelyNot, outside } = cover;
          expect(surely + maybe + surelyNot + outside).toBe(adults);
          const plain = (wanted: (one: CatchmentHospital) => boolean) =>
            areas
              .filter((one) => given.some((each) => wanted(each) && isWithin(one, each, km)))
              .reduce((sum, one) => sum + one.adults, 0);
          expect(surely).toBe(plain(({ position }) => position === 'yes'));
          expect(surely + maybe).toBe(plain(({ position }) => position !== 'no'));
          expect(surely + maybe + surelyNot).toBe(plain(() => true));
        },
      ),
    );
  });
});
