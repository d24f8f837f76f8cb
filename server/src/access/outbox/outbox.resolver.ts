import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import { type Config, CONFIG } from '../../platform/config.js';
import type { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.decorator.js';
import { LINK_MARK, type OutboxMessage } from './outbox-message.entity.js';
import { OutboxMessageModel, OutboxModel } from './outbox.model.js';
import { OutboxService } from './outbox.service.js';

/** The outbox on screen. */
@Resolver(() => OutboxModel)
export class OutboxResolver {
  constructor(
    private readonly service: OutboxService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => OutboxModel)
  @Allow('ReadOutbox')
  async outbox(@CurrentActor() actor: Actor): Promise<OutboxModel> {
    const messages = await this.service.list(actor);
    return { sends: this.config.smtpUrl !== '', messages: messages.map(toModel) };
  }

  @Mutation(() => OutboxMessageModel, { description: 'Queues a message once more that could not be sent.' })
  @Allow('ReadOutbox')
  async sendAgain(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OutboxMessageModel> {
    return toModel(await this.service.sendAgain(actor, id));
  }
}

const toModel = (message: OutboxMessage): OutboxMessageModel => {
  const { id, recipient, subject, body, state, attempts, reason, createdAt, sentAt } = message;
  const shown = body.replace(LINK_MARK, '(a link that only the recipient gets)');
  return { id, recipient, subject, body: shown, state, attempts, reason, createdAt, sentAt };
};
