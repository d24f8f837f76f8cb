import type { CompareRow, PairVerdict } from '@liaison-atlas/shared/commissioning/compare-places';
import type { Likeness } from '@liaison-atlas/shared/commissioning/similar-hospitals';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { PublishedHospitalModel } from '../publication/release.model.js';
import { RoundModel } from '../publication/round.model.js';
import { ProfileAreaModel } from './area-profile.model.js';

@ObjectType('CompareRow', { description: 'One line: a value in words for every place, in their order.' })
export class CompareRowModel implements CompareRow {
  @Field(() => ID) id: string;
  @Field() group: string;
  @Field() heading: string;
  @Field(() => [String]) cells: readonly string[];
}

@ObjectType('ComparePair', { description: 'Apart only where the ranges of two places do not touch.' })
export class ComparePairModel implements PairVerdict {
  @Field() question: string;
  @Field(() => ID) a: string;
  @Field(() => ID) b: string;
  @Field() apart: boolean;
  @Field() words: string;
}

@ObjectType('ComparedPlace')
export class ComparedPlaceModel {
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => ProfileAreaModel, { nullable: true, description: 'null = a hospital.' })
  area: ProfileAreaModel | null;
  @Field(() => [PublishedHospitalModel]) hospitals: readonly PublishedHospitalModel[];
}

@ObjectType('Comparison')
export class ComparisonModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => Int) release: number;
  @Field() asAt: string;
  @Field(() => [ComparedPlaceModel]) places: readonly ComparedPlaceModel[];
  @Field(() => [String], { description: 'Codes that no area and no hospital of the round has.' })
  unknown: readonly string[];
  @Field(() => [CompareRowModel]) rows: readonly CompareRow[];
  @Field(() => [ComparePairModel]) pairs: readonly PairVerdict[];
}

@ObjectType('Likeness', { description: 'One measure on which two hospitals are alike or not.' })
export class LikenessModel implements Likeness {
  @Field(() => ID) measure: string;
  @Field(() => String, { description: 'yes, no or not_known.' }) alike: Likeness['alike'];
  @Field() words: string;
}

@ObjectType('SimilarHospital', { description: 'A hospital to learn from, with the reasons for and against.' })
export class SimilarHospitalModel {
  @Field(() => PublishedHospitalModel) hospital: PublishedHospitalModel;
  @Field(() => Float, { description: 'In a straight line.' }) km: number;
  @Field({ description: 'Published as partly or well integrated in-reach.' }) inReach: boolean;
  @Field(() => [ID], { description: 'Case studies that answer the situation, by slug.' })
  studies: readonly string[];
  @Field(() => [LikenessModel]) likenesses: readonly Likeness[];
}
