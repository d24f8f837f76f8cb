import type {
  ComparedIndicator,
  DisclosureEffects,
} from '@liaison-atlas/shared/publication/compare-releases';
import type { ReleasedCoding, Theme } from '@liaison-atlas/shared/publication/release';
import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../../graphql/problem.model.js';
import { IndicatorModel, LadderCodeEnum, ReleasedCodingModel, ThemeModel } from '../release.model.js';
import { ReleaseStampModel } from '../round.model.js';
import { ReleaseStatusModel } from './release-status.model.js';

@ObjectType('ReplyPeriod', { description: 'A time in which hospitals can reply before a release.' })
export class ReplyPeriodModel {
  @Field(() => Int) number: number;
  @Field(() => Int) freezeNumber: number;
  @Field() openedAt: string;
  @Field() endsAt: string;
  @Field(() => Int) days: number;
  @Field(() => String, { nullable: true, description: 'null = nothing ended it before its time.' })
  closedAt: string | null;
  @Field() isRunning: boolean;
}

@ObjectType('HospitalReply', { description: 'Where one hospital stands in a right of reply; for the team.' })
export class HospitalReplyModel {
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field({ description: 'A link was mailed or given to it.' }) linked: boolean;
  @Field({ description: "When a link of it was opened first; '' = never." }) openedAt: string;
  @Field({ description: "'right', 'wrong', or '' = nothing yet." }) said: string;
  @Field({ description: "'' = nothing yet." }) saidAt: string;
  @Field() refusesScore: boolean;
  @Field() refusesQuotations: boolean;
}

@ObjectType('SiteObjection', { description: 'What a hospital says is wrong with what would be published.' })
export class SiteObjectionModel {
  @Field(() => ID) id: string;
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field() words: string;
  @Field() at: string;
  @Field({ description: "What became of it; '' = it waits." }) settledNote: string;
  @Field(() => String, { nullable: true, description: 'null = it waits.' }) settledAt: string | null;
}

@ObjectType('SignOff')
export class SignOffModel {
  @Field() name: string;
  @Field() role: string;
  @Field() at: string;
  @Field({ description: 'It is the one of the person who asks.' }) isOwn: boolean;
}

@ObjectType('ReleaseDesk', { description: 'Everything that goes before a final release of a round.' })
export class ReleaseDeskModel {
  @Field(() => ID) roundId: string;
  @Field(() => Int, { nullable: true, description: 'null = the round is not frozen.' })
  freezeNumber: number | null;
  @Field({ description: "Hash of the freeze that holds; '' = not frozen." }) freezeSha256: string;
  @Field(() => ReplyPeriodModel, { nullable: true, description: 'null = none was opened.' })
  reply: ReplyPeriodModel | null;
  @Field(() => [HospitalReplyModel]) hospitals: HospitalReplyModel[];
  @Field(() => [SiteObjectionModel], { description: 'Those that wait first.' })
  objections: SiteObjectionModel[];
  @Field(() => Int) signOffsRequired: number;
  @Field(() => [SignOffModel]) signOffs: SignOffModel[];
}

@ObjectType('ReplyLink', { description: 'A link for a hospital, shown this once.' })
export class ReplyLinkModel {
  @Field() link: string;
}

@ObjectType('DeskRefused', { description: 'Nothing was stored; these can be put right.' })
export class DeskRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

const isRefused = (value: object): boolean => 'problems' in value;

export const ReleaseDeskResult = createUnionType({
  name: 'ReleaseDeskResult',
  types: () => [ReleaseDeskModel, DeskRefused] as const,
  resolveType: (value: object) => (isRefused(value) ? DeskRefused : ReleaseDeskModel),
});
export const ReplyLinkResult = createUnionType({
  name: 'ReplyLinkResult',
  types: () => [ReplyLinkModel, DeskRefused] as const,
  resolveType: (value: object) => (isRefused(value) ? DeskRefused : ReplyLinkModel),
});
export const ReleaseMarkResult = createUnionType({
  name: 'ReleaseMarkResult',
  types: () => [ReleaseStatusModel, DeskRefused] as const,
  resolveType: (value: object) => (isRefused(value) ? DeskRefused : ReleaseStatusModel),
});

@ObjectType('ComparedIndicator', { description: 'A figure of two releases, side by side.' })
export class ComparedIndicatorModel implements ComparedIndicator {
  @Field(() => ID) id: string;
  @Field(() => IndicatorModel, { nullable: true }) before: ComparedIndicator['before'];
  @Field(() => IndicatorModel, { nullable: true }) after: ComparedIndicator['after'];
}

@ObjectType('HospitalStand')
export class HospitalStandModel {
  @Field(() => LadderCodeEnum) category: LadderCode;
  @Field() label: string;
  @Field(() => Int, { nullable: true }) score: number | null;
}

@ObjectType('ChangedHospital', { description: 'A hospital that would stand elsewhere than before.' })
export class ChangedHospitalModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => HospitalStandModel, { nullable: true, description: 'null = not in the frame before.' })
  before: HospitalStandModel | null;
  @Field(() => HospitalStandModel) after: HospitalStandModel;
}

@ObjectType('DisclosureEffects', { description: 'Numbers of hospitals that are not named, by the reason.' })
export class DisclosureEffectsModel implements DisclosureEffects {
  @Field(() => Int) noConsent: number;
  @Field(() => Int) describesPeople: number;
  @Field(() => Int) silent: number;
  @Field(() => Int) covering: number;
  @Field(() => Int) scoresHeld: number;
}

@ObjectType('ReleasePreview', { description: 'What would be released, beside the release that stands.' })
export class ReleasePreviewModel {
  @Field(() => [ProblemModel], { description: 'What stands in the way of publishing; empty = nothing.' })
  problems: Problem[];
  @Field(() => Int, { nullable: true, description: 'Number that it would get; null = it cannot be made.' })
  number: number | null;
  @Field(() => ReleaseStampModel, { nullable: true, description: 'The release that stands; null = none.' })
  before: ReleaseStampModel | null;
  @Field(() => [ComparedIndicatorModel]) indicators: readonly ComparedIndicator[];
  @Field(() => [ChangedHospitalModel]) hospitals: readonly ChangedHospitalModel[];
  @Field(() => [ID], { description: 'In the frame before, and not any more.' }) gone: readonly string[];
  @Field(() => Int, { description: 'Named before and withheld now; the earlier release still shows them.' })
  namedBefore: number;
  @Field(() => DisclosureEffectsModel, { nullable: true }) disclosure: DisclosureEffects | null;
  @Field(() => ReleasedCodingModel, { nullable: true, description: 'null = comments were not coded.' })
  coding: ReleasedCoding | null;
  @Field(() => [ThemeModel], { description: 'As they would be published.' }) themes: readonly Theme[];
}
