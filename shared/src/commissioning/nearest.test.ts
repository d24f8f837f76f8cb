import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { distanceKm } from '../frame/distance-km.js';
import { nearestTo } from './nearest.js';

const position = fc.record({
  latitude: fc.integer({ min: 50, max: 55 }),
  longitude: fc.integer({ min: -5, max: 1 }),
});

describe('the nearest places', () => {
  it('are the first of all places in order of distance, of equally near ones the earlier', () => {
    fc.assert(
      fc.property(
        position,
        fc.array(position, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (from, places, take) => {
          const all = places.map((place) => ({ place, km: distanceKm(from, place) }));
          const near = nearestTo(from, places, take);
          expect(near).toEqual(all.toSorted((a, b) => a.km - b.km).slice(0, take));
          near.forEach(({ place, km }, at) => {
            const earlier = all.findIndex(
              (one) => one.km === km && !near.slice(0, at).some((each) => each.place === one.place),
            );
            expect(all[earlier]?.place).toBe(place);
          });
        },
      ),
    );
  });
});
