import type { DuplicationReason } from '@liaison-atlas/shared/commissioning/register/duplication';
import type { FactAge } from '@liaison-atlas/shared/commissioning/register/fact-age';
import type {
  CareSetting,
  Complexity,
  Condition,
  DeliveryWay,
  LiaisonTier,
  ServiceHours,
  ServiceKind,
  ServiceStatus,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import {
  CareSettingEnum,
  ComplexityEnum,
  ConditionEnum,
  DeliveryWayEnum,
  DuplicationReasonEnum,
  FactAgeEnum,
  LiaisonTierEnum,
  ServiceHoursEnum,
  ServiceKindEnum,
  ServiceStatusEnum,
} from './register-enums.js';

@ObjectType('ServiceFact', { description: 'What the register says, on what it rests and how old it is.' })
export class ServiceFactModel {
  @Field() key: string;
  @Field() label: string;
  @Field({ description: 'In words; "not known" where nobody has told.' }) value: string;
  @Field(() => FactAgeEnum) age: FactAge;
  @Field({ description: "YYYY-MM-DD; '' = not known." }) confirmedOn: string;
  @Field(() => Int, { nullable: true, description: 'Whole months since then; null = not known.' })
  monthsOld: number | null;
  @Field({ description: "Function and organisation, never a person; '' = not known." }) confirmedBy: string;
  @Field({ description: "Kind of source and where exactly; '' = not known." }) source: string;
}

@ObjectType('ServiceDelivery', { description: 'A hospital that a service works for.' })
export class ServiceDeliveryModel extends ServiceFactModel {
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field(() => DeliveryWayEnum) how: DeliveryWay;
}

@ObjectType('RegisterService', {
  description: "A service of the register. '', [], null and not_known all mean: not known, never none.",
})
export class RegisterServiceModel {
  @Field(() => ID) id: string;
  @Field(() => Int) revision: number;
  @Field(() => ServiceKindEnum) kind: ServiceKind;
  @Field() name: string;
  @Field() provider: string;
  @Field(() => LiaisonTierEnum, { description: 'not_known for everything but a liaison team.' })
  tier: LiaisonTier;
  @Field(() => ServiceStatusEnum) status: ServiceStatus;
  @Field() what: string;
  @Field(() => ServiceHoursEnum) hours: ServiceHours;
  @Field() referral: string;
  @Field() outcomes: string;
  @Field(() => Float, { nullable: true }) wte: number | null;
  @Field() resources: string;
  @Field(() => [ConditionEnum]) conditions: readonly Condition[];
  @Field(() => [CareSettingEnum]) settings: readonly CareSetting[];
  @Field(() => [ComplexityEnum]) complexity: readonly Complexity[];
  @Field(() => [ServiceFactModel], {
    description: 'Every fact in words, those that are not known among them.',
  })
  lines: readonly ServiceFactModel[];
  @Field(() => [ServiceDeliveryModel]) hospitals: readonly ServiceDeliveryModel[];
  @Field({ description: "The latest confirmation of any fact; '' = none." }) lastConfirmedOn: string;
  @Field() lastConfirmedBy: string;
  @Field(() => Int) knownFacts: number;
  @Field(() => Int, { description: 'Known facts that nobody has confirmed for 24 months.' })
  fadedFacts: number;
}

@ObjectType('DuplicationWarning', { description: 'A planned in-reach that meets another service.' })
export class DuplicationWarningModel {
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field(() => ID, { description: "'' = the service that is being entered." }) plannedId: string;
  @Field() plannedName: string;
  @Field(() => ID) otherId: string;
  @Field() otherName: string;
  @Field(() => DuplicationReasonEnum) because: DuplicationReason;
  @Field() text: string;
}

@ObjectType('RegisterPage', { description: 'Services that fit, by name, a page at a time.' })
export class RegisterPageModel {
  @Field({ description: 'What an empty list does not mean.' }) note: string;
  @Field(() => Int) total: number;
  @Field(() => [RegisterServiceModel]) services: readonly RegisterServiceModel[];
  @Field(() => [DuplicationWarningModel]) duplications: readonly DuplicationWarningModel[];
}
