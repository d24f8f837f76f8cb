import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { MAIL_STATES, type MailState } from '../../outbox/outbox-message.entity.js';

export const MailStateEnum = enumOf(MAIL_STATES);
registerEnumType(MailStateEnum, { name: 'MailState', description: 'How far a mail has come.' });

@ObjectType('OutboxMessage', {
  description: 'A mail that goes out or went out; for administrators and survey leads.',
})
export class OutboxMessageModel {
  @Field(() => ID) id: string;
  @Field({ description: 'What it is about, such as sign_in.' }) kind: string;
  @Field({ description: 'Name and version of the text that it was made from.' }) template: string;
  @Field() recipient: string;
  @Field() subject: string;
  @Field({ description: 'The text; a link that signs somebody in stands as words.' })
  body: string;
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => Int) attempts: number;
  @Field({ description: "'' = nothing to say." }) reason: string;
  @Field() createdAt: string;
  @Field({ description: 'Not before then, or not before its next attempt.' }) dueAt: string;
  @Field(() => String, { nullable: true, description: 'null = not sent.' }) sentAt: string | null;
}

@ObjectType({ description: 'How many messages are in a state.' })
export class MailCount {
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => Int) count: number;
}

@ObjectType('Outbox', { description: 'The outbox of a round, or of accounts; the newest message first.' })
export class OutboxModel {
  @Field({ description: 'Whether a mail server is set; without one mail stays here.' }) sends: boolean;
  @Field(() => [OutboxMessageModel], { description: 'At most as many as were asked for.' })
  messages: OutboxMessageModel[];
  @Field(() => [MailCount], { description: 'Of all messages, those that are not shown included.' })
  counts: MailCount[];
}
