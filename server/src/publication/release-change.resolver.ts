import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { HospitalChange, PublishedStand } from '@liaison-atlas/shared/publication/change-since-release';
import { Args, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { enumOf } from '../graphql/enum-of.js';
import { type ChangedRelease, ReleaseChangeService } from './release-change.service.js';
import { ComparedIndicatorModel } from './release-desk/release-desk.model.js';
import { LadderCodeEnum } from './release.model.js';
import { ReleaseStampModel } from './round.model.js';

const HospitalChangeEnum = enumOf(['came_in', 'went_out', 'changed'] as const);
registerEnumType(HospitalChangeEnum, {
  name: 'HospitalChangeKind',
  description: 'It came into the frame, went out of it, or is said to stand elsewhere.',
});

@ObjectType('PublishedStand', { description: 'How a hospital stands in one release.' })
export class PublishedStandModel implements PublishedStand {
  @Field(() => LadderCodeEnum) category: LadderCode;
  @Field() label: string;
  @Field(() => Int, { nullable: true, description: 'null = not asked, not given, or no consent.' })
  score: number | null;
}

@ObjectType('HospitalChange')
export class HospitalChangeModel implements HospitalChange {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => HospitalChangeEnum) what: HospitalChange['what'];
  @Field(() => PublishedStandModel, {
    nullable: true,
    description: 'null = it came in, or went out and is not repeated.',
  })
  before: PublishedStand | null;
  @Field(() => PublishedStandModel, { nullable: true, description: 'null = it went out.' })
  after: PublishedStand | null;
}

@ObjectType('AnalysedChange', { description: 'Hospital records in the figures.' })
export class AnalysedChangeModel {
  @Field(() => Int) before: number;
  @Field(() => Int) after: number;
}

@ObjectType('ReleaseChange', {
  description:
    'What two releases of a round publish differently; values side by side, never their difference.',
})
export class ReleaseChangeModel implements ChangedRelease {
  @Field(() => ReleaseStampModel) since: ChangedRelease['since'];
  @Field(() => ReleaseStampModel) release: ChangedRelease['release'];
  @Field({ description: "What was published beside it; of an erratum what it corrects. '' = nothing." })
  note: string;
  @Field(() => [ComparedIndicatorModel], { description: 'Only those that differ.' })
  indicators: ChangedRelease['indicators'];
  @Field(() => AnalysedChangeModel) analysed: ChangedRelease['analysed'];
  @Field(() => [HospitalChangeModel]) hospitals: ChangedRelease['hospitals'];
  @Field(() => Int, {
    description: 'Hospitals whose answer, silence or score is withheld by now; only their number.',
  })
  noLongerNamed: number;
}

/** Says for everybody what a release changed. */
@Resolver(() => ReleaseChangeModel)
export class ReleaseChangeResolver {
  constructor(private readonly changes: ReleaseChangeService) {}

  @Query(() => ReleaseChangeModel, {
    nullable: true,
    description:
      'What a release says otherwise than the one before it, or that it replaces; null = there is none.',
  })
  @Allow('Public')
  releaseChange(
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('number', { type: () => Int, nullable: true, description: 'The newest when left out.' })
    number?: number,
  ): Promise<ReleaseChangeModel | null> {
    return this.changes.of(roundId, number);
  }
}
