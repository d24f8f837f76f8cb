import type { Result } from '@liaison-atlas/shared/kernel/result';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { FrameUnitService } from './frame-unit.service.js';
import {
  AddFrameUnitInput,
  AddSiteAliasInput,
  CreateFrameInput,
  FrameCountsModel,
  FrameDifferenceModel,
  FrameResult,
  FrameUnitModel,
  SamplingFrameModel,
  SetEligibilityInput,
  SiteNamesResult,
} from './manage-frame.model.js';
import { ManageFrameService } from './manage-frame.service.js';
import type { SiteAlias } from './site-alias.entity.js';
import { SiteAliasService } from './site-alias.service.js';
import { toAliasModel, toCounts, toDifferenceModel, toFrameModel, toUnitModels } from './to-frame-models.js';

/** Sampling frames for the survey lead: made, changed, compared and frozen. Lists come by upload. */
@Resolver(() => SamplingFrameModel)
export class ManageFrameResolver {
  constructor(
    private readonly frames: ManageFrameService,
    private readonly hospitals: FrameUnitService,
    private readonly names: SiteAliasService,
  ) {}

  @Query(() => [SamplingFrameModel], { description: 'Every frame, the newest first.' })
  @Allow('ManageFrame')
  async samplingFrames(@CurrentActor() actor: Actor): Promise<SamplingFrameModel[]> {
    return (await this.frames.list(actor)).map(toFrameModel);
  }

  @Query(() => SamplingFrameModel, { nullable: true })
  @Allow('ManageFrame')
  async samplingFrame(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SamplingFrameModel | null> {
    const frame = await this.frames.find(actor, id);
    return frame === null ? null : toFrameModel(frame);
  }

  @Query(() => FrameDifferenceModel)
  @Allow('ManageFrame')
  async frameDifference(
    @CurrentActor() actor: Actor,
    @Args('fromId', { type: () => ID }) fromId: string,
    @Args('toId', { type: () => ID }) toId: string,
  ): Promise<FrameDifferenceModel> {
    return toDifferenceModel(await this.frames.describeDifference(actor, fromId, toId));
  }

  @ResolveField(() => [FrameUnitModel], { description: 'Its hospitals, by name.' })
  async units(@Parent() { id }: SamplingFrameModel): Promise<FrameUnitModel[]> {
    return toUnitModels(await this.frames.load(id));
  }

  @ResolveField(() => FrameCountsModel)
  async counts(@Parent() { id }: SamplingFrameModel): Promise<FrameCountsModel> {
    return toCounts(await this.frames.countUnits(id));
  }

  @Mutation(() => FrameResult, { description: 'Begins a draft, empty or as a copy of a frozen frame.' })
  @Allow('ManageFrame')
  async createFrame(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateFrameInput,
  ): Promise<typeof FrameResult> {
    return toFrameResult(await this.frames.create(actor, input));
  }

  @Mutation(() => FrameResult, {
    description: "Puts a verdict in the place of the rule's, or takes it back.",
  })
  @Allow('ManageFrame')
  async setEligibility(
    @CurrentActor() actor: Actor,
    @Args('input') { frameId, siteId, verdict, reason }: SetEligibilityInput,
  ): Promise<typeof FrameResult> {
    return toFrameResult(
      await this.hospitals.decide(actor, { frameId, siteId, verdict: verdict ?? null, reason }),
    );
  }

  @Mutation(() => FrameResult, { description: 'Adds one hospital to a draft.' })
  @Allow('ManageFrame')
  async addFrameUnit(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddFrameUnitInput,
  ): Promise<typeof FrameResult> {
    return toFrameResult(await this.hospitals.add(actor, input));
  }

  @Mutation(() => FrameResult, { description: 'Freezes a draft for ever, with its hash.' })
  @Allow('ManageFrame')
  async freezeFrame(
    @CurrentActor() actor: Actor,
    @Args('frameId', { type: () => ID }) frameId: string,
  ): Promise<typeof FrameResult> {
    return toFrameResult(await this.frames.freeze(actor, frameId));
  }

  @Mutation(() => SiteNamesResult, { description: 'Adds another name of a hospital.' })
  @Allow('ManageFrame')
  async addSiteAlias(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddSiteAliasInput,
  ): Promise<typeof SiteNamesResult> {
    return toNamesResult(await this.names.add(actor, input));
  }

  @Mutation(() => SiteNamesResult, { description: 'Takes away a name that was added by hand.' })
  @Allow('ManageFrame')
  async removeSiteAlias(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof SiteNamesResult> {
    return toNamesResult(await this.names.remove(actor, id));
  }
}

const toFrameResult = (result: Result<Parameters<typeof toFrameModel>[0], Problem>): typeof FrameResult =>
  result.ok ? toFrameModel(result.value) : { problems: [...result.problems] };

function toNamesResult(
  result: Result<{ readonly siteId: string; readonly aliases: readonly SiteAlias[] }, Problem>,
): typeof SiteNamesResult {
  if (!result.ok) return { problems: [...result.problems] };
  const { siteId, aliases } = result.value;
  return { siteId, aliases: aliases.map(toAliasModel) };
}
