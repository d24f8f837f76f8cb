import type { IndicatorId } from '../analysis/indicator-result.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { OtherProvision } from '../analysis/other-provision.js';
import type { AreaLevel } from '../frame/frame-records.js';
import { monthInWords } from '../kernel/day-in-words.js';
import { type AreaFigure, areaFigures } from './area-figures.js';
import { publishedGapSentence } from './published-gap-sentence.js';

/** The part of a release that an area is told from. */
export interface AreaRelease<Hospital extends AreaReleaseHospital> {
  readonly round: { readonly kind: 'published_facts' | 'live' | 'synthetic' };
  readonly asAt: string;
  readonly areaFigures: boolean;
  readonly indicators: readonly {
    readonly id: string;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly hospitals: readonly Hospital[];
}

export interface AreaReleaseHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly regionCode: string;
  readonly icbCode: string;
  readonly ccgCode: string;
  readonly category: LadderCode;
  readonly otherProvision: OtherProvision;
}

/** What a release lets a commissioner know of an area. */
export interface AreaProfile<Hospital> {
  readonly gapSentence: string;
  /** Empty in a round without figures by area: they are not published, which is not 0. */
  readonly figures: readonly AreaFigure[];
  readonly hospitals: readonly Hospital[];
}

/** The profile of an area in one release, from public codes; hospitals in the order of the release. */
export function areaProfile<Hospital extends AreaReleaseHospital>(
  area: { readonly level: AreaLevel; readonly code: string; readonly name: string },
  release: AreaRelease<Hospital>,
): AreaProfile<Hospital> {
  const hospitals = release.hospitals.filter((hospital) => areaCodeOf(hospital, area.level) === area.code);
  const england = (id: IndicatorId) => release.indicators.find((indicator) => indicator.id === id);
  return {
    gapSentence: publishedGapSentence({
      area: area.name,
      roundKind: release.round.kind,
      month: monthInWords(release.asAt),
      hospitals,
    }),
    figures: release.areaFigures
      ? areaFigures(
          hospitals.map(({ category }) => category),
          england,
        )
      : [],
    hospitals,
  };
}

/** The code of the area of a level in which a hospital lies. */
export const areaCodeOf = (
  hospital: Pick<AreaReleaseHospital, 'regionCode' | 'icbCode' | 'ccgCode'>,
  level: AreaLevel,
): string =>
  level === 'region' ? hospital.regionCode : level === 'icb' ? hospital.icbCode : hospital.ccgCode;
