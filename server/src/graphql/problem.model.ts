import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Problem', { description: 'One thing to put right; the same four parts as in a REST error.' })
export class ProblemModel implements Problem {
  @Field() code: string;
  @Field({ description: "What the sender can change; '' where no single field is at fault." }) field: string;
  @Field() message: string;
  @Field() mend: string;
}
