import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type MapPoint, toClusters } from './to-clusters.js';

const hospital = (id: string, longitude: number, latitude: number, noInReachReported = false): MapPoint => ({
  id,
  longitude,
  latitude,
  code: noInReachReported ? 'G1' : 'NR',
  accessibleName: `Hospital ${id}`,
  noInReachReported,
});

const manchester = [
  hospital('A', -2.24, 53.46, true),
  hospital('B', -2.29, 53.39),
  hospital('C', -2.12, 53.55, true),
];

describe('toClusters', () => {
  it('says how many hospitals a group holds and for how many no in-reach is reported', () => {
    const [group] = toClusters(manchester, 6);
    expect(group?.accessibleName).toBe('3 hospitals, 2 where no in-reach is reported');
    expect(group?.members).toEqual(['A', 'B', 'C']);
  });

  it('never groups a mark that stands alone, and moves the group off it', () => {
    const [first, ...rest] = manchester;
    const clusters = toClusters([{ ...hospital('S', -2.24, 53.47), standsAlone: true }, ...manchester], 6);
    expect(clusters.map(({ members }) => members)).toEqual([['S'], ['A', 'B', 'C']]);
    expect(clusters[0]).toMatchObject({ longitude: -2.24, latitude: 53.47 });
    const plain = toClusters(
      [first, ...rest].filter((point) => point !== undefined),
      6,
    )[0];
    const pixelsApart = (of: { longitude: number; latitude: number } | undefined) =>
      Math.hypot(
        (of?.longitude ?? 0) + 2.24,
        ((of?.latitude ?? 0) - 53.47) / Math.cos((53.47 * Math.PI) / 180),
      ) *
      ((256 * 2 ** 6) / 360);
    expect(pixelsApart(plain)).toBeLessThan(24);
    expect(pixelsApart(clusters[1])).toBeGreaterThan(32);
  });

  it('lets a group fall apart at the zoom level it names', () => {
    const [group] = toClusters(manchester, 6);
    expect(toClusters(manchester, group?.expansionZoom ?? 0).length).toBeGreaterThan(1);
  });

  it('shows every hospital alone, by its own name, when the map is close', () => {
    expect(toClusters(manchester, 12).map(({ accessibleName }) => accessibleName)).toEqual([
      'Hospital A',
      'Hospital B',
      'Hospital C',
    ]);
  });

  it('puts every hospital into exactly one mark, in list order, at every zoom level', () => {
    const place = fc.tuple(
      fc.double({ min: -6, max: 2, noNaN: true }),
      fc.double({ min: 50, max: 55.8, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), fc.integer({ min: 5, max: 12 }), (places, zoom) => {
        const points = places.map(([longitude, latitude], at) => hospital(String(at), longitude, latitude));
        const clusters = toClusters(points, zoom);
        const all = clusters.flatMap(({ members }) => members);
        expect([...all].sort()).toEqual(points.map(({ id }) => id).sort());
        const firsts = clusters.map(({ members }) => Number(members[0]));
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });
});
