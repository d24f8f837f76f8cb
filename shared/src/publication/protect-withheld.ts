import { positionOn } from '../analysis/dataset-indicators.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import { WITHHELD } from './nameable-code.js';

/** A hospital with the code that consent and settings allow it. */
export interface NamedRecord {
  readonly record: HospitalRecord;
  readonly code: LadderCode;
}

const TALLIED_ITEMS = ['iapt_treats_mus_ltc', 'iapt_inreach'] as const;

/**
 * Keeps withheld answers from being solved from the totals (domain D5, complementary suppression).
 *
 * A release gives the totals of everything analysed. Where all withheld hospitals hold the same answer, a reader
 * finds it by subtracting the named ones. So one more hospital is withheld with them until they differ: a silent
 * one where there is one (that hides least), else one that did not know, else the first by ODS code that differs.
 * When every hospital of the frame agrees there is no hospital that could hide it, and nothing changes.
 */
export function protectWithheld(hospitals: readonly NamedRecord[]): readonly NamedRecord[] {
  const withheld = hospitals.filter(({ code }) => code === WITHHELD);
  const exposed = TALLIED_ITEMS.find((item) => exposedPosition(withheld, item) !== null);
  if (exposed === undefined) return hospitals;
  const position = exposedPosition(withheld, exposed);
  const [cover] = hospitals
    .filter(({ code, record }) => code !== WITHHELD && positionOn(record, exposed) !== position)
    .toSorted((a, b) => rank(a) - rank(b) || (a.record.odsCode < b.record.odsCode ? -1 : 1));
  if (cover === undefined) return hospitals;
  return protectWithheld(
    hospitals.map((hospital) => (hospital === cover ? { ...hospital, code: WITHHELD } : hospital)),
  );
}

/** The one answer that all withheld hospitals gave, or null when they differ or none of them answered. */
function exposedPosition(withheld: readonly NamedRecord[], item: string): string | null {
  const positions = new Set(withheld.map(({ record }) => positionOn(record, item)));
  const [only] = positions;
  const substantive = only === 'yes' || only === 'no' || only === 'dont_know';
  return positions.size === 1 && substantive ? only : null;
}

const rank = ({ code }: NamedRecord): number => (code === 'NR' ? 0 : code === 'DK' || code === 'CF' ? 1 : 2);
