import { distanceKm, type Position } from '../frame/distance-km.js';
import type { PublishedPosition } from './published-position.js';
import type { SmallArea } from './small-area.js';

/** Radii that can be chosen, in kilometres. */
export const CATCHMENT_RADII = [2, 5, 10, 15, 20, 30, 40] as const;

/** Stands wherever a catchment is shown. */
export const CATCHMENT_NOTE =
  'Straight line, not travel time or real flows. Hospitals in Wales and Scotland are not counted, so near those ' +
  'borders people may live closer to a hospital than is shown.';

/** Whose figures of the people these are. */
export const POPULATION_SOURCE =
  'Adults in the middle of 2019 by small area of 2011. Source: Office for National Statistics licensed under the Open ' +
  'Government Licence v.3.0.';

/** A hospital with what is published of it for one question. */
export interface CatchmentHospital extends Position {
  readonly position: PublishedPosition;
}

/**
 * People who live within a straight line of hospitals, as bounds (methods C3): a hospital of which nothing is known
 * may be a yes. `surely` + `maybe` + `surelyNot` + `outside` = `adults`.
 */
export interface CatchmentCover {
  /** All adults of the small areas. */
  readonly adults: number;
  /** Within the radius of a hospital that says yes: the lower bound. */
  readonly surely: number;
  /** Within that of a hospital of which it is not known, and of none that says yes: what the upper bound adds. */
  readonly maybe: number;
  /** Within that of hospitals which say no, and of no other. */
  readonly surelyNot: number;
  /** Within the radius of no hospital of the list. */
  readonly outside: number;
}

/** Kilometres in a degree of latitude on the sphere that `distanceKm` uses. */
const DEGREE_KM = (Math.PI / 180) * 6371;
/** Cosine of 56° north: no degree of longitude in England is shorter. */
const NARROWEST = Math.cos((56 * Math.PI) / 180);

/**
 * How many adults live within a straight line of the hospitals. Distances are taken to 100 m, since the points of the
 * small areas are no finer: 20.04 km is within 20.
 * @param km the radius; 0 covers nobody who does not live at the very point of a hospital
 */
export function catchmentCover(
  areas: readonly SmallArea[],
  hospitals: readonly CatchmentHospital[],
  km: number,
): CatchmentCover {
  const near = nearIndex(hospitals, km);
  let [adults, surely, maybe, surelyNot] = [0, 0, 0, 0];
  for (const area of areas) {
    adults += area.adults;
    const best = bestWithin(area, near(area), km);
    if (best === YES) surely += area.adults;
    else if (best === MAYBE) maybe += area.adults;
    else if (best === NO) surelyNot += area.adults;
  }
  return { adults, surely, maybe, surelyNot, outside: adults - surely - maybe - surelyNot };
}

const [NONE, NO, MAYBE, YES] = [0, 1, 2, 3];

/** The best that is known of a hospital within the radius: yes before not known, not known before no. */
function bestWithin(area: Position, hospitals: readonly CatchmentHospital[], km: number): number {
  let best = NONE;
  for (const hospital of hospitals) {
    const worth = hospital.position === 'yes' ? YES : hospital.position === 'no' ? NO : MAYBE;
    if (worth > best && isWithin(area, hospital, km)) best = worth;
    if (best === YES) break;
  }
  return best;
}

/** Whether two places lie within so many kilometres, to 100 m. */
export const isWithin = (one: Position, other: Position, km: number): boolean =>
  Math.round(distanceKm(one, other) * 10) <= km * 10;

/** Hospitals that can lie within the radius of a place, from squares at least as wide as the radius. */
function nearIndex(
  hospitals: readonly CatchmentHospital[],
  km: number,
): (place: Position) => readonly CatchmentHospital[] {
  const north = (km + 1) / DEGREE_KM;
  const east = north / NARROWEST;
  const squareOf = ({ latitude, longitude }: Position) =>
    [Math.floor(latitude / north), Math.floor(longitude / east)] as const;
  const squares = new Map<string, CatchmentHospital[]>();
  for (const hospital of hospitals) {
    const [row, column] = squareOf(hospital);
    for (const up of [-1, 0, 1])
      for (const right of [-1, 0, 1]) {
        const key = `${row + up}/${column + right}`;
        const square = squares.get(key);
        if (square === undefined) squares.set(key, [hospital]);
        else square.push(hospital);
      }
  }
  return (place) => squares.get(squareOf(place).join('/')) ?? [];
}

/** Distance to the nearest hospital by straight line, in kilometres; Infinity where there is none. */
export const nearestKm = (place: Position, hospitals: readonly Position[]): number =>
  hospitals.reduce((least, hospital) => {
    // A difference of latitude is never longer than the line itself.
    if (Math.abs(place.latitude - hospital.latitude) * DEGREE_KM > least) return least;
    return Math.min(least, distanceKm(place, hospital));
  }, Infinity);
