import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { SourcedNote } from '@liaison-atlas/shared/publication/release';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { LiveRoundModel } from './live-round.model.js';
import { LiveRoundService } from './live-round.service.js';
import { RoundView } from './round-view.js';

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
    const { round, asAt, dataset, frameSize, indicators, consentAsked, map, questions } =
      await this.live.whole(actor, id);
    const model = await this.view.toModel(round);
    const { excludedByReason: _byReason, ...forms } = dataset.ledger;
    return {
      round: model,
      asAt,
      forms,
      responseRate: { answered: forms.analysed, frame: frameSize, rate: forms.analysed / frameSize },
      indicators,
      questions,
      consentAsked,
      hospitals: map.features.map(({ properties }) => properties),
      waiting: waitingIn(dataset),
      lastRelease: model.latestRelease,
    };
  }
}

/** What only a person can decide, in words with counts; empty = nothing waits. */
function waitingIn({ decisions, disagreements }: AnalysisDataset): SourcedNote[] {
  const pending = decisions.filter(({ outcome }) => outcome === 'pending');
  const count = (reason: string): number => pending.filter((decision) => decision.reason === reason).length;
  const unresolved = new Set(
    disagreements.filter(({ resolution }) => resolution === 'unresolved').map(({ odsCode }) => odsCode),
  ).size;
  return [
    note(
      'unmatched',
      count('unmatched_hospital'),
      'name a hospital that is not matched to the list',
      'rule R3',
    ),
    note('outside-frame', count('outside_frame'), 'are about a hospital outside the frame', 'rule R3'),
    note('open-conflict', count('open_conflict'), 'wait for a conflict to be resolved', 'rule R6'),
    unresolved === 0
      ? null
      : {
          id: 'conflicts',
          text: `${unresolved} ${unresolved === 1 ? 'hospital has' : 'hospitals have'} yes against no between respondents`,
          source: 'rule R6',
        },
  ].filter((item) => item !== null);
}

const note = (id: string, count: number, what: string, source: string): SourcedNote | null =>
  count === 0 ? null : { id, text: `${count} ${count === 1 ? 'form' : 'forms'}: ${what}`, source };
