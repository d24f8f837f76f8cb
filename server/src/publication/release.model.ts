import type { IndicatorResult, Interval } from '@liaison-atlas/shared/analysis/indicator-result';
import type { CodeReliability } from '@liaison-atlas/shared/coding/count-themes';
import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type {
  OtherProvision,
  PublishedForms,
  PublishedFrame,
  PublishedHospital,
  PublishedScore,
  ReleasedCoding,
  ReleaseKind,
  ScoreSummary,
  SourcedNote,
  Theme,
} from '@liaison-atlas/shared/publication/release';
import type { ReleaseStatus } from '@liaison-atlas/shared/publication/release-chain';
import type { ReleasedReply } from '@liaison-atlas/shared/publication/right-of-reply';
import type { ReleasedSignOffs } from '@liaison-atlas/shared/publication/sign-off';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { SiteCategoryEnum } from '../frame/frame.model.js';
import { enumOf } from '../graphql/enum-of.js';
import {
  ReleasedReplyModel,
  ReleasedSignOffsModel,
  ReleaseStatusModel,
} from './release-desk/release-status.model.js';
import { ReleaseKindEnum, ReleaseStampModel, RoundModel } from './round.model.js';

export const LadderCodeEnum = enumOf(LADDER_CODES);
registerEnumType(LadderCodeEnum, {
  name: 'LadderCode',
  description: 'Rung of the integration ladder; words in `label`.',
});
const OtherProvisionEnum = enumOf(['yes', 'no', 'not_known'] as const);
registerEnumType(OtherProvisionEnum, {
  name: 'OtherProvision',
  description: 'Whether another integrated service is on site.',
});

@ObjectType('Interval', { description: 'A 95 % interval; proportions 0 to 1, unrounded.' })
export class IntervalModel {
  @Field({ description: 'wilson-fpc, hypergeometric or census.' }) method: string;
  @Field(() => Float) low: number;
  @Field(() => Float) high: number;
}

@ObjectType('KnownInterval', { description: 'Plain Wilson interval of the share among those who know.' })
export class KnownIntervalModel {
  @Field(() => Float) low: number;
  @Field(() => Float) high: number;
}

@ObjectType('Indicator', {
  description: 'One yes / no question over the frame; frame = yes + no + dontKnow + notKnown.',
})
export class IndicatorModel implements IndicatorResult {
  @Field(() => ID) id: IndicatorResult['id'];
  @Field(() => Int) yes: number;
  @Field(() => Int) no: number;
  @Field(() => Int) dontKnow: number;
  @Field(() => Int, { description: 'No reply, skipped, conflict.' }) notKnown: number;
  @Field(() => Int) frame: number;
  @Field(() => Float, { description: 'Everything unknown is no.' }) lower: number;
  @Field(() => Float, { description: 'Everything unknown is yes.' }) upper: number;
  @Field(() => Float, { nullable: true, description: 'null = nobody answered.' }) amongRespondents:
    number | null;
  @Field(() => Float, { nullable: true, description: 'null = nobody knew.' }) amongThoseWhoKnow:
    number | null;
  @Field(() => IntervalModel, { nullable: true }) interval: Interval | null;
  @Field(() => KnownIntervalModel, { nullable: true }) knownInterval: KnownIntervalModel | null;
}

@ObjectType('PublishedForms', { description: 'Where the forms went; null = not published by the source.' })
export class PublishedFormsModel implements PublishedForms {
  @Field(() => Int) received: number;
  @Field(() => Int, { nullable: true }) accepted: number | null;
  @Field(() => Int, { nullable: true }) merged: number | null;
  @Field(() => Int, { nullable: true }) excluded: number | null;
  @Field(() => Int, { nullable: true }) withdrawn: number | null;
  @Field(() => Int, { nullable: true }) pending: number | null;
  @Field(() => Int, { nullable: true }) partial: number | null;
  @Field(() => Int) analysed: number;
}

@ObjectType('ResponseRate')
export class ResponseRateModel {
  @Field(() => Int) answered: number;
  @Field(() => Int) frame: number;
  @Field(() => Float) rate: number;
}

@ObjectType('PublishedFrame')
export class PublishedFrameModel implements PublishedFrame {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field(() => Int, { nullable: true, description: 'Size that the source states without a list.' })
  declaredSize: number | null;
  @Field(() => Int) listedSize: number;
  @Field() source: string;
  @Field() asOf: string;
  @Field() hash: string;
}

@ObjectType('PublishedScore')
export class PublishedScoreModel implements PublishedScore {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => Int) score: number;
}

@ObjectType('ScoreSummary', { description: 'null = too few values to publish.' })
export class ScoreSummaryModel implements ScoreSummary {
  @Field(() => Int) n: number;
  @Field(() => Float, { nullable: true }) median: number | null;
  @Field(() => Float, { nullable: true }) min: number | null;
  @Field(() => Float, { nullable: true }) max: number | null;
  @Field(() => Int, { nullable: true, description: 'To the whole number, from ten scores on.' })
  mean?: number;
  @Field(() => [PublishedScoreModel]) values: readonly PublishedScore[];
}

@ObjectType('SourcedNote')
export class SourcedNoteModel implements SourcedNote {
  @Field(() => ID) id: string;
  @Field() text: string;
  @Field() source: string;
}

@ObjectType('ThemeAgreement', { description: 'How well the coders agree on a theme.' })
export class ThemeAgreementModel implements CodeReliability {
  @Field(() => String, { description: "'kappa' (Cohen, two coders) or 'alpha' (Krippendorff, more)." })
  statistic: CodeReliability['statistic'];
  @Field(() => Float, { nullable: true, description: 'Two decimals; null = not defined.' }) value:
    number | null;
  @Field(() => Float, { description: 'Share of pairs of codings that agree; two decimals.' })
  observed: number;
  @Field(() => Int, { description: 'Comments compared.' }) comments: number;
}

@ObjectType('ReleasedCoding', { description: 'What the themes of a collected round rest on.' })
export class ReleasedCodingModel implements ReleasedCoding {
  @Field(() => ID) codebookId: string;
  @Field() codebook: string;
  @Field(() => Int) version: number;
  @Field(() => Int, { description: 'Comments whose themes are settled.' }) coded: number;
  @Field(() => Int, { description: 'Not finished, disagreed on, or held back.' }) notCoded: number;
}

@ObjectType('Theme')
export class ThemeModel implements Theme {
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field() definition: string;
  @Field(() => Int, { nullable: true, description: 'null = the source gives no count, or few.' }) count:
    number | null;
  @Field() source: string;
  @Field(() => Int, { nullable: true, description: 'Comments that the count is out of.' }) of?: number;
  @Field(() => Boolean, { nullable: true, description: 'Fewer than three comments, or hospitals.' })
  few?: boolean;
  @Field(() => ThemeAgreementModel, { nullable: true, description: 'null = not given.' })
  agreement?: CodeReliability | null;
  @Field(() => Int, { nullable: true, description: 'Release that the figures are repeated from.' })
  repeats?: number;
}

@ObjectType('PublishedHospital', { description: 'One hospital of the frame as a release shows it.' })
export class PublishedHospitalModel implements PublishedHospital {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field() trust: string;
  @Field(() => ID) trustCode: string;
  @Field(() => ID) regionCode: string;
  @Field() region: string;
  @Field() icb: string;
  @Field(() => ID) icbCode: string;
  @Field(() => ID) ccgCode: string;
  @Field(() => SiteCategoryEnum) siteCategory: string;
  @Field(() => Float) longitude: number;
  @Field(() => Float) latitude: number;
  @Field(() => LadderCodeEnum) category: LadderCode;
  @Field() label: string;
  @Field(() => OtherProvisionEnum) otherProvision: OtherProvision;
  @Field({ description: 'True only where other integrated provision is known to be absent.' }) isGap: boolean;
  @Field(() => Int, { nullable: true, description: 'null = not asked, not given, or no consent.' }) score:
    number | null;
  @Field({ description: "'' = none." }) marker: string;
}

@ObjectType('Release', {
  description: 'An immutable release of a round; every public figure comes from one.',
})
export class ReleaseModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => Int) number: number;
  @Field(() => ReleaseKindEnum) kind: ReleaseKind;
  @Field() publishedAt: string;
  @Field() asAt: string;
  @Field() sha256: string;
  @Field() instrumentVersion: string;
  @Field() codeVersion: string;
  @Field(() => PublishedFrameModel) frame: PublishedFrame;
  @Field(() => PublishedFormsModel) forms: PublishedForms;
  @Field(() => ResponseRateModel) responseRate: ResponseRateModel;
  @Field(() => [IndicatorModel]) indicators: readonly IndicatorResult[];
  @Field(() => ScoreSummaryModel) scores: ScoreSummary;
  @Field(() => [PublishedHospitalModel]) hospitals: readonly PublishedHospital[];
  @Field({ description: 'False where the source gives no figures by area.' }) areaFigures: boolean;
  @Field(() => [ThemeModel]) themes: readonly Theme[];
  @Field(() => ReleasedCodingModel, { nullable: true, description: 'null = comments were not coded.' })
  coding?: ReleasedCoding;
  @Field(() => [SourcedNoteModel]) notes: readonly SourcedNote[];
  @Field(() => ReleasedReplyModel, {
    nullable: true,
    description: 'null = it stands on no freeze, or is from before there was a right of reply.',
  })
  rightOfReply?: ReleasedReply;
  @Field(() => ReleasedSignOffsModel, { nullable: true, description: 'As rightOfReply.' })
  signOffs?: ReleasedSignOffs;
  @Field(() => ReleaseStatusModel, { description: 'What has become of it since it was published.' })
  status: ReleaseStatus;
}

@ObjectType('HospitalResult', { description: 'What the newest release of a round says of one hospital.' })
export class HospitalResultModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => ReleaseStampModel) release: ReleaseStampModel;
  @Field() asAt: string;
  @Field(() => PublishedHospitalModel) hospital: PublishedHospital;
}

@ObjectType('TrustRoundSummary', {
  description: "'n of m hospitals answered'; never one status from one hospital.",
})
export class TrustRoundSummaryModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => Int, { nullable: true, description: 'null = the round does not publish who answered.' })
  answered: number | null;
  @Field(() => Int, { description: "The trust's hospitals in the frame." }) hospitals: number;
}
