import { positionOn } from '../analysis/dataset-indicators.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { WITHHELD } from './nameable-code.js';
import type { PublicationSettings } from './publication-settings.js';

/** A hospital with the code that consent and settings allow it. */
export interface NamedRecord {
  readonly record: HospitalRecord;
  readonly code: LadderCode;
}

const TALLIED_ITEMS = ['iapt_treats_mus_ltc', 'iapt_inreach'] as const;
type TalliedItem = (typeof TALLIED_ITEMS)[number];

/**
 * Keeps withheld answers from being solved from the totals (domain D5, complementary suppression).
 *
 * A release gives the totals of everything analysed. Where all withheld hospitals hold the same answer, a reader
 * finds it by subtracting the named ones. So one more hospital is withheld with them until they differ: a silent
 * one where there is one (that hides least), else one that did not know, else the first by ODS code that differs.
 * The same holds where the round does not name a "don't know": a code such as G0 or GU leaves one question open, and
 * the totals must not fill it in.
 * When every hospital of the frame agrees there is no hospital that could hide it, and nothing changes.
 */
export function protectWithheld(
  hospitals: readonly NamedRecord[],
  settings: Pick<PublicationSettings, 'nameDontKnow'>,
): readonly NamedRecord[] {
  const exposed = TALLIED_ITEMS.flatMap((item) => {
    const position = exposedPosition(hospitals, item, settings);
    return position === null ? [] : [{ item, position }];
  })[0];
  if (exposed === undefined) return hospitals;
  const [cover] = hospitals
    .filter(({ code, record }) => code !== WITHHELD && positionOn(record, exposed.item) !== exposed.position)
    .toSorted((a, b) => rank(a) - rank(b) || (a.record.odsCode < b.record.odsCode ? -1 : 1));
  if (cover === undefined) return hospitals;
  return protectWithheld(
    hospitals.map((hospital) => (hospital === cover ? { ...hospital, code: WITHHELD } : hospital)),
    settings,
  );
}

/** The one answer that the totals would give away of hospitals that are not named with it, or null. */
function exposedPosition(
  hospitals: readonly NamedRecord[],
  item: TalliedItem,
  { nameDontKnow }: Pick<PublicationSettings, 'nameDontKnow'>,
): Position | null {
  const withheld = onlyPosition(
    hospitals.filter(({ code }) => code === WITHHELD),
    item,
  );
  if (withheld === 'yes' || withheld === 'no' || withheld === 'dont_know') return withheld;
  if (nameDontKnow) return null;
  const open = hospitals.filter((hospital) => hospital.code === WITHHELD || leavesOpen(hospital, item));
  return onlyPosition(open, item) === 'dont_know' ? 'dont_know' : null;
}

/** The answer that all of these hospitals gave; null when they differ, or there are none. */
function onlyPosition(hospitals: readonly NamedRecord[], item: TalliedItem): Position | null {
  const [only, ...others] = new Set(hospitals.map(({ record }) => positionOn(record, item)));
  return only === undefined || others.length > 0 ? null : only;
}

/** Whether the public code of a hospital that answered can stand for several answers to the question. */
function leavesOpen({ code, record }: NamedRecord, item: TalliedItem): boolean {
  if (item === 'iapt_inreach') return code === 'G0';
  // Beside in-reach a "no" on provision is said in words (`toPublishedHospital`), so the rest is what stays open.
  return IN_REACH_CODES.has(code) && positionOn(record, item) !== 'no';
}

const IN_REACH_CODES: ReadonlySet<LadderCode> = new Set<LadderCode>(['G4', 'G3', 'G2', 'GU', 'GP']);

const rank = ({ code }: NamedRecord): number => (code === 'NR' ? 0 : code === 'DK' || code === 'CF' ? 1 : 2);
