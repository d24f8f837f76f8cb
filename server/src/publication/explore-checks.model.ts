import { CHANGE_STATES, type ChangeState } from '@liaison-atlas/shared/analysis/change-between-rounds';
import type { PairedPicture, PerspectivePair } from '@liaison-atlas/shared/analysis/paired-perspectives';
import type { WeightedShare } from '@liaison-atlas/shared/analysis/post-stratify';
import type { RespondersBy } from '@liaison-atlas/shared/analysis/round-figures';
import type {
  DisagreementRate,
  HalfOfResponders,
  ResponderGroup,
} from '@liaison-atlas/shared/analysis/response-checks';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { BreakdownEnum } from './breakdown.model.js';
import { KnownIntervalModel } from './release.model.js';

export const ChangeStateEnum = enumOf(CHANGE_STATES);
registerEnumType(ChangeStateEnum, {
  name: 'ChangeState',
  description: 'Where a hospital that answered stands.',
});
const AgreementEnum = enumOf(['agrees', 'differs', 'cannot_say'] as const);
registerEnumType(AgreementEnum, { name: 'Agreement', description: 'Whether two perspectives say the same.' });

@ObjectType('ResponderGroup')
export class ResponderGroupModel implements ResponderGroup {
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => Int) responders: number;
  @Field(() => Int) nonResponders: number;
}

@ObjectType('RespondersBy', {
  description:
    'Those who answered and those who did not, by one fact of the frame or of the service register.',
})
export class RespondersByModel implements Omit<RespondersBy, 'test'> {
  @Field(() => BreakdownEnum) by: RespondersBy['by'];
  @Field(() => [ResponderGroupModel], {
    description: 'Hospitals of which the fact is not known are one of them.',
  })
  groups: readonly ResponderGroup[];
  @Field(() => Int, { description: 'Hospitals of which the fact is not known; they are not tested.' })
  notKnown: number;
  @Field(() => Float, { nullable: true, description: 'p of responding by group; null = nothing to test.' })
  p: number | null;
}

@ObjectType('HalfOfResponders', { description: 'Answers of the early or the late half of the responders.' })
export class HalfOfRespondersModel implements HalfOfResponders {
  @Field(() => Int) hospitals: number;
  @Field(() => Int) yes: number;
  @Field(() => Int) no: number;
  @Field(() => Int) dontKnow: number;
  @Field(() => Int) notKnown: number;
}

@ObjectType('WeightedShare', {
  description: 'Post-stratified by region and kind of site; shown beside the plain share.',
})
export class WeightedShareModel implements Omit<WeightedShare, 'strata' | 'variance'> {
  @Field(() => Float) share: number;
  @Field(() => KnownIntervalModel) interval: KnownIntervalModel;
  @Field(() => Float) designEffect: number;
  @Field(() => Float) effectiveN: number;
}

@ObjectType('DisagreementRate', {
  description: 'Sets of several forms of one hospital and perspective that differ.',
})
export class DisagreementRateModel implements DisagreementRate {
  @Field(() => Int) sets: number;
  @Field(() => Int) differing: number;
  @Field(() => Float, { nullable: true, description: 'null = no set of several forms.' }) rate: number | null;
}

@ObjectType('AnalysisChecks', {
  description: 'Whether those who answered are like the frame, and like each other.',
})
export class AnalysisChecksModel {
  @Field(() => [RespondersByModel], { description: 'The breakdown that is shown comes first.' })
  responders: RespondersByModel[];
  @Field(() => HalfOfRespondersModel, { nullable: true }) early: HalfOfResponders | null;
  @Field(() => HalfOfRespondersModel, { nullable: true }) late: HalfOfResponders | null;
  @Field(() => Float, { nullable: true, description: 'p of yes by half; null = nothing to test.' })
  lateEarlyP: number | null;
  @Field(() => DisagreementRateModel) disagreement: DisagreementRate;
  @Field(() => WeightedShareModel, { nullable: true, description: 'null = hidden, or too few answers.' })
  weighted: WeightedShareModel | null;
}

@ObjectType('PerspectivePair', { description: 'One hospital as two perspectives see it.' })
export class PerspectivePairModel implements PerspectivePair {
  @Field(() => ID) odsCode: string;
  @Field(() => ChangeStateEnum) first: ChangeState;
  @Field(() => ChangeStateEnum) second: ChangeState;
  @Field(() => AgreementEnum) agreement: PerspectivePair['agreement'];
}

@ObjectType('PairedPicture', { description: 'Two perspectives on the hospitals that both answered for.' })
export class PairedPictureModel implements Omit<PairedPicture, 'table' | 'first' | 'second'> {
  @Field({ description: 'The first perspective, in words.' }) first: string;
  @Field() second: string;
  @Field(() => [PerspectivePairModel]) pairs: readonly PerspectivePair[];
  @Field(() => Int) agree: number;
  @Field(() => Int) differ: number;
}
