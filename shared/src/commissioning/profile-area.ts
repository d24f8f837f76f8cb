import type { Position } from '../frame/distance-km.js';
import type { AreaLevel, AreaRecord } from '../frame/frame-records.js';
import { assertNever } from '../kernel/assert-never.js';

/** Levels that a profile can be told of, from the widest to the narrowest. */
export const PROFILE_LEVELS = ['england', 'region', 'icb', 'ccg', 'trust'] as const;
export type ProfileLevel = (typeof PROFILE_LEVELS)[number];

/** England as an area: the code that the Office for National Statistics gives it. */
export const ENGLAND = { code: 'E92000001', name: 'England' } as const;

/** Residents of an area in the middle of 2019, and the middle of where they live. */
export interface AreaPopulation extends Position {
  readonly total: number;
  readonly adults: number;
}

/** An area that a profile is told of. */
export interface ProfileArea {
  readonly level: ProfileLevel;
  readonly code: string;
  readonly name: string;
  /** '' for England and for a trust, which may have sites in several regions. */
  readonly regionCode: string;
  readonly region: string;
  /** ICB with most of a CCG's people; '' for the other levels but the ICB itself. */
  readonly icbCode: string;
  /** null = not known: a trust has no residents of its own. */
  readonly population: AreaPopulation | null;
}

/** What says in which areas a hospital lies. */
export interface PlacedHospital {
  readonly regionCode: string;
  readonly icbCode: string;
  readonly ccgCode: string;
  readonly trustCode: string;
}

/** The code of the area of a level in which a hospital lies; the trust is that of February 2018. */
export function areaCodeOf(hospital: PlacedHospital, level: ProfileLevel): string {
  switch (level) {
    case 'england':
      return ENGLAND.code;
    case 'region':
      return hospital.regionCode;
    case 'icb':
      return hospital.icbCode;
    case 'ccg':
      return hospital.ccgCode;
    case 'trust':
      return hospital.trustCode;
    default:
      return assertNever(level);
  }
}

/** The hospitals that lie in an area, in the order given: the one rule for profiles, the register and open data. */
export const hospitalsIn = <Hospital extends PlacedHospital>(
  { level, code }: Pick<ProfileArea, 'level' | 'code'>,
  hospitals: readonly Hospital[],
): readonly Hospital[] => hospitals.filter((hospital) => areaCodeOf(hospital, level) === code);

/** A region, ICB or CCG as an area of a profile. */
export const toProfileArea = (
  { level, code, name, regionCode, region, icbCode }: AreaRecord,
  population: AreaPopulation | null,
): ProfileArea & { readonly level: AreaLevel } => ({
  level,
  code,
  name,
  regionCode,
  region,
  icbCode,
  population,
});
