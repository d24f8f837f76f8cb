import { fitFlat, type PicturePoint, ringPath } from '@liaison-atlas/shared/kernel/flat-picture';
import type { MultiPolygon, Polygon } from 'geojson';

/** Shapes fitted into a picture, and where a place on the ground stands in it. */
export interface Outline {
  readonly paths: readonly string[];
  readonly project: (longitude: number, latitude: number) => PicturePoint;
}

/** Room for a mark on the border. */
const MARGIN = 14;

/** Fits shapes into the middle of a picture of this size; null = there is no shape. */
export function toOutline(
  shapes: readonly (Polygon | MultiPolygon)[],
  width: number,
  height: number,
): Outline | null {
  const rings = shapes.map((shape) =>
    shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat(),
  );
  const fit = fitFlat(rings.flat(2), { width: width - 2 * MARGIN, height: height - 2 * MARGIN });
  if (fit === null) return null;
  const [left, top] = [(width - fit.width) / 2, (height - fit.height) / 2];
  const project = (longitude: number, latitude: number): PicturePoint => {
    const { x, y } = fit.at(longitude, latitude);
    return { x: left + x, y: top + y };
  };
  return {
    project,
    paths: rings.map((ofShape) =>
      ofShape
        .map((ring) => ringPath(ring.map(([longitude = 0, latitude = 0]) => project(longitude, latitude))))
        .join(''),
    ),
  };
}
