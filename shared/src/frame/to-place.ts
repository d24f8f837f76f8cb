import type { AreaRecord, OutcodeRecord, PlaceRecord } from './frame-records.js';
import type { TypedPostcode } from './parse-postcode.js';
import type { PlacedPostcode } from './postcode-block.js';

/** Below this share of an outcode's addresses its area is named with "mostly". */
export const MOSTLY_BELOW = 0.7;

/** An outcode with the names of its areas; an area that is not in the tables is "not known". */
export function toPlace(outcode: OutcodeRecord, areas: readonly AreaRecord[]): PlaceRecord {
  const nameOf = namesIn(areas);
  return {
    outcode: outcode.code,
    postcode: '',
    exact: false,
    edition: '',
    latitude: outcode.latitude,
    longitude: outcode.longitude,
    icbCode: outcode.icbCode,
    icb: nameOf('icb', outcode.icbCode),
    icbMostly: outcode.icbShare < MOSTLY_BELOW,
    ccgCode: outcode.ccgCode,
    ccg: nameOf('ccg', outcode.ccgCode),
    ccgMostly: outcode.ccgShare < MOSTLY_BELOW,
    mostlyOutsideEngland: outcode.englandShare < 0.5,
  };
}

/**
 * A postcode of an official file with the names of its areas. Where the file's edition names an area that our tables do
 * not hold, the first half has to do: that area is said with "mostly", and without its ICB the place is not exact.
 */
export function toExactPlace(
  { outcode, full }: TypedPostcode,
  found: PlacedPostcode,
  edition: string,
  byOutcode: OutcodeRecord | undefined,
  areas: readonly AreaRecord[],
): PlaceRecord {
  const nameOf = namesIn(areas);
  const icbCode = found.icbCode || (byOutcode?.icbCode ?? '');
  const ccgCode = found.ccgCode || (byOutcode?.ccgCode ?? '');
  return {
    outcode,
    postcode: full,
    exact: found.icbCode !== '',
    edition,
    latitude: found.latitude,
    longitude: found.longitude,
    icbCode,
    icb: nameOf('icb', icbCode),
    icbMostly: found.icbCode === '',
    ccgCode,
    ccg: nameOf('ccg', ccgCode),
    ccgMostly: found.ccgCode === '',
    mostlyOutsideEngland: false,
  };
}

const namesIn =
  (areas: readonly AreaRecord[]) =>
  (level: AreaRecord['level'], code: string): string =>
    areas.find((area) => area.level === level && area.code === code)?.name ?? 'not known';
