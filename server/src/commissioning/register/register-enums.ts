import { DUPLICATION_REASONS } from '@liaison-atlas/shared/commissioning/register/duplication';
import { FACT_AGES } from '@liaison-atlas/shared/commissioning/register/fact-age';
import {
  CARE_SETTINGS,
  COMPLEXITIES,
  CONDITIONS,
  CONFIRMERS,
  DELIVERY_WAYS,
  FACT_SOURCES,
  LIAISON_TIERS,
  SERVICE_HOURS,
  SERVICE_KINDS,
  SERVICE_STATUSES,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';

export const ServiceKindEnum = enumOf(SERVICE_KINDS);
registerEnumType(ServiceKindEnum, { name: 'ServiceKind', description: 'Kind of service in the register.' });
export const LiaisonTierEnum = enumOf(LIAISON_TIERS);
registerEnumType(LiaisonTierEnum, { name: 'LiaisonTier', description: 'Model of a liaison team.' });
export const ServiceStatusEnum = enumOf(SERVICE_STATUSES);
registerEnumType(ServiceStatusEnum, {
  name: 'ServiceStatus',
  description: '`not_known` is a state of its own, never "closed" or "none".',
});
export const ServiceHoursEnum = enumOf(SERVICE_HOURS);
registerEnumType(ServiceHoursEnum, { name: 'ServiceHours' });
export const DeliveryWayEnum = enumOf(DELIVERY_WAYS);
registerEnumType(DeliveryWayEnum, {
  name: 'DeliveryWay',
  description: 'How a service reaches the patients of a hospital.',
});
export const ConditionEnum = enumOf(CONDITIONS);
registerEnumType(ConditionEnum, { name: 'ServiceCondition' });
export const CareSettingEnum = enumOf(CARE_SETTINGS);
registerEnumType(CareSettingEnum, { name: 'CareSetting' });
export const ComplexityEnum = enumOf(COMPLEXITIES);
registerEnumType(ComplexityEnum, { name: 'ServiceComplexity' });
export const FactSourceEnum = enumOf(FACT_SOURCES);
registerEnumType(FactSourceEnum, { name: 'FactSource', description: 'Where a fact comes from.' });
export const ConfirmerEnum = enumOf(CONFIRMERS);
registerEnumType(ConfirmerEnum, {
  name: 'Confirmer',
  description: 'In which function somebody stands for a fact; never who.',
});
export const FactAgeEnum = enumOf(FACT_AGES);
registerEnumType(FactAgeEnum, {
  name: 'FactAge',
  description: '`faded`: nobody has confirmed it for 24 months.',
});
export const DuplicationReasonEnum = enumOf(DUPLICATION_REASONS);
registerEnumType(DuplicationReasonEnum, { name: 'DuplicationReason' });
