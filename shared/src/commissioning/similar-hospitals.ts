import type { LadderCode } from '../analysis/ladder-code.js';
import { distanceKm, type Position } from '../frame/distance-km.js';
import { caseStudiesAt } from './case-studies.js';
import type { CaseStudy } from './case-study.js';
import { isIntegratedExemplar } from './nearest.js';
import { prioritiesFor } from './priorities-for.js';

/** What hospitals are held against each other by. */
export interface HospitalFacts extends Position {
  readonly odsCode: string;
  readonly name: string;
  readonly siteCategory: string;
  readonly regionCode: string;
  readonly trustCode: string;
  /** Major emergency attendances of its trust in 2017/18; null = not known. */
  readonly attendances: number | null;
  readonly category: LadderCode;
}

/** One measure on which two hospitals are alike or not, in words; `not_known` where a side is not known. */
export interface Likeness {
  readonly measure: string;
  readonly alike: 'yes' | 'no' | 'not_known';
  readonly words: string;
}

/** A hospital to learn from with all the reasons for and against. */
export interface SimilarHospital<Facts> {
  readonly hospital: Facts;
  readonly km: number;
  /** What it solved: its published in-reach, and the case studies that answer this situation. */
  readonly inReach: boolean;
  readonly studies: readonly CaseStudy[];
  readonly likenesses: readonly Likeness[];
}

/** Attendances of two trusts are alike up to this share of the larger. Our threshold, not a national one. */
export const ALIKE_ATTENDANCES = 0.25;
/** Hospitals are near each other up to this straight line. Our threshold. */
export const NEAR_KM = 50;
const SHOWN = 3;

/**
 * "Hospitals like this one that solved it": those published as partly or well integrated, and those of case studies that
 * answer what is reported absent or weak here. Ordered by the number of measures on which they are alike, then by
 * distance; what is not known counts neither way. Nothing is offered where nothing is reported absent or weak.
 */
export function similarHospitals<Facts extends HospitalFacts>(
  to: HospitalFacts,
  hospitals: readonly Facts[],
): readonly SimilarHospital<Facts>[] {
  const wanted = new Set(prioritiesFor([to.category]).map(({ area }) => area.number));
  if (wanted.size === 0) return [];
  const sitesOf = (trustCode: string): number =>
    hospitals.filter((hospital) => hospital.trustCode === trustCode).length;
  return hospitals
    .filter(({ odsCode }) => odsCode !== to.odsCode)
    .map((hospital) => {
      const km = distanceKm(to, hospital);
      return {
        hospital,
        km,
        inReach: isIntegratedExemplar(hospital.category),
        studies: caseStudiesAt(hospital.odsCode).filter(({ priorities }) =>
          priorities.some((number) => wanted.has(number)),
        ),
        likenesses: likenessesOf(to, hospital, km, [sitesOf(to.trustCode), sitesOf(hospital.trustCode)]),
      };
    })
    .filter(({ inReach, studies }) => inReach || studies.length > 0)
    .toSorted((a, b) => score(b) - score(a) || a.km - b.km)
    .slice(0, SHOWN);
}

const score = ({ likenesses }: { readonly likenesses: readonly Likeness[] }): number =>
  likenesses.filter(({ alike }) => alike === 'yes').length;

function likenessesOf(
  to: HospitalFacts,
  other: HospitalFacts,
  km: number,
  [ownSites, otherSites]: readonly [number, number],
): readonly Likeness[] {
  const sameKind = to.siteCategory === other.siteCategory;
  const sameRegion = to.regionCode === other.regionCode;
  const bothAlone = (ownSites === 1) === (otherSites === 1);
  return [
    {
      measure: 'kind',
      alike: sameKind ? 'yes' : 'no',
      words: sameKind ? 'the same kind of hospital' : 'another kind of hospital',
    },
    attendanceLikeness(to.attendances, other.attendances),
    {
      measure: 'sites',
      alike: bothAlone ? 'yes' : 'no',
      words:
        otherSites === 1
          ? `the only listed hospital of its trust${bothAlone ? ', as here' : ', unlike here'}`
          : `one of ${otherSites} listed hospitals of its trust${bothAlone ? `; here ${ownSites}` : ', unlike here'}`,
    },
    {
      measure: 'region',
      alike: sameRegion ? 'yes' : 'no',
      words: sameRegion ? 'the same region' : 'another region',
    },
    {
      measure: 'distance',
      alike: km <= NEAR_KM ? 'yes' : 'no',
      words: km <= NEAR_KM ? `within ${NEAR_KM} km in a straight line` : `farther than ${NEAR_KM} km`,
    },
  ];
}

function attendanceLikeness(own: number | null, other: number | null): Likeness {
  const measure = 'attendances';
  if (own === null || other === null)
    return { measure, alike: 'not_known', words: 'size of the emergency departments: not known' };
  const alike = Math.abs(own - other) <= ALIKE_ATTENDANCES * Math.max(own, other);
  const [here, there] = [own, other].map((count) => count.toLocaleString('en-GB'));
  return {
    measure,
    alike: alike ? 'yes' : 'no',
    words: `${alike ? 'emergency departments of like size' : 'emergency departments of another size'}: its trust counted ${there} major attendances in 2017/18, the trust here ${here}`,
  };
}
