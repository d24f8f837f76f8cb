import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import {
  type CatchmentHospital,
  catchmentCover,
  nearestKm,
} from '@liaison-atlas/shared/commissioning/catchment';
import { unpackSmallAreas } from '@liaison-atlas/shared/commissioning/small-area';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
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

describe('the table of small areas', () => {
  it('holds all of England and its adults', () => {
    expect(england.areas).toHaveLength(32_844);
    expect(england.icbCodes).toHaveLength(42);
    expect(england.areas.reduce((sum, { adults }) => sum + adults, 0)).toBe(44_263_393);
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
