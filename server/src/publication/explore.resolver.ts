import type { Breakdown } from '@liaison-atlas/shared/analysis/figures';
import { PERSPECTIVE_WORDS, type RoundFigures } from '@liaison-atlas/shared/analysis/round-figures';
import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { AnalysisChecksModel } from './explore-checks.model.js';
import { RoundChangeModel } from './explore-change.model.js';
import { BreakdownEnum } from './breakdown.model.js';
import { ExploredFiguresModel, toAssociationModel } from './explore.model.js';
import { type Explored, ExploreService } from './explore.service.js';
import { RoundView } from './round-view.js';

/** Figures by indicator, breakdown and round, each with its trace. */
@Resolver(() => ExploredFiguresModel)
export class ExploreResolver {
  constructor(
    private readonly explore: ExploreService,
    private readonly view: RoundView,
  ) {}

  @Query(() => ExploredFiguresModel, {
    nullable: true,
    description: 'Figures of a release; null = nothing of this round and number is released.',
  })
  @Allow('Public')
  async exploreReleased(
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('indicator', {
      type: () => ID,
      defaultValue: '',
      description: 'The first where there is none such.',
    })
    indicator: string,
    @Args('by', { type: () => BreakdownEnum, defaultValue: 'england' }) by: Breakdown,
    @Args('number', { type: () => Int, nullable: true, description: 'The newest release when left out.' })
    number?: number,
  ): Promise<ExploredFiguresModel | null> {
    const explored = await this.explore.released({ roundId, indicator, by }, number ?? undefined);
    return explored === null ? null : this.toModel(explored);
  }

  @Query(() => ExploredFiguresModel, { description: 'Figures of the answers as they stand, unreleased.' })
  @Allow('ReadAnalysis')
  async exploreLive(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('indicator', {
      type: () => ID,
      defaultValue: '',
      description: 'The first where there is none such.',
    })
    indicator: string,
    @Args('by', { type: () => BreakdownEnum, defaultValue: 'england' }) by: Breakdown,
  ): Promise<ExploredFiguresModel> {
    return this.toModel(await this.explore.live(actor, { roundId, indicator, by }));
  }

  @Query(() => RoundChangeModel, {
    description: 'Change between two rounds on hospitals that answered in both.',
  })
  @Allow('ReadAnalysis')
  async exploreChange(
    @CurrentActor() actor: Actor,
    @Args('fromRoundId', { type: () => ID }) fromRoundId: string,
    @Args('toRoundId', { type: () => ID }) toRoundId: string,
    @Args('indicator', { type: () => ID }) indicator: string,
  ): Promise<RoundChangeModel> {
    const { from, to, ...change } = await this.explore.change(actor, { fromRoundId, toRoundId, indicator });
    return {
      ...change,
      indicatorId: change.indicator.id,
      hospitals: change.hospitals.map(({ odsCode, name, latitude, longitude }) => ({
        odsCode,
        name: displayName(to.kind, name),
        latitude,
        longitude,
      })),
      from: await this.view.toModel(from),
      to: await this.view.toModel(to),
    };
  }

  private async toModel({
    round,
    checks,
    paired,
    byGroup,
    ...rest
  }: Explored): Promise<ExploredFiguresModel> {
    return {
      ...rest,
      indicators: rest.indicators.map(({ id, title }) => ({ id, title })),
      hospitals: [...rest.hospitals],
      round: await this.view.toModel(round),
      byGroup: toAssociationModel(byGroup ?? null),
      checks: checks === undefined ? null : toChecksModel(checks),
      paired:
        paired == null
          ? null
          : { ...paired, first: PERSPECTIVE_WORDS[paired.first], second: PERSPECTIVE_WORDS[paired.second] },
    };
  }
}

function toChecksModel({
  responders,
  lateEarly,
  disagreement,
  weighted,
}: RoundFigures['checks']): AnalysisChecksModel {
  return {
    responders: responders.map(({ by, groups, notKnown, test }) => ({
      by,
      groups,
      notKnown,
      p: test?.p ?? null,
    })),
    early: lateEarly?.early ?? null,
    late: lateEarly?.late ?? null,
    lateEarlyP: lateEarly?.test?.p ?? null,
    disagreement,
    weighted,
  };
}
