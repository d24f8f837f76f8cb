import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { TALLY_LEVELS } from './code-tally.service.js';

/** `TALLY_LEVELS` for GraphQL. */
export const TallyLevelEnum = enumOf(TALLY_LEVELS);
registerEnumType(TallyLevelEnum, {
  name: 'CodeTallyLevel',
  description: 'By region, or by category of the integration ladder.',
});

@ObjectType()
export class TallyGroupModel {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Int, { description: 'Hospitals of the group.' }) hospitals: number;
}

@ObjectType()
export class TallyRowModel {
  @Field() key: string;
  @Field() name: string;
  @Field(() => Int) total: number;
  @Field(() => [Int], {
    nullable: 'items',
    description:
      'Comments in each group, in the order of the groups; null = hidden, few hospitals and 1 or 2.',
  })
  comments: (number | null)[];
}

@ObjectType({ description: 'How often each code stands where, over comments that are settled.' })
export class CodeTallyModel {
  @Field(() => Int) version: number;
  @Field(() => Int, { description: 'Comments agreed on or decided.' }) settled: number;
  @Field(() => Int, { description: 'Comments that are in no count yet.' }) unsettled: number;
  @Field(() => [TallyGroupModel]) groups: TallyGroupModel[];
  @Field(() => [TallyRowModel]) rows: TallyRowModel[];
}
