import { describe, expect, it } from 'vitest';

import { toOutline } from './to-outline.js';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [-2, 52],
      [0, 52],
      [0, 54],
      [-2, 54],
      [-2, 52],
    ],
  ],
};

describe('outline of an area', () => {
  it('fits into its picture with room for marks, north at the top', () => {
    const outline = toOutline([square], 200, 200)!;
    const [southWest, northEast] = [outline.project(-2, 52), outline.project(0, 54)];
    for (const { x, y } of [southWest, northEast])
      for (const value of [x, y]) {
        expect(value).toBeGreaterThanOrEqual(13.9);
        expect(value).toBeLessThanOrEqual(186.1);
      }
    expect(northEast.y).toBeLessThan(southWest.y);
    expect(northEast.x).toBeGreaterThan(southWest.x);
    expect(outline.paths).toHaveLength(1);
    expect(outline.paths[0]).toMatch(/^M.*Z$/);
  });

  it('is nothing without a shape', () => {
    expect(toOutline([], 200, 200)).toBeNull();
  });
});
