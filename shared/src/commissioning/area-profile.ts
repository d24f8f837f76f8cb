import type { IndicatorId } from '../analysis/indicator-result.js';
import { monthInWords } from '../kernel/day-in-words.js';
import { type AreaFigure, areaFigures } from './area-figures.js';
import type { AreaRelease, AreaReleaseHospital } from './area-release.js';
import { englandFigures, englandSentence } from './england-profile.js';
import { hospitalsIn, type ProfileLevel } from './profile-area.js';
import { unplacedSentence } from './unplaced.js';
import { publishedGapSentence } from './published-gap-sentence.js';

/** What a release lets a commissioner know of an area. */
export interface AreaProfile<Hospital> {
  readonly gapSentence: string;
  /** Empty in a round without figures by area: they are not published, which is not 0. */
  readonly figures: readonly AreaFigure[];
  readonly hospitals: readonly Hospital[];
  /** How many hospitals of the release stand in no area of this level; '' = every one stands in one. */
  readonly unplaced: string;
}

/**
 * The profile of an area in one release, from public codes; hospitals in the order of the release. England is the whole
 * of the release, so its figures are those that the release gives, in a published-facts round too.
 *
 * @param mostNames hospitals that the sentence names one by one; the others it counts
 */
export function areaProfile<Hospital extends AreaReleaseHospital>(
  area: { readonly level: ProfileLevel; readonly code: string; readonly name: string },
  release: AreaRelease<Hospital>,
  mostNames = Infinity,
): AreaProfile<Hospital> {
  const hospitals = hospitalsIn(area, release.hospitals);
  if (area.level === 'england')
    return {
      gapSentence: englandSentence(release),
      figures: englandFigures(release),
      hospitals,
      unplaced: '',
    };
  const england = (id: IndicatorId) => release.indicators.find((indicator) => indicator.id === id);
  return {
    gapSentence: publishedGapSentence({
      area: area.name,
      roundKind: release.round.kind,
      month: monthInWords(release.asAt),
      hospitals,
      mostNames,
    }),
    figures: release.areaFigures
      ? areaFigures(
          hospitals.map(({ category }) => category),
          england,
        )
      : [],
    hospitals,
    unplaced: unplacedSentence(release.hospitals, area.level),
  };
}
