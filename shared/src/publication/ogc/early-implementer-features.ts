import type { EarlyImplementersRecord } from '../../frame/frame-records.js';
import type { GeoArea } from '../geo-json.js';
import { toEarlyImplementersGeoJson } from '../to-early-implementers-geojson.js';
import type { CollectionHead, FeatureSet } from './feature-set.js';
import { soundArea } from './sound-area.js';

/** Early implementers, as far as they are sourced. */
export const EARLY_IMPLEMENTERS: CollectionHead = {
  id: 'early-implementers',
  title: 'Early implementers',
  description:
    'Areas of the early-implementer programme that a source names, made of their CCGs. One whose CCGs the source does ' +
    'not name has no geometry. An area that is missing here is not known, never "no".',
  ofRound: false,
  filters: [{ name: 'wave', description: 'wave of the programme, 1 or 2', example: '1' }],
};

/** The same areas as `early-implementers.geojson`. */
export function earlyImplementerFeatures(
  programme: EarlyImplementersRecord,
  boundaries: ReadonlyMap<string, GeoArea>,
  version: string,
): FeatureSet {
  const { features, note, totalsSource, attribution } = toEarlyImplementersGeoJson(programme, boundaries);
  return {
    version,
    about: { note, totalsSource, attribution },
    time: null,
    features: features.map(({ type, id, geometry, properties }) => ({
      type,
      id,
      geometry: geometry === null ? null : soundArea(geometry),
      properties: { ...properties },
    })),
  };
}
