import type { IndicatorResult } from '@liaison-atlas/shared/analysis/indicator-result';
import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { QuestionTally } from '@liaison-atlas/shared/analysis/question-tallies';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { LiveHospital } from '@liaison-atlas/shared/publication/live-geojson';
import type { PublishedForms, ReleaseKind, SourcedNote } from '@liaison-atlas/shared/publication/release';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../../graphql/problem.model.js';
import {
  IndicatorModel,
  LadderCodeEnum,
  PublishedFormsModel,
  ReleaseModel,
  ResponseRateModel,
  SourcedNoteModel,
} from '../release.model.js';
import { ReleaseKindEnum, ReleaseStampModel, RoundModel } from '../round.model.js';

@ObjectType('LiveHospital', {
  description: 'Latest unreleased state of one hospital; for the survey team only.',
})
export class LiveHospitalModel implements Omit<LiveHospital, 'kind' | 'asAt'> {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field() trust: string;
  @Field() region: string;
  @Field() icb: string;
  @Field(() => LadderCodeEnum) category: LadderCode;
  @Field() label: string;
  @Field(() => Int, { description: '0 = nobody answered yet.' }) forms: number;
  @Field({ description: "'' = nobody answered yet." }) lastSubmittedAt: string;
  @Field(() => [String], {
    description: 'How its forms came: web_token, open_link, telephone, paper or import; each once.',
  })
  modes: LiveHospital['modes'];
}

@ObjectType('LiveOption', { description: 'One option of a closed question, counted in hospitals.' })
export class LiveOptionModel {
  @Field(() => ID) id: string;
  @Field() label: string;
  @Field(() => Int, { description: 'Hospitals that chose it.' }) yes: number;
  @Field(() => Int, { description: 'Hospitals that chose another one.' }) no: number;
  @Field(() => Int) dontKnow: number;
  @Field(() => Int, { description: 'No reply, skipped, not asked, conflict.' }) notKnown: number;
  @Field(() => Int) frame: number;
}

@ObjectType('LiveQuestion', { description: 'A closed question of the round as it stands.' })
export class LiveQuestionModel {
  @Field(() => ID) variable: string;
  @Field() text: string;
  @Field(() => [LiveOptionModel]) options: QuestionTally['options'];
}

@ObjectType('LiveRound', {
  description: 'The unreleased state of a round at one moment; for the survey team only.',
})
export class LiveRoundModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field({ description: 'Moment of this picture.' }) asAt: string;
  @Field(() => PublishedFormsModel) forms: PublishedForms;
  @Field(() => ResponseRateModel) responseRate: ResponseRateModel;
  @Field(() => [IndicatorModel], {
    description: 'Empty where the questionnaire does not ask about IAPT.',
  })
  indicators: readonly IndicatorResult[];
  @Field(() => [LiveQuestionModel], { description: 'Every closed question that the round asks.' })
  questions: readonly QuestionTally[];
  @Field({ description: 'False = nothing of the round can be published by name.' })
  consentAsked: boolean;
  @Field(() => [LiveHospitalModel]) hospitals: readonly Omit<LiveHospital, 'kind' | 'asAt'>[];
  @Field(() => [SourcedNoteModel], { description: 'What waits for a person, in words with counts.' })
  waiting: readonly SourcedNote[];
  @Field(() => ReleaseStampModel, { nullable: true }) lastRelease: ReleaseStampModel | null;
}

@ObjectType('DemoAnswer', { description: 'A live link to answer as a synthetic hospital.' })
export class DemoAnswerModel {
  @Field() path: string;
  @Field() hospitalName: string;
}

@InputType()
export class ReleaseRoundInput {
  @Field(() => ID) roundId: string;
  @Field(() => ReleaseKindEnum) kind: ReleaseKind;
  @Field({ description: "Release note; '' = none. An erratum needs one." }) note: string;
  @Field({ description: 'The same key again gives the release it made.' }) idempotencyKey: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the release that an erratum replaces; null = the newest that stands.',
  })
  replaces?: number | null;
  @Field({
    defaultValue: '',
    description:
      "Why a final release is made although the right of reply speaks against it; '' = not said. Public.",
  })
  despite: string;
}

@ObjectType({ description: 'Nothing was released; the lead can put these right.' })
export class ReleaseRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const ReleaseRoundResult = createUnionType({
  name: 'ReleaseRoundResult',
  types: () => [ReleaseModel, ReleaseRefused] as const,
  resolveType: (value: ReleaseModel | ReleaseRefused) =>
    'problems' in value ? ReleaseRefused : ReleaseModel,
});
