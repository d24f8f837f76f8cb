import { countOf } from '../../../lib/format.js';
import type { LayerMark } from '../../../map/map-mark.js';
import { hasAnswered, type ReleasedHospital } from '../released-hospital.js';

/** A trust by its hospitals in the list; never one report made from several hospitals. */
export interface ShownTrust {
  readonly code: string;
  readonly name: string;
  readonly hospitals: readonly ReleasedHospital[];
  /** Answered and named; null = some of its hospitals are not named, so how many answered is not published. */
  readonly answered: number | null;
  readonly mark: LayerMark;
  /** "2 of 3 hospitals answered". */
  readonly text: string;
  /** The middle of its hospitals. */
  readonly latitude: number;
  readonly longitude: number;
}

export const TRUST_MARK_WORDS = {
  trust_all: 'All hospitals answered',
  trust_some: 'Some hospitals answered',
  trust_none: 'No hospital answered',
  trust_not_published: 'How many answered is not published',
} as const;

/** Trusts of the hospitals shown, in alphabetical order. */
export function toTrusts(hospitals: readonly ReleasedHospital[]): readonly ShownTrust[] {
  const members = new Map<string, ReleasedHospital[]>();
  for (const hospital of hospitals) {
    const known = members.get(hospital.trustCode);
    if (known === undefined) members.set(hospital.trustCode, [hospital]);
    else known.push(hospital);
  }
  return [...members]
    .map(([code, own]) => toTrust(code, own))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function toTrust(code: string, hospitals: readonly ReleasedHospital[]): ShownTrust {
  const mean = (read: (hospital: ReleasedHospital) => number) =>
    hospitals.reduce((sum, hospital) => sum + read(hospital), 0) / hospitals.length;
  const answered = hospitals.some(({ category }) => category === 'NP')
    ? null
    : hospitals.filter(({ category }) => hasAnswered(category)).length;
  return {
    code,
    name: hospitals[0]?.trust ?? code,
    hospitals,
    answered,
    mark:
      answered === null
        ? 'trust_not_published'
        : answered === 0
          ? 'trust_none'
          : answered === hospitals.length
            ? 'trust_all'
            : 'trust_some',
    text:
      answered === null
        ? `${countOf(hospitals.length, 'hospital')}; how many answered is not published`
        : `${answered} of ${countOf(hospitals.length, 'hospital')} answered`,
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
  };
}
