import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { HISTORY_KINDS } from './history-about.js';
import { ACTOR_KINDS, type ActorKind } from './to-actor.js';

export const HistoryKindEnum = enumOf(HISTORY_KINDS);
registerEnumType(HistoryKindEnum, { name: 'HistoryKind', description: 'What a history is of.' });
export const ActorKindEnum = enumOf(ACTOR_KINDS);
registerEnumType(ActorKindEnum, { name: 'ActorKind', description: 'Who did something.' });

@ObjectType({ description: 'A fact of an event: a state, a count, a code. Never what somebody wrote.' })
export class HistoryFact {
  @Field() name: string;
  @Field({ description: "'' = there was none." }) value: string;
}

@ObjectType({ description: 'A fact that changed.' })
export class HistoryChange {
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'null = there was none.' }) before: string | null;
  @Field(() => String, { nullable: true, description: 'null = there is none any more.' }) after:
    string | null;
}

@ObjectType({ description: 'One thing that somebody did.' })
export class HistoryEvent {
  @Field(() => Int, { description: 'Its place in the audit chain.' }) seq: number;
  @Field() at: string;
  @Field({ description: 'What was done, such as response.submitted.' }) action: string;
  @Field(() => ActorKindEnum) actorKind: ActorKind;
  @Field({ description: "Of a person, unless they were erased; '' otherwise." }) actorName: string;
  @Field(() => ID, { description: 'Pseudonym of whoever did it.' }) actorId: string;
  @Field({ description: 'What kind of thing it was done to, such as response.' }) entity: string;
  @Field(() => ID) entityId: string;
  @Field({ description: "'' = none was asked for." }) reason: string;
  @Field(() => [HistoryFact]) facts: HistoryFact[];
  @Field(() => [HistoryChange]) changes: HistoryChange[];
  @Field(() => Int, { description: 'How many further things it was about; 0 = it alone.' }) subjects: number;
}

@ObjectType({ description: 'What happened to a thing, or what a person did; the latest first.' })
export class History {
  @Field({ description: 'Of whom or what: the name of a hospital or a person, the number of a form.' })
  title: string;
  @Field({ description: "The round that it lies in; '' = none." }) roundTitle: string;
  @Field({ description: 'Whether the round is made up.' }) synthetic: boolean;
  @Field(() => [HistoryEvent]) events: HistoryEvent[];
  @Field(() => Int, { nullable: true, description: 'Ask for what is before this; null = that was all.' })
  older: number | null;
}
