import type { Permission } from '../access/permissions.js';
import { mayBeginRound } from '../instrument/round-use.js';
import type { Instrument } from '../instrument/instrument.js';
import type { Problem } from '../kernel/problem.js';
import type { RoundState } from './round.js';
import { orderOfDates, type RoundPlan } from './round-plan.js';

/** One step in the life of a round (domain D2), taken by a person at a button. */
export interface RoundStep {
  readonly from: RoundState;
  readonly to: RoundState;
  /** Who may take it. The two that close a round are also taken by the product itself when their date has passed. */
  readonly permission: Permission;
}

const step = (from: RoundState, to: RoundState): RoundStep => ({ from, to, permission: 'PlanRound' });

/**
 * Every step up to cleaning; what comes after (freeze, figures, release) is made by those acts and not by a button
 * here. A round goes forward only, but for a pilot, which goes back to a draft so that its questionnaire can change.
 */
export const ROUND_STEPS: readonly RoundStep[] = [
  step('draft', 'pilot'),
  step('draft', 'open'),
  step('pilot', 'draft'),
  step('pilot', 'open'),
  step('open', 'corrections'),
  step('open', 'cleaning'),
  step('corrections', 'cleaning'),
];

/** The steps that lead on from a state. */
export const stepsFrom = (state: RoundState): readonly RoundStep[] =>
  ROUND_STEPS.filter(({ from }) => from === state);

/** What becomes of the forms at a step. */
export interface FormsAtStep {
  /** Sent forms of the pilot are marked as tests, and unsent ones are erased. */
  readonly endsPilot: boolean;
  /** Forms that were never sent become partial. */
  readonly closesForms: boolean;
}

export const formsAtStep = ({ from, to }: Pick<RoundStep, 'from' | 'to'>): FormsAtStep => ({
  endsPilot: from === 'pilot' && (to === 'draft' || to === 'open'),
  closesForms: from === 'open',
});

/** A round before a step, with what has to be looked up. */
export interface SteppingRound {
  readonly plan: RoundPlan;
  readonly instrumentStatus: Instrument['status'] | 'none';
  readonly frameStatus: 'draft' | 'frozen' | 'none';
}

/** What stands in the way of a step, each with the field of the plan that mends it; empty = it can be taken. */
export function checkStep(
  { plan, instrumentStatus, frameStatus }: SteppingRound,
  { from, to }: Pick<RoundStep, 'from' | 'to'>,
  now: string,
): readonly Problem[] {
  if (!ROUND_STEPS.some((each) => each.from === from && each.to === to)) return [NO_SUCH_STEP];
  const problems: Problem[] = [];
  const add = (code: string, field: string, message: string, mend: string): void =>
    void problems.push({ code, field, message, mend });
  if (to === 'pilot' || to === 'open') {
    if (instrumentStatus === 'none' || !mayBeginRound(instrumentStatus, to === 'pilot'))
      add(
        'INSTRUMENT_NOT_PUBLISHED',
        'instrumentVersion',
        to === 'open'
          ? 'The round asks a questionnaire that is not published.'
          : 'The round asks a questionnaire that is neither published nor frozen as a pilot.',
        'Publish it on the page of questionnaires, then choose it in the plan.',
      );
    if (frameStatus !== 'frozen')
      add(
        'FRAME_NOT_FROZEN',
        'frameId',
        'The list of hospitals that the round asks is not frozen.',
        'Freeze the frame on its own page, or choose one that is frozen.',
      );
    if (plan.purpose === '')
      add(
        'NO_PURPOSE',
        'purpose',
        'The round does not say whether it is a service evaluation or research.',
        'Choose one of the two; respondents are told it.',
      );
    if (plan.purpose === 'research' && plan.approval === '')
      add(
        'NO_APPROVAL',
        'approval',
        'Research needs the approval of an ethics committee.',
        'Write its reference, or plan the round as a service evaluation.',
      );
    if (plan.legalBasis === '')
      add(
        'NO_LEGAL_BASIS',
        'legalBasis',
        'The round does not say on which legal basis it asks.',
        'Choose one; respondents are told it.',
      );
    problems.push(...orderOfDates(plan));
    if (to === 'open' && plan.closesAt === null)
      add(
        'NO_CLOSING_DAY',
        'closesAt',
        'The round has no day on which it closes.',
        'Set the day in the plan; respondents are told it.',
      );
    if (plan.closesAt !== null && plan.closesAt <= now)
      add('DATE_IN_THE_PAST', 'closesAt', 'The closing day has passed already.', 'Choose a later day.');
  }
  if (to === 'corrections' && (plan.correctionsUntil === null || plan.correctionsUntil <= now))
    add(
      'NO_TIME_FOR_CORRECTIONS',
      'correctionsUntil',
      'There is no time left in which answers could be corrected.',
      'Set a later last day for corrections, or close the round for checking.',
    );
  return problems;
}

const NO_SUCH_STEP: Problem = {
  code: 'NO_SUCH_STEP',
  field: 'to',
  message: 'This step does not lead on from the state of the round.',
  mend: 'Load the plan again, and take one of the steps that it offers.',
};
