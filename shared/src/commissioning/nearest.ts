import type { LadderCode } from '../analysis/ladder-code.js';
import { distanceKm, type Position } from '../frame/distance-km.js';

/** Something on the map with its straight-line distance: never a travel time. */
export interface Near<Place> {
  readonly place: Place;
  readonly km: number;
}

/** The nearest places by straight line, nearest first. */
export const nearestTo = <Place extends Position>(
  from: Position,
  places: readonly Place[],
  take: number,
): readonly Near<Place>[] =>
  places
    .map((place) => ({ place, km: distanceKm(from, place) }))
    .toSorted((a, b) => a.km - b.km)
    .slice(0, take);

/**
 * Whether a hospital can be shown as an example of integrated in-reach: its published code says that the team judges
 * it partly or well integrated. In-reach that is not rated, or whose score is not published, is no example and no
 * counter-example.
 */
export const isIntegratedExemplar = (code: LadderCode): boolean => code === 'G3' || code === 'G4';

/** "4.2 km", "12 km". */
export const kmWords = (km: number): string => `${km < 10 ? km.toFixed(1) : km.toFixed(0)} km`;
