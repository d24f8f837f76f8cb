import { type FrameFacts, TRUST_TYPES } from './frame-facts.js';

/**
 * Emergency attendances of the hospital itself in a year, in three bands. The cuts are this project's. Attendances
 * of a whole trust say nothing about one of its hospitals and never stand here.
 */
export const SIZE_BANDS = ['under_50000', '50000_to_99999', '100000_and_over', 'not_known'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

/** Kinds of trust by which a frame is divided. */
export const TRUST_STRATA = [...TRUST_TYPES, 'not_known'] as const;
export type TrustStratum = (typeof TRUST_STRATA)[number];

/** Where a hospital stands in a frame. */
export interface Strata {
  /** Code of the NHS England region; '' = not known. */
  readonly regionCode: string;
  readonly trustType: TrustStratum;
  readonly sizeBand: SizeBand;
}

/** The strata of a hospital. What no source says is "not known", which is a stratum of its own. */
export const strataOf = (facts: FrameFacts): Strata => ({
  regionCode: facts.region_code,
  trustType: TRUST_TYPES.find((type) => type === facts.trust_type) ?? 'not_known',
  sizeBand: sizeBandOf(facts.ed_attendances),
});

function sizeBandOf(attendances: string): SizeBand {
  if (!/^\d+$/.test(attendances)) return 'not_known';
  const count = Number(attendances);
  if (count < 50_000) return 'under_50000';
  return count < 100_000 ? '50000_to_99999' : '100000_and_over';
}

const SIZE_WORDS: Readonly<Record<SizeBand, string>> = {
  under_50000: 'under 50,000 attendances a year',
  '50000_to_99999': '50,000 to 99,999 attendances a year',
  '100000_and_over': '100,000 attendances a year and over',
  not_known: 'size not known',
};
const TRUST_WORDS: Readonly<Record<TrustStratum, string>> = {
  acute: 'acute trust',
  mental_health: 'mental health trust',
  community: 'community trust',
  ambulance: 'ambulance trust',
  not_known: 'kind of trust not known',
};

/** A size band in words. */
export const sizeBandWords = (band: SizeBand): string => SIZE_WORDS[band];
/** A kind of trust in words. */
export const trustStratumWords = (type: TrustStratum): string => TRUST_WORDS[type];
