import { type OpenHospital, toOpenHospital } from './open-hospital.js';
import { roundAttribution } from './attribution.js';
import { type GeoFeature, type GeoPoint, geoPoint } from './geo-json.js';
import { type ReleaseStamp, releaseStamp } from './release-stamp.js';
import type { ReleaseDocument } from './release.js';
import { roundKindOnTheWire } from '../fieldwork/round.js';
import { syntheticNotice } from './synthetic-marking.js';

/** The body of `GET /open/v1/rounds/{id}/hospitals.geojson`. */
export interface HospitalsGeoJson {
  readonly type: 'FeatureCollection';
  readonly round: string;
  readonly kind: string;
  readonly asAt: string;
  readonly attribution: string;
  /** Only in synthetic rounds. */
  readonly notice?: string;
  readonly release: ReleaseStamp;
  readonly features: readonly GeoFeature<GeoPoint, OpenHospital>[];
}

/** One point a hospital of the frame, in the order of the release; `kind` and `asAt` on every feature. */
export const toHospitalsGeoJson = (release: ReleaseDocument, sha256: string): HospitalsGeoJson => ({
  type: 'FeatureCollection',
  round: release.round.id,
  kind: roundKindOnTheWire(release.round.kind),
  asAt: release.asAt,
  attribution: roundAttribution(release.round.kind),
  ...syntheticNotice(release.round.kind),
  release: releaseStamp(release, sha256),
  features: release.hospitals.map((hospital) => ({
    type: 'Feature',
    id: hospital.odsCode,
    geometry: geoPoint(hospital),
    properties: toOpenHospital(release, hospital),
  })),
});
