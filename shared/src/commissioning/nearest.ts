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
): readonly Near<Place>[] => nearestOf(withDistances(from, places), take);

/** Every place with its distance, in the order given. */
export const withDistances = <Place extends Position>(
  from: Position,
  places: readonly Place[],
): readonly Near<Place>[] => places.map((place) => ({ place, km: distanceKm(from, place) }));

/** The nearest of places whose distances are known, nearest first; of equally near ones the earlier. */
export function nearestOf<Place>(places: readonly Near<Place>[], take: number): readonly Near<Place>[] {
  const nearest: Near<Place>[] = [];
  for (const one of places) {
    const last = nearest[take - 1];
    if (last !== undefined && one.km >= last.km) continue;
    const at = nearest.findIndex(({ km }) => one.km < km);
    nearest.splice(at === -1 ? nearest.length : at, 0, one);
    if (nearest.length > take) nearest.pop();
  }
  return nearest;
}

/**
 * Whether a hospital can be shown as an example of integrated in-reach: its published code says that the team judges
 * it partly or well integrated. In-reach that is not rated, or whose score is not published, is no example and no
 * counter-example.
 */
export const isIntegratedExemplar = (code: LadderCode): boolean => code === 'G3' || code === 'G4';

/** "4.2 km", "12 km". */
export const kmWords = (km: number): string => `${km < 10 ? km.toFixed(1) : km.toFixed(0)} km`;
