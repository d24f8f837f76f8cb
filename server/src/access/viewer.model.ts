import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Who is looking, and what they may do.' })
export class Viewer {
  @Field() signedIn: boolean;
  @Field({ description: "'' for the public." }) displayName: string;
  @Field(() => [String], { description: 'Permission names, such as ReadLiveRound.' }) permissions: string[];
  @Field({ description: 'True in demo mode: the page may offer the demo sign-in and a synthetic answer.' })
  demo: boolean;
}
