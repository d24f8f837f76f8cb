import type { AnalysisDataset, HospitalRecord, Perspective } from '../cleaning/analysis-dataset.js';
import type { Hospital } from '../frame/hospital.js';
import { type Association, association } from './association.js';
import { figureGroup, type FrameBreakdown, type GroupFacts, isNotKnown } from './figure-groups.js';
import { type Breakdown, BREAKDOWNS, type Figure, figureTable, type FigureUnit } from './figures.js';
import { indicatorPosition, perspectivePosition } from './indicator-position.js';
import type { AnyIndicator } from './instrument-indicators.js';
import { type PairedPicture, pairedPerspectives } from './paired-perspectives.js';
import { postStratify, type StratumCount, type WeightedShare } from './post-stratify.js';
import { protectFigures } from './protect-figures.js';
import {
  disagreementRate,
  type DisagreementRate,
  type LateAgainstEarly,
  lateAgainstEarly,
  respondersByGroup,
  type RespondersByFact,
} from './response-checks.js';

/** What figures of a cleaned round are made from. */
export interface RoundFiguresInput {
  readonly dataset: Pick<AnalysisDataset, 'hospitals'>;
  /** The listed frame of the round. */
  readonly hospitals: readonly Hospital[];
  readonly indicator: AnyIndicator;
  readonly by: Breakdown;
  readonly facts: GroupFacts;
}

/** A table of figures and what must be known to read it. */
export interface RoundFigures {
  readonly figures: readonly Figure[];
  /** Answers by group; null where there is nothing to compare, or the split of a group is hidden. */
  readonly byGroup: Association | null;
  readonly checks: RoundChecks;
  readonly paired: PairedPicture | null;
}

/** The facts by which responders are compared with non-responders whatever else is shown (methods C3). */
const RESPONDER_FACTS = ['region', 'ed_size', 'liaison_tier', 'plan_member'] as const;

/** Responders against non-responders by one fact of the frame. */
export interface RespondersBy extends RespondersByFact {
  readonly by: FrameBreakdown;
}

/** Whether those who answered are like those who did not, and like each other (methods C3, D6.7, D6.10). */
export interface RoundChecks {
  /** By the breakdown that is shown, and by each of `RESPONDER_FACTS`. */
  readonly responders: readonly RespondersBy[];
  /** null = hidden, or nothing to compare. */
  readonly lateEarly: LateAgainstEarly | null;
  readonly disagreement: DisagreementRate;
  /** null = hidden, or too few answers to weight. */
  readonly weighted: WeightedShare | null;
}

/** Perspectives in words, for the rows of a table. */
export const PERSPECTIVE_WORDS: Readonly<Record<Perspective, string>> = {
  liaison: 'Liaison psychiatry team',
  iapt: 'IAPT service',
  psychology: 'Clinical health psychology',
  acute_trust: 'Acute trust',
};
/**
 * The breakdowns of an indicator. Opinions have one only: a second table of the same answers, such as the boards of a
 * region, could be subtracted from the first.
 */
export const breakdownsOf = ({
  disclosureClass,
}: Pick<AnyIndicator, 'disclosureClass'>): readonly Breakdown[] =>
  disclosureClass === 'organisations' ? BREAKDOWNS : ['england', 'region'];

const PERSPECTIVES = Object.keys(PERSPECTIVE_WORDS) as Perspective[];

/**
 * Figures of one indicator over a cleaned round, by one breakdown, as they may leave (methods C3, D6; domain D5).
 *
 * By perspective, every group is the whole frame as one perspective sees it, so the groups do not add up to England,
 * and are not tested against each other: they speak of the same hospitals. A breakdown that the indicator does not
 * have gives England alone.
 * @throws RangeError when a hospital of the frame has no record, or the frame is empty
 */
export function roundFigures(input: RoundFiguresInput): RoundFigures {
  const { dataset, hospitals, indicator } = input;
  const by = breakdownsOf(indicator).find((one) => one === input.by) ?? 'england';
  const records = new Map(dataset.hospitals.map((record) => [record.odsCode, record]));
  const positions = hospitals.map((hospital) => {
    const record = recordOf(records, hospital);
    return { hospital, record, odsCode: hospital.odsCode, position: indicatorPosition(record, indicator) };
  });
  const grouped = (one: FrameBreakdown): readonly FigureUnit[] =>
    positions.map(({ hospital, odsCode, position }) => ({
      odsCode,
      position,
      ...figureGroup(hospital, one, input.facts),
    }));
  const units =
    by === 'england' ? [] : by === 'perspective' ? perspectiveUnits(positions, indicator) : grouped(by);
  const figures = protectFigures(figureTable(positions, units, hospitals.length), indicator.disclosureClass);
  const isOpen = indicator.disclosureClass === 'organisations';
  const inOrder = positions.map(({ record }) => record);
  return {
    figures,
    byGroup: by === 'perspective' ? null : testGroups(figures),
    checks: {
      responders: factsToCompare(by).map((fact) => ({ by: fact, ...respondersByGroup(grouped(fact)) })),
      lateEarly: isOpen ? lateAgainstEarly(inOrder, indicator) : null,
      disagreement: disagreementRate(inOrder, indicator),
      weighted: isOpen ? postStratify(strataOf(positions)) : null,
    },
    paired: isOpen ? pairedPicture(inOrder, indicator) : null,
  };
}

function recordOf(records: ReadonlyMap<string, HospitalRecord>, { odsCode }: Hospital): HospitalRecord {
  const record = records.get(odsCode);
  if (record === undefined) throw new RangeError(`no record of hospital ${odsCode} in the dataset`);
  return record;
}

/** The breakdown that is shown comes first. */
function factsToCompare(by: Breakdown): readonly FrameBreakdown[] {
  const shown = by === 'england' || by === 'perspective' ? [] : [by];
  return [...new Set([...shown, ...RESPONDER_FACTS])];
}

/** Only perspectives from which somebody answered. */
function perspectiveUnits(
  members: readonly { readonly odsCode: string; readonly record: HospitalRecord }[],
  indicator: AnyIndicator,
): readonly FigureUnit[] {
  return PERSPECTIVES.flatMap((perspective) => {
    const units = members.map(({ odsCode, record }) => ({
      odsCode,
      code: perspective,
      name: PERSPECTIVE_WORDS[perspective],
      position: perspectivePosition(record, indicator, perspective),
    }));
    return units.some(({ position }) => position !== 'no_reply') ? units : [];
  });
}

/** Yes, no and "don't know" by group, hospitals of which the group is not known left out. */
function testGroups(figures: readonly Figure[]): Association | null {
  const groups = figures.slice(1).filter((row) => !isNotKnown(row));
  if (groups.some(({ hidden }) => hidden)) return null;
  return association(groups.map(({ yes, no, dontKnow }) => [yes ?? 0, no ?? 0, dontKnow ?? 0]));
}

function strataOf(
  members: readonly { readonly hospital: Hospital; readonly position: FigureUnit['position'] }[],
): readonly StratumCount[] {
  const cells = new Map<string, StratumCount>();
  for (const { hospital, position } of members) {
    const { regionCode: region, siteCategory: type } = hospital;
    const key = `${region} ${type}`;
    const cell = cells.get(key) ?? { region, type, frame: 0, answered: 0, yes: 0 };
    const answered = position === 'yes' || position === 'no' || position === 'dont_know';
    cells.set(key, {
      ...cell,
      frame: cell.frame + 1,
      answered: cell.answered + Number(answered),
      yes: cell.yes + Number(position === 'yes'),
    });
  }
  return [...cells.values()];
}

/** Liaison teams against the first other perspective that answered for a hospital they answered for. */
function pairedPicture(records: readonly HospitalRecord[], indicator: AnyIndicator): PairedPicture | null {
  for (const other of PERSPECTIVES.slice(1)) {
    const picture = pairedPerspectives(records, indicator, 'liaison', other);
    if (picture.pairs.length > 0) return picture;
  }
  return null;
}
