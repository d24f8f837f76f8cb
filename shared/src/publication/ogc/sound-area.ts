import type { GeoArea } from '../geo-json.js';

type Ring = readonly (readonly number[])[];

/**
 * An area as RFC 7946 wants it: outlines against the clock, holes with it. Rings without any surface, which are what
 * simplification leaves of specks, are left out; null where nothing remains.
 */
export function soundArea(area: GeoArea): GeoArea | null {
  const polygons = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).flatMap((polygon) => {
    const [outline, ...holes] = polygon;
    if (outline === undefined || surface(outline) === 0) return [];
    const sound = holes.filter((hole) => surface(hole) !== 0).map((hole) => turned(hole, -1));
    return [[turned(outline, 1), ...sound]];
  });
  const [only] = polygons;
  if (only === undefined) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

const turned = (ring: Ring, sign: 1 | -1): Ring => (surface(ring) * sign > 0 ? ring : ring.toReversed());

/** Twice the signed surface in square degrees; above 0 = against the clock. */
function surface(ring: Ring): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    const [x2 = 0, y2 = 0] = ring[at + 1] ?? [];
    sum += x1 * y2 - x2 * y1;
  }
  // Rounding leaves dust where a ring goes back on its own way.
  return Math.abs(sum) < 1e-9 ? 0 : sum;
}
