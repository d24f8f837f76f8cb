import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type Boundary, ccgBoundaries } from './ccg-boundaries.js';

const FOLDER = resolve(import.meta.dirname, '../../reference');

let boundaries: ReadonlyMap<string, Boundary> | undefined;

/** Regions, ICBs and CCGs by code, in the simplified shapes that the map draws. Read once, when first asked. */
export function areaBoundaries(): ReadonlyMap<string, Boundary> {
  boundaries ??= new Map([...read('regions'), ...read('icb-2022'), ...ccgBoundaries()]);
  return boundaries;
}

const read = (name: string): readonly (readonly [string, Boundary])[] =>
  (
    JSON.parse(readFileSync(resolve(FOLDER, `${name}.geojson`), 'utf8')) as {
      features: { id: string; geometry: Boundary }[];
    }
  ).features.map(({ id, geometry }) => [id, geometry] as const);
