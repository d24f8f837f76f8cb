import { type SizeBand, sizeBandWords } from './strata.js';

/** A group of hospitals: a code that stays, and words. */
export interface NamedGroup {
  readonly code: string;
  readonly name: string;
}

/** What is known of how many people come to a hospital's emergency department in a year. */
export interface KnownAttendances {
  readonly odsCode: string;
  /** Band of the hospital's own attendances, as the frame states them. */
  readonly own: SizeBand;
  /** Major emergency attendances of its whole trust; null = not known. */
  readonly ofTrust: number | null;
}

/** Code of the group of hospitals of which a fact is not known. */
export const NOT_KNOWN = 'not_known' as const;

/**
 * Hospitals by the size of their emergency department (methods C3, non-response check). Where the frame states
 * attendances of hospitals themselves these are taken, and hospitals without are "not known". Where it states none, as the
 * frame of 2018, hospitals are told apart by the attendances of their whole trust, and the words say so: the two are never
 * mixed in one table. The cuts are this project's.
 */
export function hospitalSizes(hospitals: readonly KnownAttendances[]): ReadonlyMap<string, NamedGroup> {
  const hasOwn = hospitals.some(({ own }) => own !== NOT_KNOWN);
  return new Map(
    hospitals.map(({ odsCode, own, ofTrust }) => [
      odsCode,
      hasOwn || ofTrust === null ? { code: own, name: sizeBandWords(own) } : trustBand(ofTrust),
    ]),
  );
}

function trustBand(attendances: number): NamedGroup {
  if (attendances < 100_000)
    return { code: 'trust_under_100000', name: 'trust with under 100,000 attendances a year' };
  return attendances < 150_000
    ? { code: 'trust_100000_to_149999', name: 'trust with 100,000 to 149,999 attendances a year' }
    : { code: 'trust_150000_and_over', name: 'trust with 150,000 attendances a year and over' };
}
