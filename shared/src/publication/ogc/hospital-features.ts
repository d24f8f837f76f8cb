import { openRelease } from '../open-release.js';
import type { ReleaseDocument } from '../release.js';
import { toHospitalsGeoJson } from '../to-hospitals-geojson.js';
import type { CollectionHead, FeatureSet } from './feature-set.js';
import { timeSpanOf } from './time-span.js';

/** Hospitals with what one round reports of them. */
export const HOSPITALS: CollectionHead = {
  id: 'hospitals',
  title: 'Hospitals in a round',
  description:
    'One point a hospital with what a round reports of it. Without round: the newest release of real answers. ' +
    '"Not known" and "not published" never mean "no".',
  ofRound: true,
  filters: [
    { name: 'category', description: 'code of what is reported, such as G0', example: 'G3' },
    { name: 'region', description: 'name of the NHS region', example: 'London' },
    { name: 'icbCode', description: 'ODS code of the ICB of 2022', example: 'QOP' },
    { name: 'trustCode', description: 'ODS code of the trust of February 2018', example: 'RW6' },
  ],
};

/** The hospitals of one release; the same rows as `hospitals.geojson`. */
export const hospitalFeatures = (release: ReleaseDocument, sha256: string): FeatureSet => ({
  version: sha256,
  about: { ...openRelease(release, sha256) },
  time: timeSpanOf(release.asAt),
  features: toHospitalsGeoJson(release, sha256).features.map(({ type, id, geometry, properties }) => ({
    type,
    id,
    geometry,
    properties: { ...properties },
  })),
});
