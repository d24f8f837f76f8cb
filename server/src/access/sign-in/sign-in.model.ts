import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The same for every address, whether anybody has an account with it or not.' })
export class SignInRequested {
  @Field({ description: 'What to do now, in words.' }) message: string;
  @Field({ description: 'Whether this installation has a mail server: without one no link is sent.' })
  sendsMail: boolean;
  @Field({ description: "Demo mode without a mail server: the path of the link; '' otherwise." })
  demoPath: string;
}

@ObjectType('Session', { description: 'A browser in which the viewer is signed in.' })
export class SessionModel {
  @Field(() => ID) id: string;
  @Field() createdAt: string;
  @Field() expiresAt: string;
  @Field({ description: 'Whether it is the one that asks.' }) current: boolean;
}
