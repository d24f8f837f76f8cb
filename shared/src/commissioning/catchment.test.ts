import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CatchmentHospital, catchmentCover, isWithin, nearestKm } from './catchment.js';
import { packSmallAreas, type SmallArea, unpackSmallAreas } from './small-area.js';

const root = resolve(import.meta.dirname, '../../..');
const england = unpackSmallAreas(readFileSync(resolve(root, 'client/public/reference/small-areas.bin')));

/** Positions of the 175 hospitals of the frame; no name or town of this table holds a comma within quotes before them. */
const hospitals = readFileSync(resolve(root, 'server/reference/hospitals.csv'), 'utf8')
  .split('\n')
  .filter((line) => /,(general_ed|general_ed_part_time),/.test(line))
  .map((line) => {
    const [, latitude = '', longitude = ''] =
      /,(\d\d\.\d+),(-?\d+\.\d+),general_ed(?:_part_time)?,/.exec(line) ?? [];
    return { latitude: Number(latitude), longitude: Number(longitude) };
  });

const place = fc.record({
  latitude: fc.double({ min: 50, max: 55.8, noNaN: true }),
  longitude: fc.double({ min: -6, max: 1.7, noNaN: true }),
});

describe('the table of small areas', () => {
  it('holds all of England and its adults', () => {
    expect(england.areas).toHaveLength(32_844);
    expect(england.icbCodes).toHaveLength(42);
    expect(england.areas.reduce((sum, { adults }) => sum + adults, 0)).toBe(44_263_393);
  });

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

describe('straight-line catchments of the 175 hospitals', () => {
  const all = (position: CatchmentHospital['position']) => hospitals.map((one) => ({ ...one, position }));

  it('lie a median 5.0 km from the adults of England', () => {
    expect(hospitals).toHaveLength(175);
    const distances = england.areas
      .map((area) => ({ km: nearestKm(area, hospitals), adults: area.adults }))
      .sort((a, b) => a.km - b.km);
    let passed = 0;
    const median = distances.find(({ adults }) => (passed += adults) >= 44_263_393 / 2);
    expect(median?.km).toBeCloseTo(5, 1);
  });

  it.each([
    [5, 0.504],
    [10, 0.749],
    [20, 0.943],
    [30, 0.991],
  ])('reach within %i km a share of %f of them', (km, share) => {
    const { adults, surely, outside } = catchmentCover(england.areas, all('yes'), km);
    expect(surely / adults).toBeCloseTo(share, 3);
    expect(surely + outside).toBe(adults);
  });

  it('are a lower and an upper bound: what is not known may be a yes and is never a no', () => {
    const twenty = catchmentCover(england.areas, all('yes'), 20).surely;
    for (const position of ['unknown', 'no_reply', 'not_published'] as const)
      expect(catchmentCover(england.areas, all(position), 20)).toMatchObject({ surely: 0, maybe: twenty });
    expect(catchmentCover(england.areas, all('no'), 20)).toMatchObject({
      surely: 0,
      maybe: 0,
      surelyNot: twenty,
    });
    expect(catchmentCover(england.areas, [], 20).outside).toBe(44_263_393);
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
