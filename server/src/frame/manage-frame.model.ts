import { FRAME_CHANGE_KINDS, type FrameChangeKind } from '@liaison-atlas/shared/frame/compare-frames';
import {
  ELIGIBILITIES,
  ELIGIBILITY_REASONS,
  type Eligibility,
} from '@liaison-atlas/shared/frame/eligibility';
import { LIST_COLUMNS, type ListColumn } from '@liaison-atlas/shared/frame/frame-row';
import {
  SIZE_BANDS,
  type SizeBand,
  TRUST_STRATA,
  type TrustStratum,
} from '@liaison-atlas/shared/frame/strata';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { ProblemModel } from '../graphql/problem.model.js';

export const FrameStatusEnum = enumOf(['draft', 'frozen'] as const);
registerEnumType(FrameStatusEnum, {
  name: 'FrameStatus',
  description: 'A draft changes; a frozen frame never does.',
});
export const EligibilityEnum = enumOf(ELIGIBILITIES);
registerEnumType(EligibilityEnum, {
  name: 'Eligibility',
  description: 'Whether a hospital belongs to the population; unknown is never no.',
});
export const EligibilityReasonEnum = enumOf(ELIGIBILITY_REASONS);
registerEnumType(EligibilityReasonEnum, {
  name: 'EligibilityReason',
  description: 'Why the rule says so.',
});
/** GraphQL names cannot begin with a digit. */
const BAND_NAMES = {
  under_50000: 'under_50000',
  '50000_to_99999': 'from_50000_to_99999',
  '100000_and_over': 'from_100000',
  not_known: 'not_known',
} as const satisfies Record<SizeBand, string>;
export type SizeBandName = (typeof BAND_NAMES)[SizeBand];
export const SizeBandEnum = enumOf(SIZE_BANDS.map((band) => BAND_NAMES[band]));
registerEnumType(SizeBandEnum, {
  name: 'SizeBand',
  description: 'Emergency attendances of the hospital itself in a year.',
});
export const toSizeBandName = (band: SizeBand): SizeBandName => BAND_NAMES[band];
export const TrustStratumEnum = enumOf(TRUST_STRATA);
registerEnumType(TrustStratumEnum, { name: 'TrustStratum' });
export const FrameChangeKindEnum = enumOf(FRAME_CHANGE_KINDS);
registerEnumType(FrameChangeKindEnum, {
  name: 'FrameChangeKind',
  description: 'What became of a hospital between two frames.',
});
export const ListColumnEnum = enumOf(LIST_COLUMNS);
registerEnumType(ListColumnEnum, { name: 'ListColumn', description: 'Columns of a list of hospitals.' });

@ObjectType('SiteAlias', { description: 'Another name of a hospital.' })
export class SiteAliasModel {
  @Field(() => ID) id: string;
  @Field() text: string;
  @Field({ description: 'Who uses it, or the register or list it comes from.' }) source: string;
  @Field({ description: 'Added by hand, so that it can be taken away.' }) byHand: boolean;
}

@ObjectType('SiteNames', { description: 'The names of a hospital beside its first one.' })
export class SiteNamesModel {
  @Field(() => ID) siteId: string;
  @Field(() => [SiteAliasModel]) aliases: readonly SiteAliasModel[];
}

@ObjectType('FrameUnit', { description: "One hospital in a frame, as on the frame's day. '' = not known." })
export class FrameUnitModel {
  @Field(() => ID, { description: 'The same for ever.' }) siteId: string;
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field() postcode: string;
  @Field() town: string;
  @Field() trustCode: string;
  @Field() trust: string;
  @Field(() => TrustStratumEnum) trustType: TrustStratum;
  @Field() regionCode: string;
  @Field() region: string;
  @Field(() => SizeBandEnum) sizeBand: SizeBandName;
  @Field({ description: 'general, childrens, specialist, community or mental_health.' }) siteType: string;
  @Field({ description: 'major, major_part_time or no_major.' }) edType: string;
  @Field() openedOn: string;
  @Field() closedOn: string;
  @Field({ description: 'Code of the hospital that took it up.' }) mergedInto: string;
  @Field(() => EligibilityEnum) eligibility: Eligibility;
  @Field({ description: 'In a sentence: of the rule, or of whoever decided.' }) why: string;
  @Field({ description: "A person's verdict stands in the place of the rule's." }) isDecided: boolean;
  @Field(() => String, { nullable: true }) decidedAt: string | null;
  @Field(() => EligibilityEnum, { description: 'What the rule says.' }) ruleEligibility: Eligibility;
  @Field(() => [EligibilityReasonEnum])
  ruleReasons: readonly (keyof typeof EligibilityReasonEnum)[];
  @Field(() => [SiteAliasModel]) aliases: readonly SiteAliasModel[];
}

@ObjectType('FrameCounts', { description: 'Hospitals of a frame.' })
export class FrameCountsModel {
  @Field(() => Int) eligible: number;
  @Field(() => Int) ineligible: number;
  @Field(() => Int) unknown: number;
  @Field(() => Int, { description: 'Unknown, and nobody decided to leave it so: these stop the freezing.' })
  undecided: number;
}

@ObjectType('SamplingFrame', { description: 'The population that a round asks; for the survey team.' })
export class SamplingFrameModel {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field() definition: string;
  @Field() source: string;
  @Field(() => FrameStatusEnum) status: keyof typeof FrameStatusEnum;
  @Field({ description: 'Day or month that it describes.' }) asOf: string;
  @Field({ description: "SHA-256 of everything it holds; '' while it is a draft." }) hash: string;
  @Field(() => Int, { description: 'Its eligible hospitals.' }) listedSize: number;
  @Field(() => Int, { nullable: true, description: 'A size that a source states without a list.' })
  declaredSize: number | null;
  @Field(() => String, { nullable: true, description: 'The frame it began as a copy of.' })
  copiedFrom: string | null;
  @Field(() => String, { nullable: true, description: 'null = it came with the product.' })
  createdAt: string | null;
  @Field(() => String, { nullable: true }) changedAt: string | null;
  @Field(() => String, { nullable: true }) frozenAt: string | null;
}

@ObjectType('FieldChange', { description: "One fact that differs; '' = not known." })
export class FieldChangeModel {
  @Field() field: string;
  @Field() from: string;
  @Field() to: string;
}

@ObjectType('FrameChange')
export class FrameChangeModel {
  @Field(() => ID) siteId: string;
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => [FrameChangeKindEnum]) kinds: readonly FrameChangeKind[];
  @Field(() => [FieldChangeModel]) changes: readonly FieldChangeModel[];
}

@ObjectType('FrameChangeCount')
export class FrameChangeCountModel {
  @Field(() => FrameChangeKindEnum) kind: FrameChangeKind;
  @Field(() => Int) count: number;
}

@ObjectType('FrameDifference', { description: 'What differs between two frames, hospital by hospital.' })
export class FrameDifferenceModel {
  @Field(() => SamplingFrameModel) from: SamplingFrameModel;
  @Field(() => SamplingFrameModel) to: SamplingFrameModel;
  @Field(() => [FrameChangeCountModel]) counts: readonly FrameChangeCountModel[];
  @Field(() => Int) unchanged: number;
  @Field(() => [FrameChangeModel]) changed: readonly FrameChangeModel[];
}

@InputType()
export class CreateFrameInput {
  @Field() title: string;
  @Field({ description: 'Which hospitals belong to it.' }) definition: string;
  @Field() source: string;
  @Field({ description: 'YYYY-MM-DD.' }) asOf: string;
  @Field(() => ID, { description: "A frozen frame to copy; '' = begin empty." }) copyOf: string;
}

@InputType()
export class SetEligibilityInput {
  @Field(() => ID) frameId: string;
  @Field(() => ID) siteId: string;
  @Field(() => EligibilityEnum, { nullable: true, description: 'null takes an earlier decision back.' })
  verdict: Eligibility | null;
  @Field({ description: 'Without names of people; not needed to take a decision back.' }) reason: string;
}

@InputType()
export class FrameFactInput {
  @Field(() => ListColumnEnum) column: ListColumn;
  @Field() value: string;
}

@InputType()
export class AddFrameUnitInput {
  @Field(() => ID) frameId: string;
  @Field(() => ID) odsCode: string;
  @Field(() => [FrameFactInput], { description: 'Empty for a hospital that is known by its code.' })
  facts: FrameFactInput[];
  @Field({ description: 'Where the facts come from.' }) source: string;
}

@InputType()
export class AddSiteAliasInput {
  @Field(() => ID) siteId: string;
  @Field() text: string;
  @Field({ description: 'Who uses the name.' }) source: string;
}

@ObjectType({ description: 'Nothing was stored; these can be put right.' })
export class FrameRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const FrameResult = createUnionType({
  name: 'FrameResult',
  types: () => [SamplingFrameModel, FrameRefused] as const,
  resolveType: (value: SamplingFrameModel | FrameRefused) =>
    'problems' in value ? FrameRefused : SamplingFrameModel,
});

export const SiteNamesResult = createUnionType({
  name: 'SiteNamesResult',
  types: () => [SiteNamesModel, FrameRefused] as const,
  resolveType: (value: SiteNamesModel | FrameRefused) =>
    'problems' in value ? FrameRefused : SiteNamesModel,
});
