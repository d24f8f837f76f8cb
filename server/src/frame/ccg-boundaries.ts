import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A polygon, or several, as GeoJSON has them: longitude before latitude. */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

const FILE = resolve(import.meta.dirname, '../../reference/ccg-2018.geojson');

let boundaries: ReadonlyMap<string, Boundary> | undefined;

/** The CCGs of April 2018 by code, from the same simplified shapes that the map draws. Read once, when first asked. */
export function ccgBoundaries(): ReadonlyMap<string, Boundary> {
  boundaries ??= new Map(
    (
      JSON.parse(readFileSync(FILE, 'utf8')) as { features: { id: string; geometry: Boundary }[] }
    ).features.map(({ id, geometry }) => [id, geometry]),
  );
  return boundaries;
}
