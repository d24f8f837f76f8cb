import type { MapVerdict } from '@liaison-atlas/shared/publication/rounds-on-one-map';
import type { ChangeVerdict } from '@liaison-atlas/shared/analysis/change-between-rounds';
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { ChangeVerdictEnum } from './explore-change.model.js';
import { MapRoundsService } from './map-rounds.service.js';

@ObjectType('MapRound', {
  description: 'Another released round, and whether its map may stand beside this one.',
})
export class MapRoundModel implements MapVerdict {
  @Field(() => ID) roundId: string;
  @Field(() => ChangeVerdictEnum, { description: 'The least favourable on the questions of the ladder.' })
  verdict: ChangeVerdict;
  @Field() comparable: boolean;
  @Field({ description: 'In words why, or why not.' }) why: string;
}

/** Which rounds the map can show beside each other. */
@Resolver(() => MapRoundModel)
export class MapRoundsResolver {
  constructor(private readonly rounds: MapRoundsService) {}

  @Query(() => [MapRoundModel], {
    description: 'Every other released round, the latest first; empty where there is none, or no such round.',
  })
  @Allow('Public')
  mapRounds(@Args('roundId', { type: () => ID }) roundId: string): Promise<MapRoundModel[]> {
    return this.rounds.beside(roundId);
  }
}
