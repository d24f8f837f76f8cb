import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../graphql/problem.model.js';

@InputType({ description: 'One answer: exactly one of `given` and `missing`.' })
export class AnswerInput {
  @Field(() => ID, { description: 'Variable key of the question.' }) variable: string;
  @Field(() => [String], { nullable: true, description: 'Option codes, a number as text, or free text.' })
  given?: string[];
  @Field(() => String, {
    nullable: true,
    description: 'dont_know, skipped, not_asked, refused or not_applicable.',
  })
  missing?: string;
}

@InputType()
export class SubmitResponseInput {
  @Field({ description: 'Token of the link that was sent to the team.' }) token: string;
  @Field({ description: 'The same key again stores nothing more and gives the same receipt.' })
  idempotencyKey: string;
  @Field(() => [AnswerInput]) answers: AnswerInput[];
  @Field(() => [ID], {
    nullable: true,
    description: 'ODS codes of further hospitals of the frame that the form speaks for (a trust-wide team).',
  })
  alsoFor?: string[];
  @Field(() => String, {
    nullable: true,
    description: 'Why submitted answers are changed; required for a correction.',
  })
  reason?: string;
}

@ObjectType({ description: 'What a team is told after it has submitted.' })
export class ResponseReceipt {
  @Field() reference: string;
  @Field() submittedAt: string;
  @Field(() => Int) revision: number;
}

@ObjectType({ description: 'Nothing was stored; the team can put these right and send again.' })
export class SubmissionRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const SubmitResponseResult = createUnionType({
  name: 'SubmitResponseResult',
  types: () => [ResponseReceipt, SubmissionRefused] as const,
  resolveType: (value: ResponseReceipt | SubmissionRefused) =>
    'problems' in value ? SubmissionRefused : ResponseReceipt,
});
