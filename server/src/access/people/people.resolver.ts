import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.decorator.js';
import { GrantInput, InvitePersonInput, PersonModel } from './people.model.js';
import { type KnownPerson, type NewGrant, PeopleService } from './people.service.js';

/** People and grants on screen. */
@Resolver(() => PersonModel)
export class PeopleResolver {
  constructor(private readonly service: PeopleService) {}

  @Query(() => [PersonModel], { description: 'Everybody with an account, by name.' })
  @Allow('ManagePeople')
  async people(@CurrentActor() actor: Actor): Promise<PersonModel[]> {
    return (await this.service.list(actor)).map(toModel);
  }

  @Mutation(() => PersonModel, { description: 'Makes an account with a first role, and tells its owner.' })
  @Allow('ManagePeople')
  async invitePerson(
    @CurrentActor() actor: Actor,
    @Args('input') input: InvitePersonInput,
  ): Promise<PersonModel> {
    const { name, email } = input;
    return toModel(await this.service.invite(actor, { name, email, ...toGrant(input) }));
  }

  @Mutation(() => PersonModel)
  @Allow('ManagePeople')
  async giveGrant(
    @CurrentActor() actor: Actor,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('grant') grant: GrantInput,
  ): Promise<PersonModel> {
    return toModel(await this.service.give(actor, personId, toGrant(grant)));
  }

  @Mutation(() => PersonModel, { description: 'Takes a role back, at once.' })
  @Allow('ManagePeople')
  async revokeGrant(
    @CurrentActor() actor: Actor,
    @Args('grantId', { type: () => ID }) grantId: string,
  ): Promise<PersonModel> {
    return toModel(await this.service.revoke(actor, grantId));
  }
}

const toGrant = ({ role, scopeKind, scopeId }: GrantInput): NewGrant => ({
  role,
  scope: { kind: scopeKind, id: scopeId.trim() },
});

const toModel = ({ person, contact, grants }: KnownPerson): PersonModel => ({
  id: person.id,
  name: contact?.name ?? '',
  email: contact?.email ?? '',
  grants: grants.map(({ id, role, scopeKind, scopeId, givenAt, revokedAt }) => ({
    id,
    role,
    scopeKind,
    scopeId,
    givenAt,
    revokedAt,
  })),
});
