import type { Position } from '../frame/distance-km.js';

/** A small area (2011) by where its people live; the areas of a table stand in the order of their codes. */
export interface SmallArea extends Position {
  /** People of 18 and over, middle of 2019. */
  readonly adults: number;
  /** Position of its ICB (July 2022) in the list of the table. */
  readonly icb: number;
}

/** All small areas of England, and the ICBs that they lie in. */
export interface SmallAreas {
  readonly icbCodes: readonly string[];
  readonly areas: readonly SmallArea[];
}

/** What the file begins with; another table, or another way of packing, begins otherwise. */
const SIGN = 0x4c413131;
/** Steps of the grid to a degree: about 11 m north, 7 m east, all that the source gives. */
const STEPS = 10_000;
const WEST = -7;
const SOUTH = 49;

/**
 * Packs the table: a sign, how many areas and ICBs there are, the codes of the ICBs, and then one column after the
 * other, each value as the difference to the area before, so that it compresses well. The script that makes the file uses it,
 * the browser reads what it wrote.
 */
export function packSmallAreas({ icbCodes, areas }: SmallAreas): Uint8Array {
  const numbers: number[] = [SIGN, areas.length, icbCodes.length];
  for (const code of icbCodes) for (let at = 0; at < 3; at += 1) numbers.push(code.padEnd(3).charCodeAt(at));
  const columns = [
    areas.map(({ latitude }) => Math.round((latitude - SOUTH) * STEPS)),
    areas.map(({ longitude }) => Math.round((longitude - WEST) * STEPS)),
    areas.map(({ adults }) => adults),
    areas.map(({ icb }) => icb),
  ];
  for (const column of columns)
    column.forEach((value, at) => numbers.push(zigzag(value - (at === 0 ? 0 : (column[at - 1] ?? 0)))));
  return new Uint8Array(numbers.flatMap(toBytes));
}

/**
 * Reads the table.
 * @throws RangeError when the bytes are no such table, or end too early
 */
export function unpackSmallAreas(bytes: Uint8Array): SmallAreas {
  let at = 0;
  const next = (): number => {
    let [value, factor, byte] = [0, 1, 0x80];
    while (byte >= 0x80) {
      const read = bytes[at];
      if (read === undefined) throw new RangeError('the table of small areas ends too early');
      byte = read;
      at += 1;
      value += (byte & 0x7f) * factor;
      factor *= 0x80;
    }
    return value;
  };
  if (next() !== SIGN) throw new RangeError('this is no table of small areas');
  const count = next();
  const icbs = next();
  const icbCodes = Array.from({ length: icbs }, () => String.fromCharCode(next(), next(), next()).trimEnd());
  const column = (): readonly number[] => {
    let value = 0;
    return Array.from({ length: count }, () => (value += unzigzag(next())));
  };
  const [north, east, adults, icb] = [column(), column(), column(), column()];
  const areas = north.map((latitude, index) => ({
    latitude: SOUTH + latitude / STEPS,
    longitude: WEST + (east[index] ?? 0) / STEPS,
    adults: adults[index] ?? 0,
    icb: icb[index] ?? 0,
  }));
  return { icbCodes, areas };
}

/** Small numbers of either sign as small numbers without one: 0, -1, 1, -2 → 0, 1, 2, 3. */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** A number of 0 or more in groups of seven bits, the lowest first. */
function toBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
