import type { AreaRecord, OutcodeRecord, ReferenceHospital, TrustRecord } from './frame-records.js';
import { isInListedFrame } from './hospital.js';
import { normaliseName } from './normalise-name.js';

export const SEARCH_HIT_KINDS = ['hospital', 'trust', 'icb', 'region', 'ccg', 'postcode'] as const;
export type SearchHitKind = (typeof SEARCH_HIT_KINDS)[number];

/** One thing that the search box found, with the page that shows it. */
export interface SearchHit {
  readonly kind: SearchHitKind;
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly path: string;
}

/** What the search looks through. */
export interface SearchableFrame {
  readonly hospitals: readonly ReferenceHospital[];
  readonly trusts: readonly TrustRecord[];
  readonly areas: readonly AreaRecord[];
  readonly outcodes: ReadonlyMap<string, OutcodeRecord>;
}

/** One thing that can be found by name or code. */
export interface SearchEntry {
  readonly hit: SearchHit;
  /** Every code it has or had. */
  readonly codes: readonly string[];
  /** Words of its name, normalised. */
  readonly name: readonly string[];
  /** Words of its town, of other spellings and of later names. */
  readonly other: readonly string[];
  /** Among equals: hospitals of the listed frame, other sites, trusts, ICBs, regions, CCGs of 2018. */
  readonly order: number;
}

/** A frame made ready for searching; make it once and keep it, the words do not change. */
export interface SearchIndex extends SearchableFrame {
  readonly entries: readonly SearchEntry[];
}

/** Takes the names apart into words, which is the slow part of a search. */
export function toSearchIndex(frame: SearchableFrame): SearchIndex {
  const entries = [
    ...frame.hospitals.map((hospital) => ({
      hit: hospitalHit(hospital),
      codes: [hospital.odsCode, ...hospital.laterOdsCodes],
      name: normaliseName(hospital.name),
      other: [hospital.town, ...hospital.aliases].flatMap(normaliseName),
      order: isInListedFrame(hospital.siteCategory) ? 0 : 1,
    })),
    ...frame.trusts.map((trust) => ({
      hit: trustHit(trust),
      codes: [trust.odsCode],
      name: normaliseName(trust.name),
      other: trust.successors.flatMap(({ name }) => normaliseName(name)),
      order: 2,
    })),
    ...frame.areas.flatMap((area) =>
      areaHit(area, frame.areas).map((hit) => ({
        hit,
        codes: [area.code],
        name: normaliseName(area.name),
        other: [],
        order: area.level === 'icb' ? 3 : area.level === 'region' ? 4 : 5,
      })),
    ),
  ];
  return { ...frame, entries };
}

/** A hospital as a hit: its town and its trust of 2018 tell it from others. */
export const hospitalHit = (hospital: ReferenceHospital): SearchHit => ({
  kind: 'hospital',
  code: hospital.odsCode,
  label: hospital.name,
  detail: [hospital.town, hospital.trust].filter((part) => part !== '').join(', '),
  path: `/hospitals/${hospital.odsCode}`,
});

const trustHit = (trust: TrustRecord): SearchHit => ({
  kind: 'trust',
  code: trust.odsCode,
  label: trust.name,
  detail:
    trust.successors.length === 0
      ? 'NHS trust'
      : `NHS trust, now ${trust.successors.map(({ name }) => name).join(' and ')}`,
  path: `/trusts/${trust.odsCode}`,
});

/** An area as itself; a CCG of 2018 names the ICB that took over most of its people. */
function areaHit(area: AreaRecord, areas: readonly AreaRecord[]): SearchHit[] {
  const { level, code, name } = area;
  const follower = areas.find((one) => one.level === 'icb' && one.code === area.icbCode)?.name;
  const detail = {
    region: 'NHS England region',
    icb: `Integrated care board, ${area.region}`,
    ccg: `CCG of 2018${follower === undefined ? '' : `, followed by ${follower}`}`,
  }[level];
  return [{ kind: level, code, label: name, detail, path: `/areas/${code}` }];
}
