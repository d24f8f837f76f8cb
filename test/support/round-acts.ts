import type { Act } from './audited-act.js';
import { READY, type RoundPlanner } from './round-planner.js';

/** Each mutation of a round's plan by name, in an order in which each finds what it needs; `planner` answers later. */
export const roundActs = (planner: () => RoundPlanner): Readonly<Record<string, Act>> => ({
  createRound: {
    act: () => planner().create('unreal-audited'),
    event: 'round.created by demo-survey_lead',
  },
  saveRoundPlan: {
    act: () => planner().save('unreal-audited', READY),
    event: 'round.plan-saved by demo-survey_lead',
  },
  takeRoundStep: {
    act: () => planner().step('unreal-audited', 'open'),
    event: 'round.stepped by demo-survey_lead',
  },
});
