import type { Problem } from '../kernel/problem.js';
import { type RoundKind, ROUND_STATES, type RoundState } from './round.js';
import { type PlanField, planDifferences, type RoundPlan } from './round-plan.js';

/** From which state on a field stands; what is not named can be changed until the round is published. */
const LOCKED_FROM: Partial<Record<PlanField, RoundState>> = {
  // Forms that were begun hold answers to this very questionnaire, about these very hospitals.
  instrumentKey: 'pilot',
  instrumentVersion: 'pilot',
  frameId: 'pilot',
  opensAt: 'corrections',
  closesAt: 'corrections',
  correctionsUntil: 'cleaning',
  // What respondents were told when they answered.
  perspectives: 'corrections',
  purpose: 'open',
  approval: 'open',
  legalBasis: 'open',
  legalBasisWhy: 'open',
  furtherWords: 'cleaning',
  unitOfAnalysis: 'frozen',
  nameFacts: 'frozen',
  nameDontKnow: 'frozen',
  nameSilence: 'frozen',
};
const NAMINGS: readonly PlanField[] = ['nameFacts', 'nameDontKnow', 'nameSilence'];

const hasReached = (state: RoundState, other: RoundState): boolean =>
  ROUND_STATES.indexOf(state) >= ROUND_STATES.indexOf(other);

/** What of a stored round says which fields still may change. */
export interface StoredPlan {
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly plan: RoundPlan;
}

/**
 * The fields that cannot be changed any more. What was left empty may be said late, but not said otherwise. The opening
 * date stands as soon as it has passed in an open round.
 */
export function lockedFields({ kind, state, plan }: StoredPlan, now: string): readonly PlanField[] {
  return (Object.keys(plan) as PlanField[]).filter((field) => {
    if (kind === 'published_facts') return true;
    if (hasReached(state, 'published')) return true;
    const from = LOCKED_FROM[field];
    if (field === 'opensAt' && state === 'open') return plan.opensAt === null || plan.opensAt <= now;
    return from !== undefined && hasReached(state, from) && plan[field] !== '';
  });
}

/** What stands in the way of a change, by field; empty = it can be stored. */
export function checkPlanChange(stored: StoredPlan, asked: RoundPlan, now: string): readonly Problem[] {
  const locked = new Set(lockedFields(stored, now));
  const changed = planDifferences(stored.plan, asked);
  return changed.flatMap((field): Problem[] => {
    if (locked.has(field)) return [standsAlready(field, stored.state)];
    if (NAMINGS.includes(field) && asked[field] === true && hasReached(stored.state, 'open'))
      return [widened(field)];
    if (stored.state === 'open' && field === 'closesAt') return whenItCloses(asked.closesAt, now);
    if (field === 'correctionsUntil' && hasReached(stored.state, 'open') && isPast(asked[field], now))
      return [inThePast(field)];
    return [];
  });
}

const isPast = (moment: string | null, now: string): boolean => moment !== null && moment <= now;

function whenItCloses(closesAt: string | null, now: string): Problem[] {
  if (closesAt === null)
    return [
      {
        code: 'NO_CLOSING_DAY',
        field: 'closesAt',
        message: 'An open round needs the day on which it closes.',
        mend: 'Choose a day; respondents are told it.',
      },
    ];
  return isPast(closesAt, now) ? [inThePast('closesAt')] : [];
}

const standsAlready = (field: PlanField, state: RoundState): Problem => ({
  code: 'FIELD_LOCKED',
  field,
  message: 'This stands, since the round has gone beyond the state in which it could be changed.',
  mend:
    state === 'pilot'
      ? 'Take the round back to a draft first: the answers of its pilot then are marked as tests.'
      : 'Load the plan again, and plan the change for the next round.',
});
const widened = (field: PlanField): Problem => ({
  code: 'NAMING_WIDENED',
  field,
  message: 'Respondents have answered under a stricter setting.',
  mend: 'Leave it off in this round. It can still be turned off, but not on.',
});
const inThePast = (field: PlanField): Problem => ({
  code: 'DATE_IN_THE_PAST',
  field,
  message: 'This moment has passed already.',
  mend: 'Choose a later day, or use the button that closes the round now.',
});
