import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import { type Config, CONFIG } from '../../platform/config.js';
import type { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.decorator.js';
import { MAIL_STATES } from '../../outbox/outbox-message.entity.js';
import { OutboxMessageModel, OutboxModel } from './outbox.model.js';
import { ReadMailService, type ReadableMessage } from './read-mail.service.js';

/** At most this many messages are given at once. */
const MOST = 200;

/** The outbox on screen. */
@Resolver(() => OutboxModel)
export class OutboxResolver {
  constructor(
    private readonly service: ReadMailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => OutboxModel)
  @Allow('ReadOutbox')
  async outbox(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID, defaultValue: '', description: "'' = mail about accounts." })
    roundId: string,
    @Args('take', { type: () => Int, defaultValue: 50, description: `1 to ${MOST}.` }) take: number,
  ): Promise<OutboxModel> {
    const { messages, counts } = await this.service.read(actor, roundId, Math.min(Math.max(1, take), MOST));
    return {
      sends: this.config.smtpUrl !== '',
      messages: messages.map(toModel),
      counts: MAIL_STATES.map((state) => ({ state, count: counts.get(state) ?? 0 })),
    };
  }

  @Mutation(() => OutboxMessageModel, {
    description: 'Queues a message once more that failed, bounced or is in doubt. Its recipient may get two.',
  })
  @Allow('ReadOutbox')
  async sendAgain(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OutboxMessageModel> {
    return toModel(await this.service.sendAgain(actor, id));
  }

  @Mutation(() => Int, {
    description:
      'Queues all mails in doubt of a round, or of accounts, once more; gives their number. Some people may get two.',
  })
  @Allow('ReadOutbox')
  async sendAllInDoubt(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID, description: "'' = mail about accounts." }) roundId: string,
    @Args('expected', {
      type: () => Int,
      description: 'How many were shown; refused where it is another number.',
    })
    expected: number,
  ): Promise<number> {
    return this.service.sendAllInDoubt(actor, roundId, expected);
  }
}

const toModel = ({ message, text }: ReadableMessage): OutboxMessageModel => {
  const { id, kind, template, recipient, subject, state, attempts, reason, createdAt, sentAt } = message;
  const shown = { id, kind, template, recipient, subject, state, attempts, reason, createdAt, sentAt };
  return { ...shown, body: text, dueAt: message.leasedUntil };
};
