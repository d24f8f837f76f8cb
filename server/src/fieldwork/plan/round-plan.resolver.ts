import { can } from '@liaison-atlas/shared/access/can';
import { lockedFields } from '@liaison-atlas/shared/fieldwork/plan-locks';
import { ROUND_STATES } from '@liaison-atlas/shared/fieldwork/round';
import { retentionWords, roundNoteWords } from '@liaison-atlas/shared/fieldwork/round-note';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import type { Round } from '../round.entity.js';
import { RoundService } from '../round.service.js';
import { PlanReferences } from './plan-references.service.js';
import {
  CreateRoundInput,
  CreateRoundResult,
  RoundPlanChoicesModel,
  RoundPlanModel,
  SaveRoundPlanInput,
  SaveRoundPlanResult,
  TakeRoundStepInput,
} from './round-plan.model.js';
import { RoundPlanService } from './round-plan.service.js';
import { RoundStepService } from './round-step.service.js';
import { planOf, toRawPlan } from './to-plan.js';

/** Rounds on screen for those who plan them: made, changed, taken from state to state. */
@Resolver(() => RoundPlanModel)
export class RoundPlanResolver {
  constructor(
    private readonly plans: RoundPlanService,
    private readonly steps: RoundStepService,
    private readonly rounds: RoundService,
    private readonly references: PlanReferences,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [RoundPlanModel], { description: 'Every round that one may plan, the latest first.' })
  @Allow('PlanRound')
  async roundPlans(@CurrentActor() actor: Actor): Promise<RoundPlanModel[]> {
    return Promise.all((await this.plans.list(actor)).map((round) => this.toModel(round)));
  }

  @Query(() => RoundPlanModel)
  @Allow('PlanRound')
  async roundPlan(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RoundPlanModel> {
    return this.toModel(await this.plans.get(actor, id));
  }

  @Query(() => RoundPlanChoicesModel, { description: 'What the plan of a round can name.' })
  @Allow('PlanRound')
  async roundPlanChoices(@CurrentActor() actor: Actor): Promise<RoundPlanChoicesModel> {
    return {
      synthetic: this.config.mode === 'demo',
      mayCreate: can(actor, 'PlanRound', {}),
      instruments: await this.references.listInstruments(),
      frames: await this.references.listFrames(),
    };
  }

  @Mutation(() => CreateRoundResult, {
    description: 'Makes a round as a draft, from an earlier one or from nothing.',
  })
  @Allow('PlanRound')
  async createRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateRoundInput,
  ): Promise<typeof CreateRoundResult> {
    const result = await this.plans.create(actor, input);
    return result.ok ? this.toModel(result.value) : { problems: result.problems };
  }

  @Mutation(() => SaveRoundPlanResult, { description: 'Saves the plan of a round; never its state.' })
  @Allow('PlanRound')
  async saveRoundPlan(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveRoundPlanInput,
  ): Promise<typeof SaveRoundPlanResult> {
    const outcome = await this.plans.save(actor, input);
    if ('stale' in outcome) {
      const { stored, sent, differences } = outcome.stale;
      const [now, asked] = [toRawPlan(planOf(stored)), toRawPlan(sent)];
      return {
        stored: await this.toModel(stored),
        differences: differences.map((field) => ({
          field,
          stored: String(now[field]),
          sent: String(asked[field]),
        })),
      };
    }
    return outcome.ok ? this.toModel(outcome.value) : { problems: outcome.problems };
  }

  @Mutation(() => SaveRoundPlanResult, { description: 'Takes a round to its next state.' })
  @Allow('PlanRound')
  async takeRoundStep(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, to, expectedRevision }: TakeRoundStepInput,
  ): Promise<typeof SaveRoundPlanResult> {
    const state = ROUND_STATES.find((each) => each === to) ?? 'archived';
    const outcome = await this.steps.take(actor, { roundId, to: state, expectedRevision });
    if ('stale' in outcome) return { stored: await this.toModel(outcome.stale), differences: [] };
    return outcome.ok ? this.toModel(outcome.value) : { problems: outcome.problems };
  }

  private async toModel(round: Round): Promise<RoundPlanModel> {
    const plan = planOf(round);
    const counts = await this.steps.countForms(round.id);
    return {
      id: round.id,
      revision: round.planRevision ?? 0,
      kind: round.kind,
      state: round.state,
      basedOn: round.basedOn ?? '',
      ...toRawPlan(plan),
      takesAnswers: this.rounds.takesAnswers(round),
      takesCorrections: this.rounds.takesCorrections(round),
      sentForms: counts.sent,
      unsentForms: counts.unsent,
      locked: lockedFields({ kind: round.kind, state: round.state, plan }, this.clock.now()),
      noteWords: roundNoteWords(round.settings, this.config.retention),
      retention: [...retentionWords(this.config.retention)],
      steps: await this.steps.offered(round, counts),
    };
  }
}
