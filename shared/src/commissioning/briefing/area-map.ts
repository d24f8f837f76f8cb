import type { PictureShape, PictureTone, TreePicture } from '../../publication/report/report-tree.js';
import type { AreaReleaseHospital } from '../area-release.js';
import { publishedPositions } from '../published-position.js';
import type { Rings } from './briefing-input.js';

const WIDTH = 220;
const HIGHEST = 200;
const EDGE = 6;

type MapHospital = Pick<AreaReleaseHospital, 'category'> & {
  readonly longitude: number;
  readonly latitude: number;
};

/**
 * A still map: the outline of the area with north up, and a mark for each hospital by what is published of in-reach. The
 * projection is flat around the middle of the area, which is true enough for a region of England.
 */
export function areaMap(
  name: string,
  outline: Rings,
  hospitals: readonly MapHospital[],
): TreePicture | undefined {
  const points = [...outline.flat(), ...hospitals.map(({ longitude, latitude }) => [longitude, latitude])];
  const [longitudes, latitudes] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)];
  if (points.length === 0) return undefined;
  const [west, east] = [least(longitudes), most(longitudes)];
  const [south, north] = [least(latitudes), most(latitudes)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // A single hospital without an outline has no extent; then it stands in the middle of its own little map.
  const across = Math.max((east - west) * narrow, 0.05);
  const up = Math.max(north - south, 0.05);
  const scale = Math.min((WIDTH - 2 * EDGE) / across, (HIGHEST - 2 * EDGE) / up);
  const at = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [
    tenth(EDGE + (x - west) * narrow * scale),
    tenth(EDGE + (north - y) * scale),
  ];
  const shapes: PictureShape[] = [];
  const d = outline.map((ring) => ringPath(ring.map(at))).join('');
  if (d !== '') shapes.push({ kind: 'path', d, tone: 'area' });
  for (const { longitude, latitude, category } of hospitals) {
    const [x, y] = at([longitude, latitude]);
    shapes.push({ kind: 'circle', x, y, r: 3.5, tone: TONES[publishedPositions(category).inReach] });
  }
  return {
    id: 'map',
    title: `Map of ${name}`,
    description: `Map: ${d === '' ? 'hospitals' : 'outline and hospitals'} of ${name}, north up. In-reach reported: filled in blue; reported absent: white; answered but not known: grey; no reply or not published: pale.`,
    width: Math.ceil(across * scale + 2 * EDGE),
    height: Math.ceil(up * scale + 2 * EDGE),
    share: 0.24,
    shapes,
  };
}

const TONES: Readonly<Record<ReturnType<typeof publishedPositions>['inReach'], PictureTone>> = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  no_reply: 'silent',
  not_published: 'silent',
};

/** A ring without the corners that lie on the one before at this size. */
function ringPath(ring: readonly (readonly [number, number])[]): string {
  const kept: (readonly [number, number])[] = [];
  for (const [x, y] of ring) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(before[0] - x) + Math.abs(before[1] - y) >= 0.6) kept.push([x, y]);
  }
  return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
const tenth = (value: number): number => Math.round(value * 10) / 10;
