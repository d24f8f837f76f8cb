import { geoPoint } from '../publication/geo-json.js';
import type { Shape } from '../publication/ogc/bounding-box.js';
import type { CollectionHead, FeatureSet, OpenFeature } from '../publication/ogc/feature-set.js';
import { timeSpanOf } from '../publication/ogc/time-span.js';
import { CASE_STUDIES } from './case-studies.js';
import { CASE_STUDIES_AS_AT } from './case-study.js';
import { toOpenCaseStudies } from './to-open-case-studies.js';

/** The library of case studies. */
export const CASE_STUDY_COLLECTION: CollectionHead = {
  id: 'case-studies',
  title: 'Case studies',
  description:
    'Ten services retold from a report of 2016. Most have no geometry: the source names trusts or towns, not the ' +
    'hospital where the service works. Whether one still exists is not known.',
  ofRound: false,
  filters: [{ name: 'letter', description: 'letter of the appendix that tells it', example: 'A' }],
};

/** The case studies as features, at the hospitals that the source names for them and nowhere else. */
export function caseStudyFeatures(
  placeOf: (odsCode: string) => { readonly latitude: number; readonly longitude: number } | undefined,
): FeatureSet {
  const { source, note } = toOpenCaseStudies();
  const features = CASE_STUDIES.map((study): OpenFeature => {
    const points = study.places.flatMap(({ hospital }) => {
      const place = hospital === '' ? undefined : placeOf(hospital);
      return place === undefined ? [] : [geoPoint(place).coordinates];
    });
    return { type: 'Feature', id: study.slug, geometry: shapeOf(points), properties: { ...study } };
  });
  return {
    // The library is part of the code; only where a hospital lies can change.
    version: JSON.stringify(features.map(({ geometry }) => geometry)),
    about: { asAt: CASE_STUDIES_AS_AT, note, attribution: source },
    time: timeSpanOf(CASE_STUDIES_AS_AT),
    features,
  };
}

function shapeOf(points: readonly (readonly [number, number])[]): Shape {
  const [only] = points;
  if (only === undefined) return null;
  return points.length === 1
    ? { type: 'Point', coordinates: only }
    : { type: 'MultiPoint', coordinates: points };
}
