import type { AreaRecord } from '../frame/frame-records.js';
import type { Hospital } from '../frame/hospital.js';
import { type OpenHospital, toOpenHospital } from '../publication/open-hospital.js';
import { type OpenRelease, openRelease } from '../publication/open-release.js';
import type { ReleaseDocument } from '../publication/release.js';
import type { AreaFigure } from './area-figures.js';
import { areaProfile } from './area-profile.js';
import { hospitalsIn, type ProfileArea } from './profile-area.js';

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
}

/** Said beside every population. */
export const POPULATION_BASIS =
  'Residents in the middle of 2019, not patients registered with a practice. Source: Office for National Statistics licensed under the Open Government Licence v.3.0.';

/** Every area with the number of its listed hospitals, in the order given. */
export const toOpenAreas = (areas: readonly AreaRecord[], listed: readonly Hospital[]): readonly OpenArea[] =>
  areas.map((area) => ({
    ...head(area),
    hospitals: hospitalsIn(area, listed).length,
  }));

/** One area in one release. */
export function toOpenArea(area: ProfileArea, release: ReleaseDocument, sha256: string): OpenAreaProfile {
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
  };
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
