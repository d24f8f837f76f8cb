import { positionOn } from '../analysis/dataset-indicators.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { groupBy } from '../kernel/group-by.js';
import { WITHHELD } from './nameable-code.js';
import { publicPosition } from './public-position.js';
import type { PublicationSettings } from './publication-settings.js';

/** A hospital with the code that consent and settings allow it. */
export interface NamedRecord {
  readonly record: HospitalRecord;
  readonly code: LadderCode;
}

/** The codes under which an earlier release of the round showed the hospitals, by ODS code. */
export type ShownCodes = ReadonlyMap<string, LadderCode>;

const TALLIED_ITEMS = ['iapt_treats_mus_ltc', 'iapt_inreach'] as const;
type TalliedItem = (typeof TALLIED_ITEMS)[number];

/** What must not be found out: hospitals that all gave this answer, which the totals say that somebody gave. */
interface Exposure {
  readonly item: TalliedItem;
  readonly position: Position;
  /** Only a hospital that earlier releases showed in this way can hide them; undefined = any can. */
  readonly history?: string;
}

/**
 * Keeps withheld answers from being solved from the totals (domain D5, complementary suppression).
 *
 * A release gives the totals of everything analysed. Where all withheld hospitals hold the same answer, a reader
 * finds it by subtracting the named ones. So one more hospital is withheld with them until they differ: a silent
 * one where there is one (that hides least), else one that did not know, else the first by ODS code that differs.
 * The same holds where the round does not name a "don't know": a code such as G0 or GU leaves one question open, and
 * the totals must not fill it in.
 *
 * Two releases must not solve each other either: a hospital shown as silent before and withheld now has answered, and
 * the change of the totals says what. Hospitals whose codes changed in the same way cannot be told apart, so the same
 * is asked of each such group. A hospital that was withheld is never shown as silent afterwards: the change of the
 * totals would say what it took back.
 * When every hospital of the frame agrees there is no hospital that could hide it, and nothing changes.
 * @param earlier the releases of the round so far; none = the first
 */
export function protectWithheld(
  hospitals: readonly NamedRecord[],
  settings: Pick<PublicationSettings, 'nameDontKnow'>,
  earlier: readonly ShownCodes[] = [],
): readonly NamedRecord[] {
  let shown = hospitals.map((hospital) =>
    hospital.code === 'NR' && earlier.some((codes) => codes.get(hospital.record.odsCode) === WITHHELD)
      ? { ...hospital, code: WITHHELD }
      : hospital,
  );
  // Each turn withholds one hospital more, so there are no more turns than hospitals.
  for (;;) {
    const cover = exposures(shown, settings, earlier)
      .map((exposure) => coverOf(shown, exposure, earlier))
      .find((found) => found !== undefined);
    if (cover === undefined) return shown;
    shown = shown.map((hospital) => (hospital === cover ? { ...hospital, code: WITHHELD } : hospital));
  }
}

function exposures(
  hospitals: readonly NamedRecord[],
  { nameDontKnow }: Pick<PublicationSettings, 'nameDontKnow'>,
  earlier: readonly ShownCodes[],
): readonly Exposure[] {
  const withheld = hospitals.filter(({ code }) => code === WITHHELD);
  return TALLIED_ITEMS.flatMap((item) => {
    const one = exposureOf(withheld, item, ANSWERS);
    const open = hospitals.filter((hospital) => hospital.code === WITHHELD || leavesOpen(hospital, item));
    return [
      ...changesOf(withheld, item, earlier),
      ...one,
      ...(nameDontKnow || one.length > 0 ? [] : exposureOf(open, item, DONT_KNOW)),
    ];
  });
}

const ANSWERS: readonly Position[] = ['yes', 'no', 'dont_know'];
const DONT_KNOW: readonly Position[] = ['dont_know'];

/** The answer that the totals would give away of hospitals that are not named with it. */
function exposureOf(
  hospitals: readonly NamedRecord[],
  item: TalliedItem,
  answers: readonly Position[],
): readonly Exposure[] {
  const [position, ...others] = new Set(hospitals.map(({ record }) => positionOn(record, item)));
  if (position === undefined || others.length > 0 || !answers.includes(position)) return [];
  return [{ item, position }];
}

/**
 * What the change of the totals would give away: of the hospitals that were shown alike so far, and of all that were
 * shown otherwise before. A code that told the very answer earlier leaves nothing to give away.
 */
function changesOf(
  withheld: readonly NamedRecord[],
  item: TalliedItem,
  earlier: readonly ShownCodes[],
): readonly Exposure[] {
  if (earlier.length === 0) return [];
  const id = item === 'iapt_inreach' ? 'iapt-in-reach' : 'iapt-treats-mus-ltc';
  const secret = withheld.filter(({ record }) =>
    earlier.every((codes) => {
      const was = codes.get(record.odsCode);
      return was === undefined || publicPosition(was, id) !== positionOn(record, item);
    }),
  );
  const alike = groupBy(secret, ({ record }) => historyOf(record.odsCode, earlier));
  const changed = secret.filter(({ record }) =>
    earlier.some((codes) => codes.get(record.odsCode) !== WITHHELD),
  );
  return [
    ...[...alike].flatMap(([history, group]) =>
      exposureOf(group, item, ANSWERS).map((exposure) => ({ ...exposure, history })),
    ),
    ...exposureOf(changed, item, ANSWERS),
  ];
}

const historyOf = (odsCode: string, earlier: readonly ShownCodes[]): string =>
  earlier.map((codes) => codes.get(odsCode) ?? '').join(' ');

/** The hospital that hides an exposure best; undefined = there is none that could. */
function coverOf(
  hospitals: readonly NamedRecord[],
  { item, position, history }: Exposure,
  earlier: readonly ShownCodes[],
): NamedRecord | undefined {
  const [cover] = hospitals
    .filter(
      ({ code, record }) =>
        code !== WITHHELD &&
        positionOn(record, item) !== position &&
        (history === undefined || historyOf(record.odsCode, earlier) === history),
    )
    .toSorted((a, b) => rank(a) - rank(b) || (a.record.odsCode < b.record.odsCode ? -1 : 1));
  return cover;
}

/** Whether the public code of a hospital that answered can stand for several answers to the question. */
function leavesOpen({ code, record }: NamedRecord, item: TalliedItem): boolean {
  if (item === 'iapt_inreach') return code === 'G0';
  // Beside in-reach a "no" on provision is said in words (`toPublishedHospital`), so the rest is what stays open.
  return IN_REACH_CODES.has(code) && positionOn(record, item) !== 'no';
}

const IN_REACH_CODES: ReadonlySet<LadderCode> = new Set<LadderCode>(['G4', 'G3', 'G2', 'GU', 'GP']);

const rank = ({ code }: NamedRecord): number => (code === 'NR' ? 0 : code === 'DK' || code === 'CF' ? 1 : 2);
