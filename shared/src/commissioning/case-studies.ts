import { CASE_STUDIES_A_E } from './case-studies-a-e.js';
import { CASE_STUDIES_F_J } from './case-studies-f-j.js';
import type { CaseStudy } from './case-study.js';
import { PRIORITY_AREAS, type PriorityArea } from './priority-areas.js';

/** The library, A to J. */
export const CASE_STUDIES: readonly CaseStudy[] = [...CASE_STUDIES_A_E, ...CASE_STUDIES_F_J];

export const findCaseStudy = (slug: string): CaseStudy | undefined =>
  CASE_STUDIES.find((one) => one.slug === slug);

/** Every priority area with its case studies; an empty list = the library has none yet, not that none exists. */
export const caseStudiesByPriority = (): readonly {
  readonly area: PriorityArea;
  readonly studies: readonly CaseStudy[];
}[] =>
  PRIORITY_AREAS.map((area) => ({
    area,
    studies: CASE_STUDIES.filter(({ priorities }) => priorities.includes(area.number)),
  }));

const NONE: readonly CaseStudy[] = [];
const hospitalCodes = new Set(CASE_STUDIES.flatMap(({ places }) => places.map(({ hospital }) => hospital)));
hospitalCodes.delete('');
const studiesByHospital: ReadonlyMap<string, readonly CaseStudy[]> = new Map(
  [...hospitalCodes].map((code) => [
    code,
    CASE_STUDIES.filter(({ places }) => places.some(({ hospital }) => hospital === code)),
  ]),
);

/** Case studies of services in a hospital. Joined by code only: names are shared by different services. */
export const caseStudiesAt = (odsCode: string): readonly CaseStudy[] =>
  studiesByHospital.get(odsCode) ?? NONE;
