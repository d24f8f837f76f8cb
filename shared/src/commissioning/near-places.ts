import type { LadderCode } from '../analysis/ladder-code.js';
import type { Position } from '../frame/distance-km.js';
import { caseStudiesAt } from './case-studies.js';
import type { CaseStudy } from './case-study.js';
import { isIntegratedExemplar, type Near, nearestOf, withDistances } from './nearest.js';

/** What lies near a point; distances are straight lines, and hospitals in Wales and Scotland are not counted. */
export interface NearPlaces<Hospital> {
  readonly hospitals: readonly Near<Hospital>[];
  /** The nearest that is published as partly or well integrated; null = the round publishes none. */
  readonly exemplar: Near<Hospital> | null;
  /** The nearest with a case study in the library. */
  readonly caseStudy: (Near<Hospital> & { readonly studies: readonly CaseStudy[] }) | null;
}

const HOW_MANY = 3;

/** Nearest hospitals and the nearest to learn from; the place that is measured from is itself none of them. */
export function nearPlaces<Hospital extends Position & { odsCode: string; category: LadderCode }>(
  from: Position & { readonly odsCode?: string },
  hospitals: readonly Hospital[],
): NearPlaces<Hospital> {
  const others = withDistances(
    from,
    hospitals.filter(({ odsCode }) => odsCode !== from.odsCode),
  );
  const nearest = (suits: (hospital: Hospital) => boolean) =>
    nearestOf(
      others.filter(({ place }) => suits(place)),
      1,
    )[0];
  const exemplar = nearest(({ category }) => isIntegratedExemplar(category));
  const study = nearest(({ odsCode }) => caseStudiesAt(odsCode).length > 0);
  return {
    hospitals: nearestOf(others, HOW_MANY),
    exemplar: exemplar ?? null,
    caseStudy: study === undefined ? null : { ...study, studies: caseStudiesAt(study.place.odsCode) },
  };
}
