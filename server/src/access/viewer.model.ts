import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum DemoRole {
  survey_lead = 'survey_lead',
}
registerEnumType(DemoRole, { name: 'DemoRole', description: 'Roles that demo mode lets anyone take.' });

@ObjectType({ description: 'Who is looking, and what they may do.' })
export class Viewer {
  @Field() signedIn: boolean;
  @Field({ description: "'' for the public." }) displayName: string;
  @Field(() => [String], { description: 'Permission names, such as ReadLiveRound.' }) permissions: string[];
  @Field({ description: 'True in demo mode: the page may offer the demo sign-in and a synthetic answer.' })
  demo: boolean;
}
