import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { MAIL_STATES, type MailState } from './outbox-message.entity.js';

export const MailStateEnum = enumOf(MAIL_STATES);
registerEnumType(MailStateEnum, { name: 'MailState', description: 'How far a mail has come.' });

@ObjectType({ description: 'A mail that goes out or went out; for administrators and survey leads.' })
export class OutboxMessageModel {
  @Field(() => ID) id: string;
  @Field() recipient: string;
  @Field() subject: string;
  @Field({ description: 'The text; a secret link stands as "(a link that only the recipient gets)".' })
  body: string;
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => Int) attempts: number;
  @Field({ description: "'' = nothing to say." }) reason: string;
  @Field() createdAt: string;
  @Field(() => String, { nullable: true }) sentAt: string | null;
}

@ObjectType({ description: 'The outbox, the newest message first.' })
export class OutboxModel {
  @Field({ description: 'Whether a mail server is set; without one mail stays here.' }) sends: boolean;
  @Field(() => [OutboxMessageModel]) messages: OutboxMessageModel[];
}
