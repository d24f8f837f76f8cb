import { type CatchmentCover, catchmentCover } from '@liaison-atlas/shared/commissioning/catchment';
import { publishedPositions } from '@liaison-atlas/shared/commissioning/published-position';
import type { SmallAreas } from '@liaison-atlas/shared/commissioning/small-area';

import type { MapCircle } from '../../../map/map-circle.js';
import type { CatchmentQuestion, ExplorerState } from '../explorer-state.js';
import type { ReleasedHospital } from '../released-hospital.js';

/** How each question is said. */
export const QUESTION_WORDS: Readonly<Record<CatchmentQuestion, string>> = {
  'in-reach': 'IAPT in-reach',
  provision: 'IAPT for MUS/LTC',
};

const positionOf = ({ category }: ReleasedHospital, question: CatchmentQuestion) => {
  const { inReach, provision } = publishedPositions(category);
  return question === 'in-reach' ? inReach : provision;
};

/** Circles around the hospitals that say yes, and broken ones where it is not known; a "no" has none. */
export const toCircles = (
  hospitals: readonly ReleasedHospital[],
  { km, question }: Pick<ExplorerState, 'km' | 'question'>,
): readonly MapCircle[] =>
  km === 0
    ? []
    : hospitals.flatMap((hospital) => {
        const position = positionOf(hospital, question);
        const { latitude, longitude } = hospital;
        return position === 'no' ? [] : [{ latitude, longitude, km, maybe: position !== 'yes' }];
      });

/** How many hospitals of the list say yes, say no, and of how many it is not known. */
export function countPositions(hospitals: readonly ReleasedHospital[], question: CatchmentQuestion) {
  const positions = hospitals.map((hospital) => positionOf(hospital, question));
  const yes = positions.filter((position) => position === 'yes').length;
  const no = positions.filter((position) => position === 'no').length;
  return { yes, no, notKnown: positions.length - yes - no };
}

/** The ICBs whose people are counted: those of the area that the filters name; null = all of England. */
export function countedIcbs(hospitals: readonly ReleasedHospital[], area: string): readonly string[] | null {
  if (area === '') return null;
  const inArea = hospitals.filter(({ icbCode, regionCode }) => icbCode === area || regionCode === area);
  const isIcb = inArea.some(({ icbCode }) => icbCode === area);
  return isIcb ? [area] : [...new Set(inArea.map(({ icbCode }) => icbCode))];
}

/**
 * Adults of an area, or of England, within the radius of the hospitals that the filters leave.
 * @param icbs null = England
 */
export function toCover(
  { icbCodes, areas }: SmallAreas,
  hospitals: readonly ReleasedHospital[],
  { km, question }: Pick<ExplorerState, 'km' | 'question'>,
  icbs: readonly string[] | null,
): CatchmentCover {
  const wanted = icbs === null ? null : new Set(icbs.map((code) => icbCodes.indexOf(code)));
  return catchmentCover(
    wanted === null ? areas : areas.filter(({ icb }) => wanted.has(icb)),
    hospitals.map((hospital) => ({
      latitude: hospital.latitude,
      longitude: hospital.longitude,
      position: positionOf(hospital, question),
    })),
    km,
  );
}
