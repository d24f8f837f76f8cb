import type { Position } from './distance-km.js';

/** One postcode of an outcode as an official file places it; '' for an area whose code our tables do not hold. */
export interface PlacedPostcode extends Position {
  /** The second half: "2JH". */
  readonly inward: string;
  readonly icbCode: string;
  readonly ccgCode: string;
}

/** Bytes of one postcode: 2 for its second half, 3 and 3 for the point, 1 and 1 for the areas. */
export const POSTCODE_BYTES = 10;

/** Codes of areas by the number that stands for them in a block; 0 is "not known". */
export type AreaNumbers = ReadonlyMap<string, number>;

const LETTER_A = 65;
const LETTERS = 26;
/** A point is kept to about a metre: hundred-thousandths of a degree, counted from the south-west of the islands. */
const STEPS = 100_000;
const SOUTH = 49;
const WEST = -9;
/** Extent of the islands in degrees from there: nothing lies farther north or east. */
const HIGH = 12;
const WIDE = 11;

/** The number of a second half, 0 to 6,759; undefined for text of another shape. */
export function inwardNumber(inward: string): number | undefined {
  if (!/^\d[A-Z]{2}$/.test(inward)) return undefined;
  const letter = (at: number): number => inward.charCodeAt(at) - LETTER_A;
  return (Number(inward[0]) * LETTERS + letter(1)) * LETTERS + letter(2);
}

/**
 * Writes a postcode into `bytes` at `offset`.
 * @throws RangeError for a second half of another shape or a point outside the British Isles
 */
export function writePostcode(
  bytes: Uint8Array,
  offset: number,
  { inward, latitude, longitude }: Omit<PlacedPostcode, 'icbCode' | 'ccgCode'>,
  icb: number,
  ccg: number,
): void {
  const number = inwardNumber(inward);
  const north = Math.round((latitude - SOUTH) * STEPS);
  const east = Math.round((longitude - WEST) * STEPS);
  if (number === undefined || !isWithin(north, HIGH) || !isWithin(east, WIDE))
    throw new RangeError('no postcode of this shape at this point');
  bytes.set(
    [
      number >> 8,
      number & 255,
      north >> 16,
      (north >> 8) & 255,
      north & 255,
      east >> 16,
      (east >> 8) & 255,
      east & 255,
      icb,
      ccg,
    ],
    offset,
  );
}

const isWithin = (steps: number, degrees: number): boolean => steps >= 0 && steps <= degrees * STEPS;

/** Finds a second half in a block; undefined = the file does not hold it. */
export function findInBlock(
  bytes: Uint8Array,
  inward: string,
  icbs: readonly string[],
  ccgs: readonly string[],
): PlacedPostcode | undefined {
  const wanted = inwardNumber(inward);
  if (wanted === undefined) return undefined;
  const byte = (at: number): number => bytes[at] ?? 0;
  for (let at = 0; at + POSTCODE_BYTES <= bytes.length; at += POSTCODE_BYTES) {
    if (byte(at) * 256 + byte(at + 1) !== wanted) continue;
    const steps = (from: number): number => byte(from) * 65_536 + byte(from + 1) * 256 + byte(from + 2);
    return {
      inward,
      latitude: SOUTH + steps(at + 2) / STEPS,
      longitude: WEST + steps(at + 5) / STEPS,
      icbCode: byte(at + 8) === 0 ? '' : (icbs[byte(at + 8) - 1] ?? ''),
      ccgCode: byte(at + 9) === 0 ? '' : (ccgs[byte(at + 9) - 1] ?? ''),
    };
  }
  return undefined;
}
