import type { AreaRecord } from '../frame/frame-records.js';
import type { Hospital } from '../frame/hospital.js';
import { type OpenHospital, toOpenHospital } from '../publication/open-hospital.js';
import { type OpenRelease, openRelease } from '../publication/open-release.js';
import type { ReleaseDocument } from '../publication/release.js';
import type { AreaFigure } from './area-figures.js';
import { areaCodeOf, areaProfile } from './area-profile.js';

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

/** The body of `GET /open/v1/areas/{code}.json`. */
export interface OpenAreaProfile extends OpenRelease, Omit<OpenArea, 'hospitals'> {
  readonly gapSentence: string;
  /** Why `figures` is empty, or what they are made from. */
  readonly note: string;
  readonly figures: readonly AreaFigure[];
  readonly hospitals: readonly OpenHospital[];
}

/** Every area with the number of its listed hospitals, in the order given. */
export const toOpenAreas = (areas: readonly AreaRecord[], listed: readonly Hospital[]): readonly OpenArea[] =>
  areas.map((area) => ({
    ...head(area),
    hospitals: listed.filter((hospital) => areaCodeOf(hospital, area.level) === area.code).length,
  }));

/** One area in one release. */
export function toOpenArea(area: AreaRecord, release: ReleaseDocument, sha256: string): OpenAreaProfile {
  const { gapSentence, figures, hospitals } = areaProfile(area, release);
  return {
    ...openRelease(release, sha256),
    ...head(area),
    gapSentence,
    note: release.areaFigures
      ? 'Counted from what is published by name: a hospital that is not published may have answered or not. Shares are given from five hospitals on.'
      : 'The source of this round gives no figures by area: not published by area, which is not 0.',
    figures,
    hospitals: hospitals.map((hospital) => toOpenHospital(release, hospital)),
  };
}

const head = ({ level, code, name, regionCode, region }: AreaRecord): Omit<OpenArea, 'hospitals'> => ({
  level,
  code,
  name,
  regionCode,
  region,
});
