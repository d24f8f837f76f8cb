import type { LadderCode } from '../analysis/ladder-code.js';
import type { AreaRecord, ProgrammeSiteRecord } from '../frame/frame-records.js';
import type { Hospital } from '../frame/hospital.js';
import { type OpenHospital, toOpenHospital } from '../publication/open-hospital.js';
import { type OpenRelease, openRelease } from '../publication/open-release.js';
import type { ReleaseDocument } from '../publication/release.js';
import type { AreaFigure } from './area-figures.js';
import { areaProfile } from './area-profile.js';
import { caseStudiesByPriority } from './case-studies.js';
import { NEED_SHEET } from './estimate-need.js';
import { estimateSheet, type PerCase } from './estimate.js';
import { POPULATION } from './need-inputs.js';
import { prioritiesFor } from './priorities-for.js';
import { hospitalsIn, type ProfileArea } from './profile-area.js';
import { readEstimate } from './read-estimate.js';

/** An area in `GET /open/v1/areas`. */
export interface OpenArea {
  readonly level: AreaRecord['level'];
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly region: string;
  /** Hospitals of the listed frame in it; 0 says nothing about care there. */
  readonly hospitals: number;
}

/** Residents as open data. */
export interface OpenPopulation {
  readonly total: number;
  readonly adults: number;
  /** What the figure is, of when, and whose it is. */
  readonly basis: string;
}

/** The body of `GET /open/v1/areas/{code}.json`; England and trusts are told too, though no list names them. */
export interface OpenAreaProfile extends OpenRelease {
  readonly level: ProfileArea['level'];
  readonly code: string;
  readonly name: string;
  /** '' for England and for a trust. */
  readonly regionCode: string;
  readonly region: string;
  /** null = not known: a trust has no residents of its own. */
  readonly population: OpenPopulation | null;
  readonly gapSentence: string;
  /** Why `figures` is empty, or what they are made from. */
  readonly note: string;
  readonly figures: readonly AreaFigure[];
  readonly hospitals: readonly OpenHospital[];
  /** The range of each question over all of England. */
  readonly england: readonly { readonly id: string; readonly lower: number; readonly upper: number }[];
  /** Planning estimates for the residents; null = how many live there is not known. */
  readonly need: OpenNeed | null;
  /** What may help with what is reported absent or weak. */
  readonly gaps: readonly OpenGap[];
  /** Sourced sites of the programme; empty = not known, never none. */
  readonly programme: readonly OpenProgrammeSite[];
  /** Where the services of the register are listed that work here. */
  readonly services: string;
}

/** The estimates of need that population alone gives, as open data. */
export interface OpenNeed {
  readonly note: string;
  readonly results: readonly ({ readonly id: string; readonly label: string } & PerCase)[];
}

/** A priority area to look at, with the slugs of its case studies. */
export interface OpenGap {
  readonly priority: number;
  readonly title: string;
  readonly reason: string;
  readonly caseStudies: readonly string[];
}

export type OpenProgrammeSite = Pick<ProgrammeSiteRecord, 'id' | 'name' | 'wave' | 'conditions'>;

/** Said beside every estimate of need. */
const NEED_NOTE =
  'Planning estimates, not counts of anybody, with the published shares of 2018 for all residents of mid-2019. Low and high are no statistical interval.';

/** Said beside every population. */
export const POPULATION_BASIS =
  'Residents in the middle of 2019, not patients registered with a practice. Source: Office for National Statistics licensed under the Open Government Licence v.3.0.';

/** Every area with the number of its listed hospitals, in the order given. */
export const toOpenAreas = (areas: readonly AreaRecord[], listed: readonly Hospital[]): readonly OpenArea[] =>
  areas.map((area) => ({
    ...head(area),
    hospitals: hospitalsIn(area, listed).length,
  }));

/** One area in one release. @param programme sites of the programme with a CCG in the area */
export function toOpenArea(
  area: ProfileArea,
  release: ReleaseDocument,
  sha256: string,
  programme: readonly OpenProgrammeSite[],
): OpenAreaProfile {
  const { gapSentence, figures, hospitals } = areaProfile(area, release);
  const { level, code, name, regionCode, region, population } = area;
  return {
    ...openRelease(release, sha256),
    level,
    code,
    name,
    regionCode,
    region,
    population: population && {
      total: population.total,
      adults: population.adults,
      basis: POPULATION_BASIS,
    },
    gapSentence,
    note: noteOn(area, release),
    figures,
    hospitals: hospitals.map((hospital) => toOpenHospital(release, hospital)),
    england: release.indicators.map(({ id, lower, upper }) => ({ id, lower, upper })),
    need: population && { note: NEED_NOTE, results: needOf(population.total) },
    gaps: gapsOf(hospitals.map(({ category }) => category)),
    programme: programme.map((site) => ({
      id: site.id,
      name: site.name,
      wave: site.wave,
      conditions: site.conditions,
    })),
    services: `/open/v1/services.json?area=${code}`,
  };
}

/** What needs more than the population is left out: nobody has told how many attend. */
function needOf(residents: number): OpenNeed['results'] {
  const { values } = readEstimate(NEED_SHEET, (box) => (box === POPULATION.key ? String(residents) : null));
  return estimateSheet(NEED_SHEET, values).flatMap(({ output: { key, label }, result }) =>
    result.state === 'estimated' ? [{ id: key, label, ...result.values }] : [],
  );
}

function gapsOf(codes: readonly LadderCode[]): readonly OpenGap[] {
  const library = caseStudiesByPriority();
  return prioritiesFor(codes).map(({ area: { number, title }, reason }) => ({
    priority: number,
    title,
    reason,
    caseStudies: library.find(({ area }) => area.number === number)?.studies.map(({ slug }) => slug) ?? [],
  }));
}

function noteOn({ level }: ProfileArea, { areaFigures }: ReleaseDocument): string {
  if (level === 'england') return 'The figures of the whole round, as its release counts them.';
  return areaFigures
    ? 'Counted from what is published by name: a hospital that is not published may have answered or not. Shares are given from five hospitals on.'
    : 'The source of this round gives no figures by area: not published by area, which is not 0.';
}

const head = ({ level, code, name, regionCode, region }: AreaRecord): Omit<OpenArea, 'hospitals'> => ({
  level,
  code,
  name,
  regionCode,
  region,
});
