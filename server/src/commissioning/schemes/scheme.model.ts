import type { SchemeChange } from '@liaison-atlas/shared/commissioning/scheme/change-scheme';
import { SCHEME_LEVELS, type SchemeLevel } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { ProblemModel } from '../../graphql/problem.model.js';

export const SchemeLevelEnum = enumOf(SCHEME_LEVELS);
registerEnumType(SchemeLevelEnum, {
  name: 'SchemeLevel',
  description: 'What a member may do with a scheme.',
});

@ObjectType('SchemeField', { description: 'One thing that a scheme says; what is absent is not known.' })
export class SchemeFieldModel {
  @Field(() => ID) key: string;
  @Field() value: string;
}

@ObjectType('SchemeMember')
export class SchemeMemberModel {
  @Field(() => ID) memberId: string;
  @Field({ description: "'' = the name has been erased." }) name: string;
  @Field(() => SchemeLevelEnum) level: SchemeLevel;
  @Field() isYou: boolean;
}

@ObjectType('SchemeInvitation', {
  description: 'A link that still lets one person in; its token is not kept.',
})
export class SchemeInvitationModel {
  @Field(() => ID) id: string;
  @Field(() => SchemeLevelEnum) level: SchemeLevel;
  @Field() expiresAt: string;
}

@ObjectType('SchemeVersion')
export class SchemeVersionModel {
  @Field(() => Int) version: number;
  @Field() at: string;
  @Field({ description: "'' = nothing was said." }) note: string;
  @Field({ description: "Name of the member who saved it; '' = has left, or the name has been erased." })
  by: string;
}

@ObjectType('Scheme', {
  description: 'A plan for an area; for its members only, whatever roles others have.',
})
export class SchemeModel {
  @Field(() => ID) id: string;
  @Field(() => ID) areaCode: string;
  @Field({ description: "'' = the area is no longer in the reference data." }) areaName: string;
  @Field(() => Int) version: number;
  @Field() changedAt: string;
  @Field(() => SchemeLevelEnum, { description: 'What you may do.' }) level: SchemeLevel;
  @Field(() => [SchemeFieldModel]) fields: readonly SchemeFieldModel[];
}

@ObjectType({ description: 'Nothing was stored; these can be put right.' })
export class SchemeRefused {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
}

@ObjectType({ description: 'A place in which two people wrote different things.' })
export class SchemeClashPlace {
  @Field(() => ID) key: string;
  @Field() label: string;
  @Field() mine: string;
  @Field() theirs: string;
}

@ObjectType({ description: 'Nothing was stored: somebody else wrote in these places meanwhile.' })
export class SchemeClashed {
  @Field(() => [SchemeClashPlace]) clashes: readonly SchemeClashPlace[];
  @Field(() => SchemeModel) stored: SchemeModel;
}

@InputType()
export class SchemeChangeInput implements SchemeChange {
  @Field(() => ID) key: string;
  @Field({ description: "What stood there when you began; '' = nothing." }) before: string;
  @Field({ description: "'' empties it." }) value: string;
}

@InputType()
export class CreateSchemeInput {
  @Field(() => ID) areaCode: string;
  @Field(() => [SchemeChangeInput]) fields: SchemeChangeInput[];
}

@InputType()
export class SaveSchemeInput {
  @Field(() => ID) id: string;
  @Field(() => [SchemeChangeInput]) changes: SchemeChangeInput[];
}

@InputType()
export class RestoreSchemeInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int) version: number;
}

@InputType()
export class SetSchemeLevelInput {
  @Field(() => ID) id: string;
  @Field(() => ID) memberId: string;
  @Field(() => SchemeLevelEnum, {
    nullable: true,
    description: 'null = takes the member out; owner = hands over.',
  })
  level: SchemeLevel | null;
}

export const SaveSchemeResult = createUnionType({
  name: 'SaveSchemeResult',
  types: () => [SchemeModel, SchemeRefused, SchemeClashed] as const,
  resolveType: (value: SchemeModel | SchemeRefused | SchemeClashed) => {
    if ('problems' in value) return SchemeRefused;
    return 'clashes' in value ? SchemeClashed : SchemeModel;
  },
});
