import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../graphql/problem.model.js';

@ObjectType('OpenLink', { description: 'An address by which everybody on a mailing list can begin a form.' })
export class OpenLinkModel {
  @Field(() => ID) id: string;
  @Field({ description: 'Last part of the address.' }) name: string;
  @Field({ description: 'Which list it goes to.' }) label: string;
  @Field({ description: 'The full address.' }) url: string;
  @Field() isOn: boolean;
  @Field() createdAt: string;
  @Field(() => Int, { description: 'Forms begun: somebody chose a hospital and pressed Start.' })
  opened: number;
  @Field(() => Int, { description: 'Of these, answered beyond the hospital.' }) started: number;
  @Field(() => Int, { description: 'Of these, sent at least once.' }) submitted: number;
}

@InputType()
export class CreateOpenLinkInput {
  @Field(() => ID) roundId: string;
  @Field({ description: 'Small letters, digits and hyphens; cannot be changed later.' }) name: string;
  @Field() label: string;
}

@ObjectType({ description: 'Nothing was made; these can be put right.' })
export class OpenLinkRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const CreateOpenLinkResult = createUnionType({
  name: 'CreateOpenLinkResult',
  types: () => [OpenLinkModel, OpenLinkRefused] as const,
  resolveType: (value: OpenLinkModel | OpenLinkRefused) =>
    'problems' in value ? OpenLinkRefused : OpenLinkModel,
});
