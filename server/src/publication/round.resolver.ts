import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { HospitalModel, TrustModel } from '../frame/frame.model.js';
import { ReleaseRoundInput, ReleaseRoundResult } from './live/live-round.model.js';
import { ListedReleaseModel } from './release-desk/release-status.model.js';
import { HospitalResultModel, ReleaseModel, TrustRoundSummaryModel } from './release.model.js';
import { ReleaseService } from './release.service.js';
import { RoundModel } from './round.model.js';
import { RoundView } from './round-view.js';

/** Rounds and their releases; the public reads nothing else of a round. */
@Resolver(() => RoundModel)
export class RoundResolver {
  constructor(
    private readonly view: RoundView,
    private readonly releasing: ReleaseService,
  ) {}

  @Query(() => [RoundModel], { description: 'Every round, the latest first.' })
  @Allow('Public')
  rounds(): Promise<RoundModel[]> {
    return this.view.list();
  }

  @Query(() => RoundModel, { nullable: true })
  @Allow('Public')
  round(@Args('id', { type: () => ID }) id: string): Promise<RoundModel | null> {
    return this.view.find(id);
  }

  @Query(() => ReleaseModel, {
    nullable: true,
    description: 'null = nothing of this round and number is released, or it was withdrawn.',
  })
  @Allow('Public')
  release(
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('number', { type: () => Int, nullable: true, description: 'The newest when left out.' })
    number?: number,
  ): Promise<ReleaseModel | null> {
    return this.view.findRelease(roundId, number);
  }

  @Query(() => [ListedReleaseModel], {
    description:
      'Every release of a round with what has become of it, the newest first; empty = there is none.',
  })
  @Allow('Public')
  releases(@Args('roundId', { type: () => ID }) roundId: string): Promise<ListedReleaseModel[]> {
    return this.view.listReleases(roundId);
  }

  @Mutation(() => ReleaseRoundResult, {
    description: 'Releases a round as it stands, or says what to put right.',
  })
  @Allow('ReleaseRound')
  async releaseRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleaseRoundInput,
  ): Promise<typeof ReleaseRoundResult> {
    const result = await this.releasing.release(actor, input);
    return result.ok ? this.view.toRelease(result.value) : { problems: [...result.problems] };
  }
}

/** What releases say of a hospital, beside the facts of the frame. */
@Resolver(() => HospitalModel)
export class HospitalResultsResolver {
  constructor(private readonly view: RoundView) {}

  @ResolveField(() => [HospitalResultModel], {
    description: 'The newest release of each round that lists the hospital.',
  })
  results(@Parent() { odsCode }: HospitalModel): Promise<HospitalResultModel[]> {
    return this.view.resultsOf(odsCode);
  }
}

/** Who answered, by trust. */
@Resolver(() => TrustModel)
export class TrustRoundsResolver {
  constructor(private readonly view: RoundView) {}

  @ResolveField(() => [TrustRoundSummaryModel], {
    description: 'Released rounds that list a hospital of the trust.',
  })
  rounds(@Parent() { odsCode }: TrustModel): Promise<TrustRoundSummaryModel[]> {
    return this.view.roundsOfTrust(odsCode);
  }
}
