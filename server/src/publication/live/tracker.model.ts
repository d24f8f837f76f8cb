import { TRACK_LEVELS, type TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import type { ThresholdVerdict } from '@liaison-atlas/shared/analysis/threshold';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { RoundModel } from '../round.model.js';

export const TrackLevelEnum = enumOf(TRACK_LEVELS);
registerEnumType(TrackLevelEnum, {
  name: 'TrackLevel',
  description: 'By what the hospitals of a round are grouped: not at all, by area, or by kind of site.',
});
const VerdictEnum = enumOf(['surely_at_least', 'surely_below', 'cannot_say'] as const);
registerEnumType(VerdictEnum, {
  name: 'ThresholdVerdict',
  description: 'Whether coverage reaches a share, with nothing assumed about those who did not say.',
});

@ObjectType('Dispositions', {
  description: 'What became of the hospitals, each in one place (AAPOR); units are hospitals, never forms.',
})
export class DispositionsModel {
  @Field(() => Int, { description: 'I: at least one form counts.' }) complete: number;
  @Field(() => Int, { nullable: true, description: 'P: begun, never sent; null = not known.' })
  partial: number | null;
  @Field(() => Int, { description: 'R: took back the only form. Refusals told otherwise are not recorded.' })
  refusal: number;
  @Field(() => Int, { description: 'NC: known to be eligible, no reply.' }) noContact: number;
  @Field(() => Int, { description: 'O: sent a form that does not count, or not yet.' }) other: number;
  @Field(() => Int, { description: 'U: silent, and not known whether it has a liaison team.' })
  unknownEligibility: number;
  @Field(() => Float, {
    nullable: true,
    description: 'e: share of U taken to be eligible, 0 to 1; null = not known.',
  })
  eligibleShare: number | null;
}

@ObjectType('AaporRates', { description: 'Response rates RR1 to RR6, 0 to 1; null = not known.' })
export class AaporRatesModel {
  @Field(() => Float, { nullable: true }) rr1: number | null;
  @Field(() => Float, { nullable: true }) rr2: number | null;
  @Field(() => Float, { nullable: true }) rr3: number | null;
  @Field(() => Float, { nullable: true }) rr4: number | null;
  @Field(() => Float, { nullable: true }) rr5: number | null;
  @Field(() => Float, { nullable: true }) rr6: number | null;
}

@ObjectType('IndicatorProgress', {
  description: 'A question against the threshold; frame = yes + no + dontKnow + notKnown.',
})
export class IndicatorProgressModel {
  @Field(() => ID) id: string;
  @Field({ description: "The option of a closed question; '' = an indicator, by its id." })
  title: string;
  @Field(() => Int) yes: number;
  @Field(() => Int) no: number;
  @Field(() => Int) dontKnow: number;
  @Field(() => Int) notKnown: number;
  @Field(() => Int) frame: number;
  @Field(() => VerdictEnum) verdict: ThresholdVerdict['verdict'];
  @Field(() => Int, {
    description: 'The fewest further yes or no answers that could decide it; 0 = decided.',
  })
  atLeast: number;
  @Field(() => Int, { description: 'The most that could be needed; 0 = decided.' }) atMost: number;
}

@ObjectType('TrackedArea', {
  description: 'How a round goes in one group of hospitals; all counts are hospitals.',
})
export class TrackedAreaModel {
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => Int) frame: number;
  @Field(() => Int, { description: 'With at least one invitation.' }) invited: number;
  @Field(() => Int, { description: 'With a mailed link that was opened, by a person or a scanner of mail.' })
  opened: number;
  @Field(() => Int, { description: 'All of whose invitations came back.' }) bounced: number;
  @Field(() => Int, { description: 'With at least one form begun.' }) started: number;
  @Field(() => Int, { description: 'With at least one form that counts.' }) submitted: number;
  @Field(() => Int, { description: 'Neither sent, begun nor taken back anything.' }) silent: number;
  @Field(() => DispositionsModel) dispositions: DispositionsModel;
  @Field(() => AaporRatesModel) rates: AaporRatesModel;
  @Field(() => [IndicatorProgressModel]) indicators: readonly IndicatorProgressModel[];
}

@ObjectType('HospitalToRing', { description: 'A silent hospital with its place on the list of calls.' })
export class HospitalToRingModel {
  @Field(() => Int, { description: '1 = ring first.' }) rank: number;
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field() trust: string;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
  @Field() invited: boolean;
  @Field() areaName: string;
  @Field(() => Int) areaFrame: number;
  @Field(() => Int) areaSubmitted: number;
  @Field({ description: 'Why it has this place, in words.' }) reason: string;
}

@ObjectType('TrackedQuestion', { description: 'A closed question that can be held against the threshold.' })
export class TrackedQuestionModel {
  @Field(() => ID) variable: string;
  @Field() text: string;
}

@ObjectType('Tracker', {
  description: 'How the replies of a running round come in; for the survey team only.',
})
export class TrackerModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field({ description: 'Moment of this picture.' }) asAt: string;
  @Field(() => TrackLevelEnum) level: TrackLevel;
  @Field({ description: 'The share that each question is held against, as it was read.' }) threshold: string;
  @Field({ description: "Variable of the question that is; '' = the indicators are." }) question: string;
  @Field(() => [TrackedQuestionModel]) questions: readonly TrackedQuestionModel[];
  @Field(() => TrackedAreaModel) england: TrackedAreaModel;
  @Field(() => [TrackedAreaModel], { description: 'By name; together they are England.' })
  areas: readonly TrackedAreaModel[];
  @Field(() => [HospitalToRingModel], {
    description: 'Silent hospitals; first those whose reply moves the bounds of their area furthest.',
  })
  toRing: readonly HospitalToRingModel[];
}
