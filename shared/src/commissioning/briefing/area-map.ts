import { fitFlat, type PicturePoint, ringPath, tenth } from '../../kernel/flat-picture.js';
import type { PictureShape, PictureTone, TreePicture } from '../../publication/report/report-tree.js';
import type { AreaReleaseHospital } from '../area-release.js';
import { publishedPositions } from '../published-position.js';
import type { Rings } from './briefing-input.js';

const WIDTH = 220;
const HIGHEST = 200;
const EDGE = 6;
/** A single hospital without an outline has no extent; then it stands in the middle of its own little map. */
const LEAST_DEGREES = 0.05;

type MapHospital = Pick<AreaReleaseHospital, 'category'> & {
  readonly longitude: number;
  readonly latitude: number;
};

/**
 * A still map: the outline of the area with north up, and a mark for each hospital by what is published of in-reach.
 */
export function areaMap(
  name: string,
  outline: Rings,
  hospitals: readonly MapHospital[],
): TreePicture | undefined {
  const fit = fitFlat(
    [...outline.flat(), ...hospitals.map(({ longitude, latitude }) => [longitude, latitude])],
    { width: WIDTH - 2 * EDGE, height: HIGHEST - 2 * EDGE },
    LEAST_DEGREES,
  );
  if (fit === null) return undefined;
  const at = (longitude: number, latitude: number): PicturePoint => {
    const { x, y } = fit.at(longitude, latitude);
    return { x: EDGE + x, y: EDGE + y };
  };
  const shapes: PictureShape[] = [];
  const d = outline
    .map((ring) => ringPath(ring.map(([longitude = 0, latitude = 0]) => at(longitude, latitude))))
    .join('');
  if (d !== '') shapes.push({ kind: 'path', d, tone: 'area' });
  for (const { longitude, latitude, category } of hospitals) {
    const { x, y } = at(longitude, latitude);
    shapes.push({
      kind: 'circle',
      x: tenth(x),
      y: tenth(y),
      r: 3.5,
      tone: TONES[publishedPositions(category).inReach],
    });
  }
  return {
    id: 'map',
    title: `Map of ${name}`,
    description: `Map: ${d === '' ? 'hospitals' : 'outline and hospitals'} of ${name}, north up. In-reach reported: filled in blue; reported absent: white; answered but not known: grey; no reply or not published: pale.`,
    width: Math.ceil(fit.width + 2 * EDGE),
    height: Math.ceil(fit.height + 2 * EDGE),
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
