import type {
  CareSetting,
  Complexity,
  Condition,
  Confirmer,
  Delivery,
  DeliveryWay,
  FactSource,
  FactStamp,
  LiaisonTier,
  ServiceFacts,
  ServiceHours,
  ServiceKind,
  ServiceStatus,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../../graphql/problem.model.js';
import {
  CareSettingEnum,
  ComplexityEnum,
  ConditionEnum,
  ConfirmerEnum,
  DeliveryWayEnum,
  FactSourceEnum,
  LiaisonTierEnum,
  ServiceHoursEnum,
  ServiceKindEnum,
  ServiceStatusEnum,
} from './register-enums.js';
import { DuplicationWarningModel, RegisterServiceModel } from './register.model.js';

@InputType('DeliveryInput')
export class DeliveryInput implements Delivery {
  @Field(() => ID) odsCode: string;
  @Field(() => DeliveryWayEnum) how: DeliveryWay;
}

@InputType('ServiceFactsInput', { description: "'', [], null and not_known mean: not known." })
export class ServiceFactsInput implements ServiceFacts {
  @Field(() => ServiceKindEnum) kind: ServiceKind;
  @Field() name: string;
  @Field() provider: string;
  @Field(() => LiaisonTierEnum) tier: LiaisonTier;
  @Field(() => ServiceStatusEnum) status: ServiceStatus;
  @Field() what: string;
  @Field(() => ServiceHoursEnum) hours: ServiceHours;
  @Field() referral: string;
  @Field() outcomes: string;
  @Field(() => Float, { nullable: true }) wte: number | null;
  @Field() resources: string;
  @Field(() => [ConditionEnum]) conditions: Condition[];
  @Field(() => [CareSettingEnum]) settings: CareSetting[];
  @Field(() => [ComplexityEnum]) complexity: Complexity[];
  @Field(() => [DeliveryInput]) deliveries: DeliveryInput[];
}

@InputType('FactStampInput', { description: 'On what it rests; names no person.' })
export class FactStampInput implements FactStamp {
  @Field({ description: 'Day on which it was true (YYYY-MM-DD).' }) confirmedOn: string;
  @Field(() => ConfirmerEnum) confirmer: Confirmer;
  @Field({ description: "'' = not said." }) organisation: string;
  @Field(() => FactSourceEnum) source: FactSource;
  @Field({ description: 'A document, a page with its day, a function; never a person.' }) reference: string;
}

@InputType()
export class SaveServiceInput {
  @Field(() => ID, { description: "'' = a new service." }) id: string;
  @Field(() => Int, { description: '0 for a new service.' }) expectedRevision: number;
  @Field(() => ServiceFactsInput) facts: ServiceFactsInput;
  @Field(() => FactStampInput) stamp: FactStampInput;
}

@InputType()
export class StampServiceInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedRevision: number;
  @Field(() => FactStampInput) stamp: FactStampInput;
}

@InputType()
export class ConfirmServiceInput extends StampServiceInput {
  @Field(() => [String], { description: 'Keys of the facts; [] = all that are known.' }) facts: string[];
}

@ObjectType({ description: 'Nothing was stored; these can be put right.' })
export class ServiceRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const SaveServiceResult = createUnionType({
  name: 'SaveServiceResult',
  types: () => [RegisterServiceModel, ServiceRefused] as const,
  resolveType: (value: RegisterServiceModel | ServiceRefused) =>
    'problems' in value ? ServiceRefused : RegisterServiceModel,
});

@ObjectType({ description: 'What saving would refuse, and what to know before it.' })
export class ServiceCheck {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
  @Field({ description: 'What the survey found of in-reach that competes.' }) note: string;
  @Field(() => [DuplicationWarningModel]) duplications: readonly DuplicationWarningModel[];
}

@ObjectType({ description: 'A revision of a service; who made it is in the audit trail.' })
export class ServiceRevision {
  @Field(() => Int) revision: number;
  @Field() at: string;
  @Field({ description: 'added, changed, confirmed, closed, restored.' }) change: string;
  @Field() name: string;
  @Field(() => ServiceStatusEnum) status: ServiceStatus;
  @Field(() => [String], { description: 'What it changed of the revision before, in words.' })
  changed: string[];
}
