import type { MultiPolygon, Polygon } from 'geojson';

/** A point of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Shapes fitted into a picture, and where a place on the ground stands in it. */
export interface Outline {
  readonly paths: readonly string[];
  readonly project: (longitude: number, latitude: number) => Point;
}

/** Room for a mark on the border. */
const MARGIN = 14;
const RADIANS = Math.PI / 180;

/**
 * Fits shapes into a picture of this size. Degrees of longitude are narrowed by the latitude of the middle, which is
 * true enough for a small picture of one area; nothing is measured in it.
 */
export function toOutline(
  shapes: readonly (Polygon | MultiPolygon)[],
  width: number,
  height: number,
): Outline | null {
  const rings = shapes.map((shape) =>
    shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat(),
  );
  const points = rings.flat(2);
  if (points.length === 0) return null;
  const range = (at: 0 | 1): [number, number] =>
    points.reduce<[number, number]>(
      ([low, high], point) => [Math.min(low, point[at] ?? 0), Math.max(high, point[at] ?? 0)],
      [Infinity, -Infinity],
    );
  const [[west, east], [south, north]] = [range(0), range(1)];
  const narrow = Math.cos(((south + north) / 2) * RADIANS);
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max((east - west) * narrow, 1e-6),
    (height - 2 * MARGIN) / Math.max(north - south, 1e-6),
  );
  const left = (width - (east - west) * narrow * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  const project = (longitude: number, latitude: number): Point => ({
    x: left + (longitude - west) * narrow * scale,
    y: top + (north - latitude) * scale,
  });
  return {
    project,
    paths: rings.map((ofShape) =>
      ofShape
        .map(
          (ring) =>
            `M${ring
              .map(([longitude = 0, latitude = 0]) => {
                const { x, y } = project(longitude, latitude);
                return `${x.toFixed(1)} ${y.toFixed(1)}`;
              })
              .join('L')}Z`,
        )
        .join(''),
    ),
  };
}
