/** A point of a picture, in its units from the upper left corner. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** How a piece of ground lies in a picture. */
export interface FlatFit {
  /** What the piece takes up; one of the two is the whole room it was given. */
  readonly width: number;
  readonly height: number;
  /** Where a place on the ground stands in the piece, north up. */
  readonly at: (longitude: number, latitude: number) => PicturePoint;
}

const RADIANS = Math.PI / 180;

/**
 * Fits places, as longitude and latitude in degrees, into a room of this size. Flat around their middle: degrees of
 * longitude are narrowed by the latitude there, which is true enough for a small picture of one area; nothing is
 * measured in it. Places that lie closer together than `least` degrees stand in the middle of a piece of that extent.
 * null = there is no place.
 */
export function fitFlat(
  places: readonly (readonly number[])[],
  room: { readonly width: number; readonly height: number },
  least = 1e-6,
): FlatFit | null {
  if (places.length === 0) return null;
  const [west, east] = rangeOf(places, 0);
  const [south, north] = rangeOf(places, 1);
  const [longitudes, latitudes] = [(west + east) / 2, (south + north) / 2];
  const narrow = Math.cos(latitudes * RADIANS);
  const across = Math.max((east - west) * narrow, least);
  const up = Math.max(north - south, least);
  const scale = Math.min(room.width / across, room.height / up);
  return {
    width: across * scale,
    height: up * scale,
    at: (longitude, latitude) => ({
      x: (across / 2 + (longitude - longitudes) * narrow) * scale,
      y: (up / 2 - (latitude - latitudes)) * scale,
    }),
  };
}

/**
 * A ring as the text of a path, to a tenth of a unit and without the corners that lie on the one before at this size;
 * '' = nothing is left of it.
 */
export function ringPath(corners: readonly PicturePoint[]): string {
  const kept: PicturePoint[] = [];
  for (const { x, y } of corners) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(before.x - x) + Math.abs(before.y - y) >= SMALLEST)
      kept.push({ x: tenth(x), y: tenth(y) });
  }
  return kept.length < 3 ? '' : `M${kept.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

const SMALLEST = 0.6;

/** A length to a tenth of a unit: finer is not seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

const rangeOf = (places: readonly (readonly number[])[], at: 0 | 1): readonly [number, number] =>
  places.reduce<readonly [number, number]>(
    ([least, most], place) => [Math.min(least, place[at] ?? 0), Math.max(most, place[at] ?? 0)],
    [Infinity, -Infinity],
  );
