import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import { byText } from '../cleaning/by-text.js';
import { type Association, association } from './association.js';
import type { FigureUnit } from './figures.js';
import { indicatorPosition } from './indicator-position.js';
import { isNotKnown } from './figure-groups.js';
import type { AnyIndicator } from './instrument-indicators.js';

/** Answers of one half of the responders. Counts of hospitals. */
export interface HalfOfResponders {
  readonly hospitals: number;
  readonly yes: number;
  readonly no: number;
  readonly dontKnow: number;
  /** Skipped, not asked or in conflict. */
  readonly notKnown: number;
}

/** Early against late responders. */
export interface LateAgainstEarly {
  readonly early: HalfOfResponders;
  readonly late: HalfOfResponders;
  /** Test of yes against every other answer; null where it cannot be made. */
  readonly test: Association | null;
}

/**
 * Whether those who answered late say something else than those who answered early (methods D6.10, continuum of
 * resistance): late responders are taken to be more like those who never answered. The answering hospitals are halved
 * at the median of the time of their latest form; those of one moment stay together, in the earlier half.
 * null = fewer than two hospitals, or all answered at one moment.
 */
export function lateAgainstEarly(
  records: readonly HospitalRecord[],
  indicator: AnyIndicator,
): LateAgainstEarly | null {
  const answered = records
    .filter(({ forms, lastSubmittedAt }) => forms > 0 && lastSubmittedAt !== '')
    .toSorted((a, b) => byText(a.lastSubmittedAt, b.lastSubmittedAt) || byText(a.odsCode, b.odsCode));
  const median = answered[Math.ceil(answered.length / 2) - 1]?.lastSubmittedAt ?? '';
  const [early, late] = [
    answered.filter(({ lastSubmittedAt }) => lastSubmittedAt <= median),
    answered.filter(({ lastSubmittedAt }) => lastSubmittedAt > median),
  ].map((half) => countHalf(half, indicator));
  if (early === undefined || late === undefined || late.hospitals === 0) return null;
  const row = ({ yes, no, dontKnow }: HalfOfResponders): readonly number[] => [yes, no + dontKnow];
  return { early, late, test: association([row(early), row(late)]) };
}

function countHalf(records: readonly HospitalRecord[], indicator: AnyIndicator): HalfOfResponders {
  const positions = records.map((record) => indicatorPosition(record, indicator));
  const count = (wanted: string): number => positions.filter((position) => position === wanted).length;
  const [yes, no, dontKnow] = [count('yes'), count('no'), count('dont_know')];
  const hospitals = records.length;
  return { hospitals, yes, no, dontKnow, notKnown: hospitals - yes - no - dontKnow };
}

/** One group of the frame: who answered in it and who did not. */
export interface ResponderGroup {
  readonly code: string;
  readonly name: string;
  readonly responders: number;
  readonly nonResponders: number;
}

/** Responders against non-responders by one fact. */
export interface RespondersByFact {
  readonly groups: readonly ResponderGroup[];
  /** Hospitals of which the fact is not known; a group of their own, which the test leaves out. */
  readonly notKnown: number;
  /** null where fewer than two groups are known, or all answered, or none. */
  readonly test: Association | null;
}

/**
 * Responders against non-responders by a fact of the frame (methods C3, non-response check): the facts are known of
 * both, so a difference shows in which way the responders are not like the frame. Hospitals of which the fact is not
 * known are counted and not tested: that nobody told is no kind of hospital.
 * @param units every hospital of the frame in its group; only silence is read of the position
 */
export function respondersByGroup(units: readonly FigureUnit[]): RespondersByFact {
  const groups = new Map<string, ResponderGroup>();
  for (const { code, name, position } of units) {
    const group = groups.get(code) ?? { code, name, responders: 0, nonResponders: 0 };
    const silent = Number(position === 'no_reply');
    groups.set(code, {
      ...group,
      responders: group.responders + 1 - silent,
      nonResponders: group.nonResponders + silent,
    });
  }
  const rows = [...groups.values()].toSorted((a, b) => byText(a.name, b.name) || byText(a.code, b.code));
  const known = rows.filter((group) => !isNotKnown(group));
  return {
    groups: rows,
    notKnown: units.filter(isNotKnown).length,
    test: association(known.map(({ responders, nonResponders }) => [responders, nonResponders])),
  };
}

/** How often several forms of one hospital and perspective disagree on a question. */
export interface DisagreementRate {
  /** Sets of two or more forms with an answer ("I don't know" is one). */
  readonly sets: number;
  readonly differing: number;
  /** null = no set, so nothing could disagree. */
  readonly rate: number | null;
}

/** Disagreement rate of one question among duplicate sets (methods D6.10). */
export function disagreementRate(
  records: readonly HospitalRecord[],
  { item }: Pick<AnyIndicator, 'item'>,
): DisagreementRate {
  const views = records.flatMap(({ closed }) => Object.values(closed?.[item]?.views ?? {}));
  const sets = views.filter(({ answers }) => answers > 1);
  const differing = sets.filter((view) => view.differing).length;
  return { sets: sets.length, differing, rate: sets.length === 0 ? null : differing / sets.length };
}
