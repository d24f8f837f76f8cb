import { shareWords } from '@liaison-atlas/shared/analysis/parse-share';
import type { AaporRates, Rate } from '@liaison-atlas/shared/analysis/response-rate';
import type { TrackedArea, TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { RoundView } from '../round-view.js';
import {
  type AaporRatesModel,
  type TrackedAreaModel,
  TrackerModel,
  TrackLevelEnum,
} from './tracker.model.js';
import { TrackerService } from './tracker.service.js';

/** How the replies of a running round come in, for the survey team. */
@Resolver(() => TrackerModel)
export class TrackerResolver {
  constructor(
    private readonly tracking: TrackerService,
    private readonly view: RoundView,
  ) {}

  @Query(() => TrackerModel)
  @Allow('ReadLiveRound')
  async tracker(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('level', { type: () => TrackLevelEnum, defaultValue: 'region' }) level: TrackLevel,
    @Args('threshold', { defaultValue: '1/2', description: 'A share such as 1/2 or 62.5%.' })
    threshold: string,
    @Args('eligibleShare', {
      defaultValue: '',
      description: "e of the response rates as a share such as 94/105; '' = not known.",
    })
    eligibleShare: string,
    @Args('question', {
      defaultValue: '',
      description: "Variable of a closed question of the round; '' = the indicators, else its first one.",
    })
    question: string,
  ): Promise<TrackerModel> {
    const { round, asAt, tracked, toRing, questions, ...state } = await this.tracking.track(actor, roundId, {
      level,
      threshold,
      eligibleShare,
      question,
    });
    const titles = new Map(
      questions.flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)),
    );
    return {
      round: await this.view.toModel(round),
      asAt,
      level,
      threshold: shareWords(state.threshold),
      question: state.question,
      questions: questions.map(({ variable, text }) => ({ variable, text })),
      england: toAreaModel(tracked.england, titles),
      areas: tracked.areas.map((area) => toAreaModel(area, titles)),
      toRing: toRing.map(({ hospital, areaCode: _areaCode, ...rest }) => {
        const { odsCode, trust, latitude, longitude } = hospital;
        const name = displayName(round.kind, hospital.name);
        return { ...rest, odsCode, name, trust, latitude, longitude };
      }),
    };
  }
}

function toAreaModel(
  { standings, dispositions, rates, indicators, ...area }: TrackedArea,
  titles: ReadonlyMap<string, string>,
): TrackedAreaModel {
  const { partial, eligibleShare, ...counts } = dispositions;
  return {
    ...area,
    indicators: indicators.map((indicator) => ({ ...indicator, title: titles.get(indicator.id) ?? '' })),
    submitted: standings.submitted,
    silent: standings.silent,
    dispositions: { ...counts, partial: knownOrNull(partial), eligibleShare: knownOrNull(eligibleShare) },
    rates: toRatesModel(rates),
  };
}

const toRatesModel = ({ rr1, rr2, rr3, rr4, rr5, rr6 }: AaporRates): AaporRatesModel => ({
  rr1: knownOrNull(rr1),
  rr2: knownOrNull(rr2),
  rr3: knownOrNull(rr3),
  rr4: knownOrNull(rr4),
  rr5: knownOrNull(rr5),
  rr6: knownOrNull(rr6),
});

/** The contract says "not known" with null; its descriptions say so. */
const knownOrNull = (value: Rate): number | null => (value === 'not_known' ? null : value);
