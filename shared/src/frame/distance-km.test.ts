import { describe, expect, it } from 'vitest';

import { distanceKm } from './distance-km.js';

const hull = { latitude: 53.744, longitude: -0.358 };
const oldham = { latitude: 53.553, longitude: -2.121 };

describe('distanceKm', () => {
  it('puts Hull about 118 km from Oldham, both ways', () => {
    expect(distanceKm(hull, oldham)).toBeCloseTo(118, 0);
    expect(distanceKm(oldham, hull)).toBe(distanceKm(hull, oldham));
  });

  it('is nothing between a place and itself, and a degree of latitude is 111.2 km', () => {
    expect(distanceKm(hull, hull)).toBe(0);
    expect(distanceKm({ latitude: 51, longitude: 0 }, { latitude: 52, longitude: 0 })).toBeCloseTo(111.19, 1);
  });
});
