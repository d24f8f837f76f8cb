import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';

import { SubmissionRefused } from './answering.model.js';

@InputType()
export class WithdrawResponseInput {
  @Field({ description: 'Token of the link that was sent to the team.' }) token: string;
}

@ObjectType({ description: 'The answers are erased; asking again gives the same.' })
export class ResponseWithdrawn {
  @Field() withdrawn: boolean;
}

export const WithdrawResponseResult = createUnionType({
  name: 'WithdrawResponseResult',
  types: () => [ResponseWithdrawn, SubmissionRefused] as const,
  resolveType: (value: ResponseWithdrawn | SubmissionRefused) =>
    'problems' in value ? SubmissionRefused : ResponseWithdrawn,
});
