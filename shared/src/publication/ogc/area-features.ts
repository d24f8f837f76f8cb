import type { AreaRecord } from '../../frame/frame-records.js';
import { REFERENCE_ATTRIBUTION } from '../attribution.js';
import type { GeoArea } from '../geo-json.js';
import type { CollectionHead, FeatureSet } from './feature-set.js';
import { soundArea } from './sound-area.js';

/** NHS areas of three levels, which lie over each other: a map of them chooses one level. */
export const AREAS: CollectionHead = {
  id: 'areas',
  title: 'NHS areas',
  description:
    'Seven regions (April 2019), 42 integrated care boards (July 2022) and 195 clinical commissioning groups ' +
    '(April 2018) with simplified shapes: for the screen, not for deciding where an address lies. The levels lie over ' +
    'each other; choose one by level.',
  ofRound: false,
  filters: [
    { name: 'level', description: 'region, icb or ccg', example: 'icb' },
    { name: 'regionCode', description: 'ODS code of the region', example: 'Y56' },
  ],
};

/**
 * The areas as features. One without a shape is unlocated and says so in `boundary`; its surface is never guessed.
 * @param boundaries shape by code, longitude before latitude
 */
export const areaFeatures = (
  areas: readonly AreaRecord[],
  boundaries: ReadonlyMap<string, GeoArea>,
  version: string,
): FeatureSet => ({
  version,
  about: { attribution: REFERENCE_ATTRIBUTION },
  time: null,
  features: areas.map(({ level, code, name, regionCode, region, icbCode }) => {
    const shape = boundaries.get(code);
    const geometry = shape === undefined ? null : soundArea(shape);
    return {
      type: 'Feature',
      id: code,
      geometry,
      properties: {
        level,
        code,
        name,
        regionCode,
        region,
        icbCode,
        boundary: geometry === null ? 'not available' : 'simplified for the screen',
      },
    };
  }),
});
