import { CASE_STUDIES } from './case-studies.js';
import { CASE_STUDIES_AS_AT, type CaseStudy } from './case-study.js';
import { PRIORITY_AREAS, type PriorityArea } from './priority-areas.js';

/** The body of `GET /open/v1/case-studies`. */
export interface OpenCaseStudies {
  readonly asAt: string;
  readonly source: string;
  readonly note: string;
  readonly priorityAreas: readonly (PriorityArea & { readonly caseStudies: readonly string[] })[];
  readonly caseStudies: readonly CaseStudy[];
}

/** The library as open data: areas without a case are listed with an empty list, so that the hole is seen. */
export const toOpenCaseStudies = (): OpenCaseStudies => ({
  asAt: CASE_STUDIES_AS_AT,
  source:
    'Retold from: Naylor and others, Bringing together physical and mental health, The King’s Fund, 2016, appendices A to J.',
  note:
    'Services as described in 2016; whether one still exists is not known. An area with an empty list has no case in ' +
    'this library, which does not mean that nobody works on it.',
  priorityAreas: PRIORITY_AREAS.map((area) => ({
    ...area,
    caseStudies: CASE_STUDIES.filter(({ priorities }) => priorities.includes(area.number)).map(
      ({ slug }) => slug,
    ),
  })),
  caseStudies: CASE_STUDIES,
});
