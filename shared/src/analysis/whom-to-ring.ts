import { byText } from '../cleaning/by-text.js';
import type { Hospital } from '../frame/hospital.js';
import { groupOf, type TrackedArea, type TrackedHospital, type TrackLevel } from './track-round.js';

/** What is needed of a hospital to find and ring it; a list of thousands holds nothing else. */
const ON_LIST = [
  'odsCode',
  'name',
  'trust',
  'town',
  'postcode',
  'region',
  'icb',
  'siteCategory',
  'latitude',
  'longitude',
] as const satisfies readonly (keyof Hospital)[];
export type HospitalOnList = Pick<Hospital, (typeof ON_LIST)[number]>;

/** A silent hospital with its place on the list of calls, and why it has that place. */
export interface HospitalToRing {
  /** 1 = ring first. */
  readonly rank: number;
  readonly hospital: HospitalOnList;
  readonly invited: boolean;
  readonly areaCode: string;
  readonly areaName: string;
  /** Hospitals of the area: a yes or a no of this hospital moves a bound of the area by one of them. */
  readonly areaFrame: number;
  /** Hospitals of the area that have submitted. */
  readonly areaSubmitted: number;
  readonly reason: string;
}

/**
 * Silent hospitals, those first whose reply moves the bounds of their area furthest (methods C3): each yes raises the
 * lower bound by 1/F, each no lowers the upper by 1/F, so the smallest areas come first. Among equals, the area with
 * the fewest replies; then by name and code.
 * @param tracked a round that was tracked at this level.
 */
export function whomToRing(
  tracked: { readonly areas: readonly TrackedArea[]; readonly hospitals: readonly TrackedHospital[] },
  level: TrackLevel,
): readonly HospitalToRing[] {
  const areas = new Map(tracked.areas.map((area) => [area.code, area]));
  return tracked.hospitals
    .filter(({ standing }) => standing === 'silent')
    .map(({ hospital, invited }) => {
      const { code: areaCode, name: areaName } = groupOf(hospital, level);
      const area = areas.get(areaCode);
      if (area === undefined) throw new RangeError(`the round was not tracked at the level ${level}`);
      const { frame: areaFrame } = area;
      const areaSubmitted = area.standings.submitted;
      return { hospital: onList(hospital), invited, areaCode, areaName, areaFrame, areaSubmitted };
    })
    .sort(
      (a, b) =>
        a.areaFrame - b.areaFrame ||
        a.areaSubmitted - b.areaSubmitted ||
        byText(a.hospital.name, b.hospital.name) ||
        byText(a.hospital.odsCode, b.hospital.odsCode),
    )
    .map((row, at) => ({ rank: at + 1, ...row, reason: reasonFor(row) }));
}

const onList = (hospital: Hospital): HospitalOnList =>
  Object.fromEntries(ON_LIST.map((field) => [field, hospital[field]])) as unknown as HospitalOnList;

/** In counts, not in per cent: most areas are too small for a percentage (methods C3). */
function reasonFor(row: Pick<HospitalToRing, 'areaName' | 'areaFrame' | 'areaSubmitted'>): string {
  const { areaName, areaFrame, areaSubmitted } = row;
  if (areaFrame === 1) return `The only hospital of ${areaName}: nothing is known there without it.`;
  const soFar =
    areaSubmitted === 0
      ? 'none has replied so far'
      : `${areaSubmitted} ${areaSubmitted === 1 ? 'has' : 'have'} replied so far`;
  return `A yes or a no moves a bound of ${areaName} by 1 of its ${areaFrame} hospitals; ${soFar}.`;
}
