import { publishedPositions } from '@liaison-atlas/shared/commissioning/published-position';

import type { AreaLevel, AreaMeasure } from './explorer-state.js';
import { hasAnswered, hasInReach, hasNoInReachReported, type ReleasedHospital } from './released-hospital.js';

/**
 * Counts of hospitals in one area, made from what the release says by name; what it withholds is a count of its own.
 * hospitals = inReach + noInReach + notKnown + notPublished.
 */
export interface AreaSummary {
  readonly code: string;
  readonly name: string;
  readonly hospitals: number;
  /** Answered and named; more may have answered, at most `notPublished` more. */
  readonly answered: number;
  readonly inReach: number;
  readonly noInReach: number;
  readonly notKnown: number;
  /** Not named: did not agree to it, or the source names only some. */
  readonly notPublished: number;
  /** Respondents of the hospital disagree; part of `answered` and of `notKnown`. */
  readonly conflict: number;
  /** Whether IAPT treats MUS/LTC, as far as the published codes tell it; in-reach hides it, and those are in none. */
  readonly provision: { readonly yes: number; readonly told: number };
}

/** Fewest hospitals in an area before any percentage is given, fewest answers, and least share (methods C3). */
export const AREA_RULES = { hospitals: 5, answered: 3, rate: 0.5 } as const;

/** Counts by region or ICB, in alphabetical order. */
export function toAreaSummaries(
  hospitals: readonly ReleasedHospital[],
  level: AreaLevel,
): readonly AreaSummary[] {
  const areas = new Map<string, AreaSummary>();
  for (const { category, region, regionCode, icb, icbCode } of hospitals) {
    const [code, name] = level === 'region' ? [regionCode, region] : [icbCode, icb];
    const empty = {
      code,
      name,
      hospitals: 0,
      answered: 0,
      inReach: 0,
      noInReach: 0,
      notKnown: 0,
      notPublished: 0,
      conflict: 0,
      provision: { yes: 0, told: 0 },
    };
    const before = areas.get(code) ?? empty;
    const inReach = hasInReach(category);
    const noInReach = hasNoInReachReported(category);
    const { provision } = publishedPositions(category);
    const told = provision === 'yes' || provision === 'no' || (provision === 'unknown' && category !== 'CF');
    const notPublished = category === 'NP';
    areas.set(code, {
      ...before,
      hospitals: before.hospitals + 1,
      answered: before.answered + Number(hasAnswered(category)),
      inReach: before.inReach + Number(inReach),
      noInReach: before.noInReach + Number(noInReach),
      notKnown: before.notKnown + Number(!inReach && !noInReach && !notPublished),
      notPublished: before.notPublished + Number(notPublished),
      conflict: before.conflict + Number(category === 'CF'),
      provision: {
        yes: before.provision.yes + Number(provision === 'yes'),
        told: before.provision.told + Number(told),
      },
    });
  }
  return [...areas.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Whether an area has enough hospitals and named replies to be coloured: 5 or more, half of them, 3 or more replies. */
export const hasEnoughReplies = ({ hospitals, answered }: AreaSummary): boolean =>
  hospitals >= AREA_RULES.hospitals &&
  answered >= AREA_RULES.answered &&
  answered / hospitals >= AREA_RULES.rate;

/**
 * The proportion an area is coloured by, or null where it must not be: too few hospitals or replies (methods C3).
 * `in-reach` is out of the named hospitals that answered and do not contradict themselves: those that are not named
 * cannot be told apart by area. `provision` is out of those whose published code tells it, and these must be half of
 * the area's hospitals.
 */
export function areaProportion(area: AreaSummary, measure: Exclude<AreaMeasure, 'none'>): number | null {
  if (measure === 'response')
    return area.hospitals >= AREA_RULES.hospitals ? area.answered / area.hospitals : null;
  if (measure === 'provision') {
    const { yes, told } = area.provision;
    const enough = hasEnoughReplies(area) && told >= AREA_RULES.answered;
    return enough && told / area.hospitals >= AREA_RULES.rate ? yes / told : null;
  }
  const base = area.answered - area.conflict;
  return hasEnoughReplies(area) && base >= AREA_RULES.answered ? area.inReach / base : null;
}
