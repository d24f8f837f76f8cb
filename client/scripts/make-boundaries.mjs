/**
 * Makes the bundled boundaries in `client/public/boundaries` from the GeoJSON that `docs/reference-data.md` names.
 *
 *   node client/scripts/make-boundaries.mjs FOLDER
 *
 * FOLDER holds england-regions.geojson, england-icb-2022.geojson and england-ccg-2018.geojson. The output depends on
 * those files alone: the same input gives the same bytes. Where an area would vanish or a file would be too large,
 * the run stops.
 *
 * Each is also written as GeoJSON, in the same simplified shapes, for the server's open data
 * (`server/reference/regions.geojson`, `icb-2022.geojson`, `ccg-2018.geojson`).
 *
 * Every file holds one object `areas` (a feature's `id` is its ODS code, its properties are `name` and
 * `regionCode`); regions.topo.json also holds `england`, the outline, made of the same arcs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { feature as toGeoJson, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify';

/** Gzipped bytes that a file may have. */
const BUDGET = 70_000;
/** A vertex goes when the triangle it spans is smaller than this, in square degrees (about 0.02 km²). */
const SMALLEST_DETAIL = 3e-6;
/** Detached islands below this many square degrees (about 0.4 km²) are specks on any map of this product. */
const SMALLEST_ISLAND = 5e-5;
/** Steps of the grid that coordinates are rounded to over the extent of England: about 35 m. */
const GRID = 2e4;

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '..', 'public', 'boundaries');
const serverCopies = join(here, '..', '..', 'server', 'reference');

const FILES = [
  {
    source: 'england-regions.geojson',
    target: 'regions.topo.json',
    objects: {
      areas: (feature) => feature.properties.level === 'nhs_region',
      england: (feature) => feature.properties.level === 'country',
    },
    count: 7,
  },
  {
    source: 'england-icb-2022.geojson',
    target: 'icb-2022.topo.json',
    objects: { areas: () => true },
    count: 42,
  },
  {
    source: 'england-ccg-2018.geojson',
    target: 'ccg-2018.topo.json',
    objects: { areas: () => true },
    count: 195,
  },
];

const folder = process.argv[2];
if (!folder) {
  console.error('Say where the GeoJSON files are: node client/scripts/make-boundaries.mjs FOLDER');
  process.exit(2);
}
for (const file of FILES) make(file);

function make({ source, target, objects, count }) {
  const { features } = JSON.parse(readFileSync(join(folder, source), 'utf8'));
  const collections = Object.fromEntries(
    Object.entries(objects).map(([name, belongs]) => [
      name,
      { type: 'FeatureCollection', features: features.filter(belongs).map(toFeature).sort(byId) },
    ]),
  );
  const detailed = presimplify(topology(collections));
  const coarse = simplify(detailed, SMALLEST_DETAIL);
  const made = quantize(filter(coarse, filterAttachedWeight(coarse, SMALLEST_ISLAND)), GRID);

  const areas = made.objects.areas.geometries;
  const lost = areas.filter((area) => !area.type || area.arcs.length === 0);
  if (areas.length !== count || lost.length > 0) {
    throw new Error(`${target}: ${areas.length} areas, lost: ${lost.map((area) => area.id).join(' ')}`);
  }
  const text = `${JSON.stringify(made)}\n`;
  const bytes = gzipSync(text, { level: 9 }).length;
  if (bytes >= BUDGET) throw new Error(`${target}: ${bytes} bytes gzipped, more than the ${BUDGET} allowed`);
  writeFileSync(join(output, target), text);
  const copy = join(serverCopies, target.replace('.topo.json', '.geojson'));
  writeFileSync(copy, `${JSON.stringify(toShapes(made))}\n`);
  console.log(`${target}: ${count} areas, ${vertices(made)} vertices, ${bytes} bytes gzipped`);
}

/** The areas without properties, coordinates to 4 decimals (about 10 m, finer than the grid). */
function toShapes(made) {
  const { features } = toGeoJson(made, made.objects.areas);
  const rounded = (value) => (Array.isArray(value) ? value.map(rounded) : Math.round(value * 1e4) / 1e4);
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, geometry: { type, coordinates } }) => ({
      type: 'Feature',
      id,
      geometry: { type, coordinates: rounded(coordinates) },
      properties: {},
    })),
  };
}

function vertices({ arcs }) {
  return arcs.reduce((sum, arc) => sum + arc.length, 0);
}

function toFeature({ geometry, properties }) {
  const { code, name, region_code: regionCode = code } = properties;
  return { type: 'Feature', id: code, geometry, properties: { name, regionCode } };
}

function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
