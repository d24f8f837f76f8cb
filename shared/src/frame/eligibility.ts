import type { FrameFacts } from './frame-facts.js';

/** Whether a hospital belongs to the population that a round asks. `unknown` is an answer: AAPOR's U, never "no". */
export const ELIGIBILITIES = ['eligible', 'ineligible', 'unknown'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** Why the rule says so, in words; the codes are stable and stand in files and in the frame's hash. */
const REASONS = {
  general_ed: 'General hospital with an emergency department.',
  general_ed_part_time: 'General hospital with an emergency department that is open only part of the day.',
  outside_england: 'It lies outside England.',
  not_open_yet: 'It had not opened on the day of the frame.',
  closed: 'It had closed by the day of the frame.',
  merged: 'It was merged into another hospital.',
  not_general: 'It is not a general acute hospital.',
  no_major_ed: 'It has no major (type 1) emergency department.',
  country_not_known: 'Whether it lies in England is not known.',
  site_type_not_known: 'Whether it is a general acute hospital is not known.',
  ed_not_known: 'Whether it has a major emergency department is not known.',
  not_in_list: 'The newest list does not name it.',
  code_ended: 'Its code ended; whether the hospital closed is not known.',
} as const;
export type EligibilityReason = keyof typeof REASONS;
export const ELIGIBILITY_REASONS = Object.keys(REASONS) as readonly EligibilityReason[];

/** A reason in a sentence. */
export const reasonWords = (reason: EligibilityReason): string => REASONS[reason];

export interface EligibilityVerdict {
  readonly eligibility: Eligibility;
  /** At least one; all that apply, in the order of `ELIGIBILITY_REASONS`. */
  readonly reasons: readonly EligibilityReason[];
}

/**
 * The rule of the acute emergency-department frame: a general hospital in England, open on the frame's day, with a
 * consultant-led (type 1) emergency department, part-time ones included.
 *
 * One fact against it is enough to be ineligible, whatever else is not known. Otherwise a fact that is missing makes
 * it unknown. A hospital that a list names counts as open unless a date says otherwise: lists rarely date openings.
 *
 * @param asOf the frame's day (YYYY-MM-DD) or month (YYYY-MM, judged at its end)
 */
export function judgeEligibility(facts: FrameFacts, asOf: string): EligibilityVerdict {
  const against = reasonsAgainst(facts, asOf);
  if (against.length > 0) return { eligibility: 'ineligible', reasons: against };
  const open = openQuestions(facts);
  if (open.length > 0) return { eligibility: 'unknown', reasons: open };
  const reason = facts.ed_type === 'major_part_time' ? 'general_ed_part_time' : 'general_ed';
  return { eligibility: 'eligible', reasons: [reason] };
}

function reasonsAgainst(facts: FrameFacts, asOf: string): EligibilityReason[] {
  const day = lastDayOf(asOf);
  const applies: readonly (readonly [EligibilityReason, boolean])[] = [
    ['outside_england', facts.country === 'other'],
    ['not_open_yet', facts.opened_on !== '' && facts.opened_on > day],
    ['closed', isClosedAt(facts, asOf)],
    ['merged', facts.merged_into !== ''],
    ['not_general', facts.site_type !== '' && facts.site_type !== 'general'],
    ['no_major_ed', facts.ed_type === 'no_major'],
  ];
  return applies.filter(([, does]) => does).map(([reason]) => reason);
}

function openQuestions(facts: FrameFacts): EligibilityReason[] {
  const applies: readonly (readonly [EligibilityReason, boolean])[] = [
    ['country_not_known', facts.country === ''],
    ['site_type_not_known', facts.site_type === ''],
    ['ed_not_known', facts.ed_type === ''],
    ['not_in_list', facts.list_status === 'not_listed'],
    ['code_ended', facts.list_status === 'code_ended'],
  ];
  return applies.filter(([, does]) => does).map(([reason]) => reason);
}

/** Whether a date says that the hospital had closed by then; a date that is not known never closes one. */
export const isClosedAt = ({ closed_on }: Pick<FrameFacts, 'closed_on'>, asOf: string): boolean =>
  closed_on !== '' && closed_on <= lastDayOf(asOf);

/** A day as itself, a month as a text that sorts after each of its days. */
export const lastDayOf = (asOf: string): string => (/^\d{4}-\d{2}$/.test(asOf) ? `${asOf}-31` : asOf);

/** The verdict's first two reasons in sentences, as a unit keeps them (at most 200 characters). */
export const whyWords = ({ reasons }: EligibilityVerdict): string =>
  reasons.slice(0, 2).map(reasonWords).join(' ');
