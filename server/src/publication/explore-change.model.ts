import type { RoundChange } from '@liaison-atlas/shared/analysis/change-between-rounds';
import type { Figure } from '@liaison-atlas/shared/analysis/figures';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { FigureModel, TracedHospitalModel } from './explore.model.js';
import { RoundModel } from './round.model.js';

export const ChangeVerdictEnum = enumOf([
  'same',
  'minor_wording',
  'not_comparable',
  'new',
  'no_verdict',
] as const);
registerEnumType(ChangeVerdictEnum, {
  name: 'ChangeVerdict',
  description: 'Whether two rounds may be compared on a question.',
});

@ObjectType('PairedDifference', { description: '(gained − lost) / m with its 95 % interval.' })
export class PairedDifferenceModel {
  @Field(() => Float) difference: number;
  @Field(() => Float) low: number;
  @Field(() => Float) high: number;
}

@ObjectType('RoundChange', {
  description:
    'Change on hospitals that answered in both rounds; never a difference of different responders.',
})
export class RoundChangeModel implements Omit<RoundChange, 'difference'> {
  @Field(() => FigureModel, {
    nullable: true,
    description: 'All hospitals of the first round; null = nothing may be compared.',
  })
  before: Figure | null;
  @Field(() => FigureModel, { nullable: true, description: 'All hospitals of the second round.' })
  after: Figure | null;
  @Field(() => [TracedHospitalModel], { description: 'The hospitals of both frames, for their names.' })
  hospitals: readonly TracedHospitalModel[];
  @Field(() => RoundModel) from: RoundModel;
  @Field(() => RoundModel) to: RoundModel;
  @Field(() => ID) indicatorId: string;
  @Field(() => ChangeVerdictEnum) verdict: RoundChange['verdict'];
  @Field() comparable: boolean;
  @Field(() => Int) matched: number;
  @Field(() => [[Int]], { description: 'From (row) to (column): yes, no, dont_know, not_known.' })
  transitions: readonly (readonly number[])[];
  @Field(() => Int) knownInBoth: number;
  @Field(() => Int) gained: number;
  @Field(() => Int) lost: number;
  @Field(() => Float, { nullable: true, description: 'Exact McNemar.' }) p: number | null;
  @Field(() => PairedDifferenceModel, { nullable: true }) difference: RoundChange['difference'];
  @Field(() => [ID]) droppedOut: readonly string[];
  @Field(() => [ID], { description: 'Answered in the first round and are not in the second frame.' })
  leftFrame: readonly string[];
  @Field(() => [ID]) joined: readonly string[];
}
