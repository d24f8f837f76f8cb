import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { type Config, CONFIG } from '../platform/config.js';
import { CreateOpenLinkInput, CreateOpenLinkResult, OpenLinkModel } from './open-link.model.js';
import { type CountedOpenLink, OpenLinkService } from './open-link.service.js';

/** The open links of a round, for its lead. */
@Resolver(() => OpenLinkModel)
export class OpenLinkResolver {
  constructor(
    private readonly links: OpenLinkService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [OpenLinkModel], { description: 'The newest first.' })
  @Allow('ManageOpenLinks')
  async openLinks(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<OpenLinkModel[]> {
    return (await this.links.list(actor, roundId)).map((link) => this.toModel(link));
  }

  @Mutation(() => CreateOpenLinkResult)
  @Allow('ManageOpenLinks')
  async createOpenLink(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateOpenLinkInput,
  ): Promise<typeof CreateOpenLinkResult> {
    const result = await this.links.create(actor, input);
    return result.ok ? this.toModel(result.value) : { problems: [...result.problems] };
  }

  @Mutation(() => OpenLinkModel, { description: 'Forms that were begun with it go on.' })
  @Allow('ManageOpenLinks')
  async switchOpenLink(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('on') on: boolean,
  ): Promise<OpenLinkModel> {
    return this.toModel(await this.links.switch(actor, id, on ? 'on' : 'off'));
  }

  private toModel({ state, roundId, ...link }: CountedOpenLink): OpenLinkModel {
    const path = `/r/${encodeURIComponent(roundId)}/${link.name}`;
    return { ...link, isOn: state === 'on', url: this.config.publicUrl + path };
  }
}
