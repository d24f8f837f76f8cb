import type { AreaRecord, OutcodeRecord, PlaceRecord } from './frame-records.js';
import { MOSTLY_BELOW } from './search-frame.js';

/** An outcode with the names of its areas; an area that is not in the tables is "not known". */
export function toPlace(outcode: OutcodeRecord, areas: readonly AreaRecord[]): PlaceRecord {
  const nameOf = (level: AreaRecord['level'], code: string): string =>
    areas.find((area) => area.level === level && area.code === code)?.name ?? 'not known';
  return {
    outcode: outcode.code,
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
