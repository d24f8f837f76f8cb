import type { ReleaseStatus, ReplacedBy } from '@liaison-atlas/shared/publication/release-chain';
import type { ReleasedReply } from '@liaison-atlas/shared/publication/right-of-reply';
import type { ReleasedSignOffs } from '@liaison-atlas/shared/publication/sign-off';
import { Field, Int, ObjectType } from '@nestjs/graphql';

import { ReleaseStampModel } from '../round.model.js';

@ObjectType('ReplacedBy', { description: 'The erratum that took the place of a release.' })
export class ReplacedByModel implements ReplacedBy {
  @Field(() => Int) number: number;
  @Field() publishedAt: string;
  @Field({ description: 'What it corrects.' }) why: string;
}

@ObjectType('WithdrawnRelease')
export class WithdrawnReleaseModel {
  @Field() at: string;
  @Field() reason: string;
}

@ObjectType('ReleaseStatus', { description: 'What has become of a release since it was published.' })
export class ReleaseStatusModel implements ReleaseStatus {
  @Field(() => Int) number: number;
  @Field(() => Int, { nullable: true, description: 'Only an erratum: the release that it replaces.' })
  replaces: number | null;
  @Field(() => ReplacedByModel, { nullable: true, description: 'null = none replaced it.' })
  replacedBy: ReplacedBy | null;
  @Field(() => WithdrawnReleaseModel, { nullable: true, description: 'null = it was not withdrawn.' })
  withdrawn: WithdrawnReleaseModel | null;
  @Field({ description: "Bare, as 10.1234/abc; '' = none." }) doi: string;
  @Field({ description: 'Neither withdrawn nor replaced by an erratum.' }) stands: boolean;
}

@ObjectType('ListedRelease', { description: 'A release in the list of its round.' })
export class ListedReleaseModel {
  @Field(() => ReleaseStampModel) release: ReleaseStampModel;
  @Field(() => ReleaseStatusModel) status: ReleaseStatus;
  @Field() asAt: string;
  @Field({ description: "Release note; '' = none, or withdrawn." }) note: string;
}

@ObjectType('ReleasedReply', {
  description: 'The right of reply before a release, in numbers of hospitals; which they are is not public.',
})
export class ReleasedReplyModel implements ReleasedReply {
  @Field(() => String, {
    nullable: true,
    description: 'null = hospitals were not asked before this release.',
  })
  openedAt: string | null;
  @Field(() => String, { nullable: true }) endsAt: string | null;
  @Field(() => Int) offered: number;
  @Field(() => Int) opened: number;
  @Field(() => Int) right: number;
  @Field(() => Int) wrong: number;
  @Field(() => Int) scoresRefused: number;
  @Field(() => Int) quotationsRefused: number;
  @Field(() => Int, { description: 'Their row stands as they saw it last.' }) asShown: number;
  @Field({ description: "Why it was released before the right of reply was over; '' = it was over." })
  despite: string;
}

@ObjectType('ReleasedSignOffs', { description: 'Number and roles; names are not public.' })
export class ReleasedSignOffsModel implements ReleasedSignOffs {
  @Field(() => Int) required: number;
  @Field(() => Int) given: number;
  @Field(() => [String]) roles: ReleasedSignOffs['roles'];
}
