import { GIVEN_ROLES, type GivenRole } from '@liaison-atlas/shared/access/permissions';
import { SCOPE_KINDS, type ScopeKind } from '@liaison-atlas/shared/access/scope';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';

export const GivenRoleEnum = enumOf(GIVEN_ROLES);
registerEnumType(GivenRoleEnum, { name: 'GivenRole', description: 'A role that somebody can be given.' });

export const ScopeKindEnum = enumOf(SCOPE_KINDS);
registerEnumType(ScopeKindEnum, { name: 'ScopeKind', description: 'What a grant can be limited to.' });

@ObjectType('Grant', { description: 'A role within a scope. Revoked, never deleted.' })
export class GrantModel {
  @Field(() => ID) id: string;
  @Field(() => GivenRoleEnum) role: GivenRole;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field({ description: "Round id, region code or ODS code; 'all' for the survey." }) scopeId: string;
  @Field() givenAt: string;
  @Field(() => String, { nullable: true, description: 'null = it holds.' }) revokedAt: string | null;
}

@ObjectType({ description: 'A role that the viewer holds, and where.' })
export class OwnGrant {
  @Field(() => GivenRoleEnum) role: GivenRole;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field({ description: "Round id, region code or ODS code; 'all' for the survey." }) scopeId: string;
}

@ObjectType('Person', { description: 'Somebody with an account; for administrators only.' })
export class PersonModel {
  @Field(() => ID) id: string;
  @Field({ description: "'' once the contact has been erased." }) name: string;
  @Field() email: string;
  @Field(() => [GrantModel]) grants: GrantModel[];
}

@InputType()
export class GrantInput {
  @Field(() => GivenRoleEnum) role: GivenRole;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field() scopeId: string;
}

@InputType()
export class InvitePersonInput extends GrantInput {
  @Field() name: string;
  @Field() email: string;
}
