import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { LiveRoundModel } from './live-round.model.js';
import { LiveRoundService } from './live-round.service.js';
import { RoundView } from '../round-view.js';

/** The unreleased state of a round, for the survey team. */
@Resolver(() => LiveRoundModel)
export class LiveRoundResolver {
  constructor(
    private readonly live: LiveRoundService,
    private readonly view: RoundView,
  ) {}

  @Query(() => LiveRoundModel)
  @Allow('ReadLiveRound')
  async liveRound(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<LiveRoundModel> {
    const { round, ledger, frameSize, ...shown } = await this.live.whole(actor, id);
    const model = await this.view.toModel(round);
    const { excludedByReason: _byReason, ...forms } = ledger;
    return {
      ...shown,
      round: model,
      forms,
      responseRate: { answered: forms.analysed, frame: frameSize, rate: forms.analysed / frameSize },
      lastRelease: model.latestRelease,
    };
  }
}
