import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ROUND_KINDS,
  ROUND_STATES,
  type RoundKind,
  type RoundState,
} from '@liaison-atlas/shared/fieldwork/round';
import { RELEASE_KINDS, type ReleaseKind } from '@liaison-atlas/shared/publication/release';

import { enumOf } from '../graphql/enum-of.js';

export const RoundKindEnum = enumOf(ROUND_KINDS);
registerEnumType(RoundKindEnum, {
  name: 'RoundKind',
  description: 'What kind of truth a round holds; the kinds never mix.',
});
export const RoundStateEnum = enumOf(ROUND_STATES);
registerEnumType(RoundStateEnum, { name: 'RoundState', description: 'Life cycle of a round.' });
export const ReleaseKindEnum = enumOf(RELEASE_KINDS);
registerEnumType(ReleaseKindEnum, { name: 'ReleaseKind', description: 'What a release is.' });

@ObjectType('ReleaseStamp', { description: 'Which release something was made from.' })
export class ReleaseStampModel {
  @Field(() => Int) number: number;
  @Field(() => ReleaseKindEnum) kind: ReleaseKind;
  @Field() publishedAt: string;
  @Field({ description: 'SHA-256 of the canonical JSON of the release.' }) sha256: string;
}

@ObjectType('Round', { description: 'One asking of one questionnaire over one frame.' })
export class RoundModel {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field(() => RoundKindEnum) kind: RoundKind;
  @Field(() => RoundStateEnum) state: RoundState;
  @Field({ description: 'When answers were collected, in words.' }) fieldwork: string;
  @Field() instrumentVersion: string;
  @Field(() => ID) frameId: string;
  @Field(() => ReleaseStampModel, { nullable: true, description: 'null = nothing has been released yet.' })
  latestRelease: ReleaseStampModel | null;
}
