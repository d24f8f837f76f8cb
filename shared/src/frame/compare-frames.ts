import type { Eligibility } from './eligibility.js';
import { isClosedAt, lastDayOf } from './eligibility.js';
import type { FactField, FrameFacts } from './frame-facts.js';
import { type FieldChange, reconcileFrame, type ReconcileRecord } from './reconcile-frame.js';

/** What became of a hospital between two frames, or would by an import; one hospital can have several. */
export const FRAME_CHANGE_KINDS = [
  'opened',
  'added',
  'closed',
  'merged',
  'renamed',
  'changed_trust',
  'changed_eligibility',
  'changed_facts',
  'not_in_list',
  'left_out',
] as const;
export type FrameChangeKind = (typeof FRAME_CHANGE_KINDS)[number];

const WORDS: Readonly<Record<FrameChangeKind, string>> = {
  opened: 'opened',
  added: 'newly listed',
  closed: 'closed',
  merged: 'merged into another',
  renamed: 'renamed',
  changed_trust: 'another trust',
  changed_eligibility: 'eligibility changed',
  changed_facts: 'other facts changed',
  not_in_list: 'not in the newer list',
  left_out: 'not in the newer frame',
};

/** A kind of change in words. */
export const frameChangeWords = (kind: FrameChangeKind): string => WORDS[kind];

/** One hospital as a frame has it. */
export interface ComparedUnit {
  /** Id of the site: it holds through every change of name, code and trust. */
  readonly siteId: string;
  readonly eligibility: Eligibility;
  readonly facts: FrameFacts;
}

export interface ComparedFrame {
  readonly asOf: string;
  readonly units: readonly ComparedUnit[];
}

export interface FrameChange {
  readonly siteId: string;
  readonly odsCode: string;
  readonly name: string;
  /** At least one. */
  readonly kinds: readonly FrameChangeKind[];
  /** Each fact that differs; '' = it was not known. */
  readonly changes: readonly FieldChange[];
}

export interface FrameDifference {
  /** Hospitals with a change, by name. */
  readonly changed: readonly FrameChange[];
  /** Hospitals in both frames without any. */
  readonly unchanged: number;
}

const HAVE_A_KIND: readonly FactField[] = ['name', 'trust_code', 'closed_on', 'merged_into', 'list_status'];
/** Facts that follow from the trust's code. */
const FOLLOW: readonly FactField[] = ['trust_name', 'trust_type'];

/**
 * Compares two frames hospital by hospital, by the site's id. Names that differ in capitals only, and facts that the
 * later frame leaves open, are no change (`reconcileFrame`). A hospital is `opened` when its date lies between the
 * two days; without a date it is `added`, for that it is new is not known.
 */
export function compareFrames(before: ComparedFrame, after: ComparedFrame): FrameDifference {
  const earlier = new Map(before.units.map((unit) => [unit.siteId, unit]));
  const later = new Set(after.units.map(({ siteId }) => siteId));
  const fields = fieldChanges(before.units, after.units);
  const changed = [
    ...after.units.map((unit): FrameChange => {
      const was = earlier.get(unit.siteId);
      const changes = fields.get(unit.siteId) ?? [];
      const kinds =
        was === undefined
          ? [hasOpenedBetween(unit.facts, before.asOf, after.asOf) ? ('opened' as const) : ('added' as const)]
          : kindsOf(was, unit, changes, before.asOf, after.asOf);
      return { ...named(unit), kinds, changes };
    }),
    ...before.units
      .filter(({ siteId }) => !later.has(siteId))
      .map((unit): FrameChange => ({ ...named(unit), kinds: ['left_out'], changes: [] })),
  ];
  return {
    changed: changed
      .filter(({ kinds }) => kinds.length > 0)
      .sort((a, b) => (`${a.name} ${a.siteId}` < `${b.name} ${b.siteId}` ? -1 : 1)),
    unchanged: changed.filter(({ kinds }) => kinds.length === 0).length,
  };
}

/** How many hospitals have each kind of change; a kind that none has counts 0. */
export const countKinds = (difference: FrameDifference): Readonly<Record<FrameChangeKind, number>> =>
  Object.fromEntries(
    FRAME_CHANGE_KINDS.map((kind) => [
      kind,
      difference.changed.filter(({ kinds }) => kinds.includes(kind)).length,
    ]),
  ) as Record<FrameChangeKind, number>;

function kindsOf(
  was: ComparedUnit,
  is: ComparedUnit,
  changes: readonly FieldChange[],
  from: string,
  to: string,
): FrameChangeKind[] {
  const changedFields = new Set(changes.map(({ field }) => field));
  const followers = changedFields.has('trust_code') ? FOLLOW : [];
  const applies: readonly (readonly [FrameChangeKind, boolean])[] = [
    ['closed', isClosedAt(is.facts, to) && !isClosedAt(was.facts, from)],
    ['merged', changedFields.has('merged_into')],
    ['renamed', changedFields.has('name')],
    ['changed_trust', changedFields.has('trust_code')],
    ['changed_eligibility', is.eligibility !== was.eligibility],
    [
      'changed_facts',
      changes.some(({ field }) => ![...HAVE_A_KIND, ...followers].includes(field as FactField)) ||
        (changedFields.has('closed_on') && !isClosedAt(is.facts, to)),
    ],
    ['not_in_list', changedFields.has('list_status') && is.facts.list_status !== 'listed'],
  ];
  return applies.filter(([, does]) => does).map(([kind]) => kind);
}

function fieldChanges(
  before: readonly ComparedUnit[],
  after: readonly ComparedUnit[],
): Map<string, readonly FieldChange[]> {
  const plan = reconcileFrame(before.map(toRecord), after.map(toRecord));
  // A frame holds a site once, by its key in the database.
  if (!plan.ok) throw new Error(`a frame names a site twice: ${plan.problems[0]?.field ?? ''}`);
  return new Map(plan.value.changed.map(({ key, changes }) => [key, changes]));
}

const toRecord = ({ siteId, facts }: ComparedUnit): ReconcileRecord => ({
  key: siteId,
  label: facts.name,
  fields: facts,
});

const named = ({ siteId, facts }: ComparedUnit) => ({ siteId, odsCode: facts.ods_code, name: facts.name });

const hasOpenedBetween = ({ opened_on }: FrameFacts, from: string, to: string): boolean =>
  opened_on !== '' && opened_on > lastDayOf(from) && opened_on <= lastDayOf(to);
