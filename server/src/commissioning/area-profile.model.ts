import type { AgainstEngland, AreaFigure } from '@liaison-atlas/shared/commissioning/area-figures';
import { PROFILE_LEVELS, type ProfileLevel } from '@liaison-atlas/shared/commissioning/profile-area';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { PlaceModel, ProgrammeSiteModel } from '../frame/frame.model.js';
import { enumOf } from '../graphql/enum-of.js';
import { IndicatorModel, PublishedHospitalModel } from '../publication/release.model.js';
import { RoundModel } from '../publication/round.model.js';

export const ProfileLevelEnum = enumOf(PROFILE_LEVELS);
registerEnumType(ProfileLevelEnum, {
  name: 'ProfileLevel',
  description: 'England, regions of 2019, ICBs of 2022, CCGs of April 2018, trusts of February 2018.',
});

@ObjectType('AreaPopulation', {
  description: 'Residents in the middle of 2019, and the middle of where they live.',
})
export class AreaPopulationModel {
  @Field(() => Int) total: number;
  @Field(() => Int, { description: '18 and over.' }) adults: number;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
}

@ObjectType('ProfileArea')
export class ProfileAreaModel {
  @Field(() => ProfileLevelEnum) level: ProfileLevel;
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => ID, { description: "'' for England and for a trust." }) regionCode: string;
  @Field() region: string;
  @Field(() => ID) icbCode: string;
  @Field(() => AreaPopulationModel, { nullable: true, description: 'null = not known.' })
  population: AreaPopulationModel | null;
}

@ObjectType('AreaBounds')
export class AreaBoundsModel {
  @Field(() => Float) lower: number;
  @Field(() => Float) upper: number;
}

@ObjectType('AreaFigure', {
  description: 'hospitals = yes + no + unknown + noReply + notPublished.',
})
export class AreaFigureModel implements AreaFigure {
  @Field(() => ID) id: AreaFigure['id'];
  @Field(() => Int) hospitals: number;
  @Field(() => Int) yes: number;
  @Field(() => Int) no: number;
  @Field(() => Int) unknown: number;
  @Field(() => Int) noReply: number;
  @Field(() => Int) notPublished: number;
  @Field(() => AreaBoundsModel, { nullable: true, description: 'null = fewer than five hospitals.' })
  bounds: AreaBoundsModel | null;
  @Field(() => String, {
    nullable: true,
    description: 'higher, lower or cannot_say; null where there is nothing to compare.',
  })
  againstEngland: AgainstEngland | null;
}

@ObjectType('NearHospital')
export class NearHospitalModel {
  @Field(() => PublishedHospitalModel) place: PublishedHospitalModel;
  @Field(() => Float, { description: 'In a straight line: not travel time.' }) km: number;
}

@ObjectType('NearPlaces', { description: 'Straight lines; hospitals in Wales and Scotland are not counted.' })
export class NearPlacesModel {
  @Field({ description: 'What is measured from, in words.' }) fromWords: string;
  @Field(() => PlaceModel, { nullable: true, description: 'Where the postcode lies that was given.' })
  place: PlaceModel | null;
  @Field(() => [NearHospitalModel]) hospitals: readonly NearHospitalModel[];
  @Field(() => NearHospitalModel, { nullable: true, description: 'null = the round publishes none.' })
  exemplar: NearHospitalModel | null;
  @Field(() => NearHospitalModel, { nullable: true }) caseStudy: NearHospitalModel | null;
}

@ObjectType('AreaProfile', { description: 'What one release lets a commissioner know of an area.' })
export class AreaProfileModel {
  @Field(() => ProfileAreaModel) area: ProfileAreaModel;
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => Int) release: number;
  @Field() asAt: string;
  @Field() gapSentence: string;
  @Field({ description: "How many hospitals stand in no area of this level; '' = every one stands in one." })
  unplaced: string;
  @Field(() => [AreaFigureModel], { description: 'Empty = not published by area, which is not 0.' })
  figures: readonly AreaFigure[];
  @Field(() => [IndicatorModel], { description: 'The same questions over all of England.' })
  england: readonly IndicatorModel[];
  @Field(() => [PublishedHospitalModel]) hospitals: readonly PublishedHospitalModel[];
  @Field(() => NearPlacesModel, {
    nullable: true,
    description: 'null = nothing to measure from: no such postcode or hospital, or no middle is known.',
  })
  near: NearPlacesModel | null;
  @Field(() => [ProgrammeSiteModel], {
    description: 'Sourced sites of the programme with a CCG here; empty = not known, never no.',
  })
  programmeSites: readonly ProgrammeSiteModel[];
}
