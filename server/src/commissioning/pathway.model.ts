import { PATHWAY_STATES, type PathwayState } from '@liaison-atlas/shared/commissioning/pathway-matrix';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';

export const PathwayStateEnum = enumOf(PATHWAY_STATES);
registerEnumType(PathwayStateEnum, {
  name: 'PathwayState',
  description:
    'not_known = only services that say nothing of whom they treat, where and how complex; nothing_recorded = no service in the register, which does not mean that there is none.',
});

@ObjectType('PathwayService')
export class PathwayServiceModel {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field({ description: 'In words.' }) kind: string;
  @Field({ description: 'planned, pilot, active or not_known.' }) status: string;
}

@ObjectType('PathwayCell', { description: 'A condition in a setting at a complexity.' })
export class PathwayCellModel {
  @Field() condition: string;
  @Field() setting: string;
  @Field() complexity: string;
  @Field(() => PathwayStateEnum) state: PathwayState;
  @Field(() => [ID], { description: 'Services recorded for exactly this.' }) services: readonly string[];
  @Field(() => [ID], { description: 'Services of which it is not known whether they work here.' })
  perhaps: readonly string[];
  @Field(() => [ID], { description: 'Hospitals at which services meet.' }) meetingAt: readonly string[];
}

@ObjectType('PathwayHospital')
export class PathwayHospitalModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
}

@ObjectType('PathwayMatrix', {
  description: 'Service × complexity × setting × condition, from the register.',
})
export class PathwayMatrixModel {
  @Field(() => [PathwayCellModel]) cells: readonly PathwayCellModel[];
  @Field(() => [PathwayServiceModel], { description: 'Every service that a cell or `untold` names.' })
  services: readonly PathwayServiceModel[];
  @Field(() => [ID], { description: 'Services that say nothing of conditions, settings and complexity.' })
  untold: readonly string[];
  @Field(() => Int, { description: 'Services recorded for a hospital of the area, closed ones left out.' })
  recorded: number;
  @Field(() => [PathwayHospitalModel], { description: 'Listed hospitals without any recorded service.' })
  unrecorded: readonly PathwayHospitalModel[];
  @Field(() => [PathwayHospitalModel], { description: 'Hospitals that a cell names.' })
  hospitals: readonly PathwayHospitalModel[];
}
