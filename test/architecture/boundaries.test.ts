import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const boundaryFile = (name: string): Buffer => readFileSync(resolve(root, 'client/public/boundaries', name));
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(resolve(root, 'server/reference', name)), { columns: true });

type Ring = readonly (readonly number[])[];
interface Shape {
  readonly id: string;
  readonly name: string;
  readonly polygons: readonly (readonly Ring[])[];
}

function shapes(bytes: Buffer, object = 'areas'): Shape[] {
  const topology = JSON.parse(bytes.toString('utf8')) as Topology;
  const areas = topology.objects[object] as GeometryCollection<{ name: string }>;
  return feature(topology, areas).features.map(({ id, geometry, properties }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
      throw new Error(`${String(id)} is no area`);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { id: String(id), name: properties.name, polygons };
  });
}

/** Even-odd rule over every ring, holes included. */
function contains({ polygons }: Shape, longitude: number, latitude: number): boolean {
  let inside = false;
  for (const ring of polygons.flat())
    ring.forEach(([x1 = 0, y1 = 0], at) => {
      const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
        inside = !inside;
    });
  return inside;
}

const hospitals = table('hospitals.csv');

describe.each([
  ['regions.topo.json', 'region', 7, 'region_code'],
  ['icb-2022.topo.json', 'icb', 42, 'icb_code'],
  ['ccg-2018.topo.json', 'ccg', 195, 'ccg_code'],
])('the boundaries %s', (file, level, count, column) => {
  const bytes = boundaryFile(file);
  const drawn = shapes(bytes);

  it('stay below 70 KB gzipped', () => {
    expect(gzipSync(bytes).length).toBeLessThan(70_000);
  });

  it(`hold the ${count} areas of the tables, by code and name`, () => {
    const areas = table('areas.csv').filter((row) => row['level'] === level);
    expect(areas).toHaveLength(count);
    const byCode = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]): number =>
      String(a[0]) < String(b[0]) ? -1 : 1;
    expect(drawn.map(({ id, name }) => [id, name]).sort(byCode)).toEqual(
      areas.map(({ code, name }) => [code, name]).sort(byCode),
    );
  });

  it('lost no area to simplification: every one still has a ring with three corners', () => {
    const empty = drawn.filter(
      ({ polygons }) => !polygons.some(([outer]) => new Set(outer?.map(String)).size >= 3),
    );
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  it('put the hospitals into the areas that the tables give them', () => {
    const shapeOf = new Map(drawn.map((shape) => [shape.id, shape]));
    const strays = hospitals.filter((row) => {
      const shape = shapeOf.get(String(row[column]));
      return shape === undefined || !contains(shape, Number(row['longitude']), Number(row['latitude']));
    });
    // A hospital on the shore or at a border may lie outside a shape drawn for the screen; more than a few may not.
    expect(strays.length).toBeLessThanOrEqual(4);
  });
});

describe('the outline of England', () => {
  const [england] = shapes(boundaryFile('regions.topo.json'), 'england');

  it('holds Hull and leaves Cardiff out', () => {
    if (england === undefined) throw new Error('there is no outline');
    expect(contains(england, -0.358, 53.744)).toBe(true);
    expect(contains(england, -3.18, 51.48)).toBe(false);
  });
});

describe("the server's copies of the shapes", () => {
  it.each(['regions', 'icb-2022', 'ccg-2018'])('%s are those that the map draws', (name) => {
    const { features } = JSON.parse(
      readFileSync(resolve(root, `server/reference/${name}.geojson`), 'utf8'),
    ) as { features: { id: string; geometry: { type: string; coordinates: unknown } }[] };
    const drawn = shapes(boundaryFile(`${name}.topo.json`));
    expect(features.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    const vertices = (value: unknown): number =>
      Array.isArray(value)
        ? typeof value[0] === 'number'
          ? 1
          : value.reduce((sum: number, one) => sum + vertices(one), 0)
        : 0;
    expect(features.map(({ geometry }) => vertices(geometry.coordinates))).toEqual(
      drawn.map(({ polygons }) => vertices(polygons)),
    );
  });

  it('can draw every early implementer whose CCGs are known', () => {
    const codes = new Set(shapes(boundaryFile('ccg-2018.topo.json')).map(({ id }) => id));
    const wanted = [...table('early-implementers.csv'), ...table('pathfinders.csv')].flatMap((row) =>
      (row['ccg_codes_2018'] ?? '').split('; ').filter((code) => code !== ''),
    );
    expect(wanted.length).toBeGreaterThan(15);
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });
});
