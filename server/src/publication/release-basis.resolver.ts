import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { FormsLedgerModel } from '../cleaning/cleaning.model.js';
import { ProblemModel } from '../graphql/problem.model.js';
import { ReleaseBasisService } from './release-basis.service.js';
import { ReleaseKindEnum } from './round.model.js';

@ObjectType('ReleaseBasis', { description: 'What a release of this kind would be made from, now.' })
export class ReleaseBasisModel {
  @Field(() => [ProblemModel], { description: 'What stands in the way; empty = nothing.' })
  problems: ProblemModel[];
  @Field(() => Int, { nullable: true, description: 'The freeze; null = the live state.' })
  freezeNumber: number | null;
  @Field({ description: "Hash of the freeze; '' = the live state." }) sha256: string;
  @Field(() => FormsLedgerModel, { nullable: true, description: 'null = something stands in the way.' })
  forms: FormsLedgerModel | null;
  @Field(() => Int) frameSize: number;
}

/** Shows before a release what will be released. */
@Resolver(() => ReleaseBasisModel)
export class ReleaseBasisResolver {
  constructor(private readonly basis: ReleaseBasisService) {}

  @Query(() => ReleaseBasisModel)
  @Allow('ReleaseRound')
  async releaseBasis(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('kind', { type: () => ReleaseKindEnum }) kind: ReleaseKind,
  ): Promise<ReleaseBasisModel> {
    const result = await this.basis.review(actor, roundId, kind);
    if (!result.ok)
      return { problems: [...result.problems], freezeNumber: null, sha256: '', forms: null, frameSize: 0 };
    const { dataset, freeze, frameSize } = result.value;
    const { excludedByReason: _byReason, ...forms } = dataset.ledger;
    return {
      problems: [],
      freezeNumber: freeze?.number ?? null,
      sha256: freeze?.sha256 ?? '',
      forms,
      frameSize,
    };
  }
}
