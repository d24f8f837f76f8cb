import type { SchemeLevel } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { FrameService } from '../../frame/frame.service.js';
import type { HeldScheme } from './scheme-access.js';
import { SchemeMembersService } from './scheme-members.service.js';
import {
  CreateSchemeInput,
  RestoreSchemeInput,
  SaveSchemeInput,
  SaveSchemeResult,
  SchemeFieldModel,
  SchemeInvitationModel,
  SchemeLevelEnum,
  SchemeMemberModel,
  SchemeModel,
  SchemeVersionModel,
  SetSchemeLevelInput,
} from './scheme.model.js';
import { type SavedScheme, SchemeService } from './scheme.service.js';

/** Schemes of commissioners. Everybody who has signed in may call these; whether they get one, membership decides. */
@Resolver(() => SchemeModel)
export class SchemeResolver {
  constructor(
    private readonly schemes: SchemeService,
    private readonly people: SchemeMembersService,
    private readonly frame: FrameService,
  ) {}

  @Query(() => [SchemeModel], {
    description: 'The schemes that you are a member of, the last changed first.',
  })
  @Allow('OwnAccount')
  async mySchemes(@CurrentActor() actor: Actor): Promise<SchemeModel[]> {
    return (await this.schemes.list(actor)).map((held) => this.toModel(held));
  }

  @Query(() => SchemeModel, { description: 'A scheme, for its members.' })
  @Allow('OwnAccount')
  async scheme(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SchemeModel> {
    return this.toModel(await this.schemes.get(actor, id));
  }

  @Query(() => [SchemeFieldModel], { description: 'What a scheme said under a version, for its members.' })
  @Allow('OwnAccount')
  async schemeVersion(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<SchemeFieldModel[]> {
    return toFields((await this.schemes.version(actor, id, version)).content);
  }

  @ResolveField(() => [SchemeMemberModel], { description: 'Everybody in the scheme, its owner first.' })
  async members(@CurrentActor() actor: Actor, @Parent() { id }: SchemeModel): Promise<SchemeMemberModel[]> {
    const members = await this.people.members(actor, id);
    return members.map((member) => ({ ...member, isYou: member.memberId === actor.id }));
  }

  @ResolveField(() => [SchemeInvitationModel], { description: 'Unused links; for the owner, else empty.' })
  invitations(@CurrentActor() actor: Actor, @Parent() { id }: SchemeModel): Promise<SchemeInvitationModel[]> {
    return this.people.invitations(actor, id);
  }

  @ResolveField(() => [SchemeVersionModel], { description: 'Every version, the newest first.' })
  async versions(@CurrentActor() actor: Actor, @Parent() { id }: SchemeModel): Promise<SchemeVersionModel[]> {
    const members = await this.people.members(actor, id);
    const nameOf = (by: string): string => members.find(({ memberId }) => memberId === by)?.name ?? '';
    return (await this.schemes.versions(actor, id)).map(({ version, at, note, by }) => ({
      version,
      at,
      note,
      by: nameOf(by),
    }));
  }

  @Mutation(() => SaveSchemeResult, { description: 'Begins a scheme for an area; you become its owner.' })
  @Allow('OwnAccount')
  async createScheme(
    @CurrentActor() actor: Actor,
    @Args('input') { areaCode, fields }: CreateSchemeInput,
  ): Promise<typeof SaveSchemeResult> {
    return this.toResult(await this.schemes.create(actor, areaCode, fields));
  }

  @Mutation(() => SaveSchemeResult, {
    description: 'Stores changes, unless somebody wrote in the same place.',
  })
  @Allow('OwnAccount')
  async saveScheme(
    @CurrentActor() actor: Actor,
    @Args('input') { id, changes }: SaveSchemeInput,
  ): Promise<typeof SaveSchemeResult> {
    return this.toResult(await this.schemes.save(actor, id, changes));
  }

  @Mutation(() => SaveSchemeResult, { description: 'Makes an earlier version the next one.' })
  @Allow('OwnAccount')
  async restoreScheme(
    @CurrentActor() actor: Actor,
    @Args('input') input: RestoreSchemeInput,
  ): Promise<typeof SaveSchemeResult> {
    return this.toResult(await this.schemes.restore(actor, input));
  }

  @Mutation(() => String, { description: 'Makes a link that lets one person in; its path is shown once.' })
  @Allow('OwnAccount')
  async inviteToScheme(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('level', { type: () => SchemeLevelEnum }) level: SchemeLevel,
  ): Promise<string> {
    return `/schemes/join#${await this.people.invite(actor, id, level)}`;
  }

  @Mutation(() => SchemeModel, { description: 'Takes back a link that nobody has used.' })
  @Allow('OwnAccount')
  async takeBackSchemeInvitation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('invitationId', { type: () => ID }) invitationId: string,
  ): Promise<SchemeModel> {
    await this.people.takeBack(actor, id, invitationId);
    return this.toModel(await this.schemes.get(actor, id));
  }

  @Mutation(() => SchemeModel, { description: 'Uses a link that lets you in.' })
  @Allow('OwnAccount')
  async joinScheme(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<SchemeModel> {
    const id = await this.people.join(actor, token);
    return this.toModel(await this.schemes.get(actor, id));
  }

  @Mutation(() => SchemeModel, {
    description: 'Gives a member another level, takes them out, or hands over.',
  })
  @Allow('OwnAccount')
  async setSchemeLevel(
    @CurrentActor() actor: Actor,
    @Args('input') { id, memberId, level }: SetSchemeLevelInput,
  ): Promise<SchemeModel> {
    await this.people.setLevel(actor, id, memberId, level);
    return this.toModel(await this.schemes.get(actor, id));
  }

  @Mutation(() => [SchemeModel], { description: 'Leaves a scheme. Gives those that are left.' })
  @Allow('OwnAccount')
  async leaveScheme(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SchemeModel[]> {
    await this.people.leave(actor, id);
    return this.mySchemes(actor);
  }

  @Mutation(() => [SchemeModel], {
    description: 'Erases a scheme with its history. Gives those that are left.',
  })
  @Allow('OwnAccount')
  async deleteScheme(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SchemeModel[]> {
    await this.schemes.delete(actor, id);
    return this.mySchemes(actor);
  }

  private toResult(saved: SavedScheme): typeof SaveSchemeResult {
    if (saved.outcome === 'refused') return { problems: saved.problems };
    const model = this.toModel(saved.held);
    return saved.outcome === 'stored' ? model : { clashes: saved.clashes, stored: model };
  }

  private toModel({ scheme, level }: HeldScheme): SchemeModel {
    const { id, areaCode, version, changedAt, content } = scheme;
    const areaName = this.frame.findArea(areaCode)?.name ?? '';
    return { id, areaCode, areaName, version, changedAt, level, fields: toFields(content) };
  }
}

const toFields = (content: Readonly<Record<string, string>>): SchemeFieldModel[] =>
  Object.entries(content).map(([key, value]) => ({ key, value }));
