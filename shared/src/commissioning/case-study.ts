/** Where a service of a case study works. */
export interface CaseStudyPlace {
  readonly name: string;
  /** ODS code of an acute hospital where the source says that this service works; '' = none, or the source does not name it. */
  readonly hospital: string;
  /** Why there is no hospital, or what must not be taken for this service; '' = nothing to say. */
  readonly note: string;
}

/** A service that others can learn from, retold in our own words. Carries no name or address of a person. */
export interface CaseStudy {
  /** End of its address; never changes. */
  readonly slug: string;
  /** Letter of the appendix that tells it. */
  readonly letter: string;
  readonly title: string;
  readonly summary: string;
  /** Numbers of the priority areas that it answers. */
  readonly priorities: readonly number[];
  readonly places: readonly CaseStudyPlace[];
  readonly providers: readonly string[];
  /** Empty = the source does not say who commissioned it, which does not mean nobody did. */
  readonly commissioners: readonly string[];
  /** When it began, in words; '' = the source does not say. */
  readonly began: string;
  readonly model: readonly string[];
  /** Empty = the source reports none, which does not mean that there were none. */
  readonly outcomes: readonly string[];
  readonly enablers: readonly string[];
  readonly source: string;
}

/** The year in which the report described them all; nothing here says that a service still exists. */
export const CASE_STUDIES_AS_AT = '2016';
