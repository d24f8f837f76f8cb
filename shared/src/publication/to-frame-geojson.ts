import type { Hospital, SiteCategory } from '../frame/hospital.js';
import { REFERENCE_ATTRIBUTION } from './attribution.js';
import { type GeoFeature, type GeoPoint, geoPoint } from './geo-json.js';
import type { PublishedFrame } from './release.js';

/** A hospital of the frame without any answer. The trust is that of February 2018, the ICB that of July 2022. */
export interface FrameHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly postcode: string;
  /** '' = not known. */
  readonly town: string;
  readonly siteCategory: SiteCategory;
  readonly trust: string;
  readonly trustCode: string;
  readonly region: string;
  readonly regionCode: string;
  readonly icb: string;
  readonly icbCode: string;
  readonly ccg: string;
  readonly ccgCode: string;
}

/** The body of `GET /open/v1/frames/{id}/hospitals.geojson`. */
export interface FrameGeoJson {
  readonly type: 'FeatureCollection';
  readonly frame: {
    readonly id: string;
    readonly title: string;
    readonly listedSize: number;
    readonly source: string;
    readonly asOf: string;
    readonly hash: string;
  };
  readonly attribution: string;
  readonly features: readonly GeoFeature<GeoPoint, FrameHospital>[];
}

/**
 * The listed frame as points, from the hospitals that the frame lists: who belongs is the frame's to say, so nothing
 * is left out here by kind of site. The declared size of a round is no property of the list and does not stand here.
 */
export function toFrameGeoJson(
  frame: Omit<PublishedFrame, 'declaredSize' | 'listedSize'>,
  listed: readonly Hospital[],
): FrameGeoJson {
  return {
    type: 'FeatureCollection',
    frame: {
      id: frame.id,
      title: frame.title,
      listedSize: listed.length,
      source: frame.source,
      asOf: frame.asOf,
      hash: frame.hash,
    },
    attribution: REFERENCE_ATTRIBUTION,
    features: listed.map((hospital) => ({
      type: 'Feature',
      id: hospital.odsCode,
      geometry: geoPoint(hospital),
      properties: {
        odsCode: hospital.odsCode,
        name: hospital.name,
        postcode: hospital.postcode,
        town: hospital.town,
        siteCategory: hospital.siteCategory,
        trust: hospital.trust,
        trustCode: hospital.trustCode,
        region: hospital.region,
        regionCode: hospital.regionCode,
        icb: hospital.icb,
        icbCode: hospital.icbCode,
        ccg: hospital.ccg,
        ccgCode: hospital.ccgCode,
      },
    })),
  };
}
