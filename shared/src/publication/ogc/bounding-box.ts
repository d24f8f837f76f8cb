import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';

/** West, south, east, north in degrees; west is never east of east. */
export type Box = readonly [number, number, number, number];

/** Shapes that a collection may hold; null = where the thing lies is not known. */
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly (readonly number[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
  | null;

type Position = readonly number[];
type Polygon = readonly (readonly Position[])[];

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

const wrong = (message: string): { readonly ok: false; readonly problems: readonly Problem[] } =>
  refuse({
    code: 'BAD_INPUT',
    field: 'bbox',
    message,
    mend: 'Give west,south,east,north in degrees of WGS 84, for example bbox=-3,53,-1,55.',
  });

/**
 * Reads `bbox` of OGC API Features: four numbers, or six whose heights (third and sixth) are checked and then not
 * used, since nothing here has a height. A west that lies east of the east means a box over the antimeridian, which
 * becomes two.
 */
export function parseBoundingBox(text: string): Result<readonly Box[], Problem> {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 && parts.length !== 6) return wrong('A bounding box has 4 or 6 numbers.');
  if (!parts.every((part) => NUMBER.test(part))) return wrong('A bounding box is made of numbers.');
  const numbers = parts.map(Number);
  const [west = 0, south = 0] = numbers;
  const [east = 0, north = 0] = numbers.length === 4 ? numbers.slice(2) : numbers.slice(3);
  if (numbers.length === 6 && Number(numbers[2]) > Number(numbers[5]))
    return wrong('The lower height of the bounding box is above the upper one.');
  if ([west, east].some((longitude) => Math.abs(longitude) > 180))
    return wrong('A longitude of the bounding box is outside -180 to 180.');
  if ([south, north].some((latitude) => Math.abs(latitude) > 90))
    return wrong('A latitude of the bounding box is outside -90 to 90.');
  if (south > north) return wrong('The south of the bounding box is north of its north.');
  return accept(
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ],
  );
}

/** Whether a shape shares a point with one of the boxes; what has no place lies in none. */
export const meets = (shape: Shape, boxes: readonly Box[]): boolean =>
  shape !== null && boxes.some((box) => meetsBox(shape, box));

function meetsBox(shape: NonNullable<Shape>, box: Box): boolean {
  switch (shape.type) {
    case 'Point':
      return holds(box, shape.coordinates);
    case 'MultiPoint':
      return shape.coordinates.some((position) => holds(box, position));
    case 'Polygon':
      return polygonMeets(shape.coordinates, box);
    case 'MultiPolygon':
      return shape.coordinates.some((polygon) => polygonMeets(polygon, box));
  }
}

/** The smallest box around shapes; null when none of them has a place. */
export function boxAround(shapes: readonly Shape[]): Box | null {
  const positions = shapes.flatMap(positionsOf);
  if (positions.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function positionsOf(shape: Shape): readonly Position[] {
  switch (shape?.type) {
    case undefined:
      return [];
    case 'Point':
      return [shape.coordinates];
    case 'MultiPoint':
      return shape.coordinates;
    case 'Polygon':
      return shape.coordinates.flat();
    case 'MultiPolygon':
      return shape.coordinates.flat(2);
  }
}

const holds = ([west, south, east, north]: Box, [x = 0, y = 0]: Position): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** A border runs through the box, or the whole box lies inside (a hole then keeps it out by its own border rule). */
function polygonMeets(polygon: Polygon, box: Box): boolean {
  return (
    polygon.some((ring) => ring.some((from, at) => edgeMeets(from, ring[at + 1] ?? from, box))) ||
    encloses(polygon, [box[0], box[1]])
  );
}

/** Liang and Barsky: which part of the edge, as a share of its length, lies between each pair of sides. */
function edgeMeets(from: Position, to: Position, [west, south, east, north]: Box): boolean {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  let [begin, end] = [0, 1];
  for (const [start, step, low, high] of [
    [x1, x2 - x1, west, east],
    [y1, y2 - y1, south, north],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    begin = Math.max(begin, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
    if (begin > end) return false;
  }
  return true;
}

/** Even-odd rule over outline and holes. */
function encloses(polygon: Polygon, [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (const ring of polygon)
    for (let at = 0; at + 1 < ring.length; at += 1) {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      const [x2 = 0, y2 = 0] = ring[at + 1] ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
}
