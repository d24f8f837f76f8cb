/** Kinds of service that a commissioner has to know of before commissioning another one (001:2474-2482). */
export const SERVICE_KINDS = [
  'liaison_team',
  'clinical_health_psychology',
  'iapt_ltc',
  'pain',
  'cfs',
  'other_specialist',
  'voluntary_sector',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** How much a liaison team offers, by the four models in use; only a liaison team has one. */
export const LIAISON_TIERS = [
  'none',
  'below_core',
  'core',
  'core24',
  'enhanced24',
  'comprehensive',
  'not_known',
] as const;
export type LiaisonTier = (typeof LIAISON_TIERS)[number];

/** Whether a service is there. `not_known` is a state of its own and never "closed" or "none". */
export const SERVICE_STATUSES = ['planned', 'pilot', 'active', 'closed', 'not_known'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

export const SERVICE_HOURS = ['all_hours', 'extended', 'office_hours', 'not_known'] as const;
export type ServiceHours = (typeof SERVICE_HOURS)[number];

/** How a service reaches the patients of one hospital. */
export const DELIVERY_WAYS = ['in_reach', 'on_site', 'by_referral', 'not_known'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

export const CONDITIONS = [
  'mus',
  'chronic_pain',
  'cfs',
  'ibs',
  'diabetes',
  'copd',
  'cardiac',
  'cancer',
  'neurological',
  'other_ltc',
  'any_condition',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const CARE_SETTINGS = ['emergency', 'wards', 'outpatients', 'primary_care', 'community'] as const;
export type CareSetting = (typeof CARE_SETTINGS)[number];

/** How complex the needs are that a service takes on. */
export const COMPLEXITIES = ['mild', 'moderate', 'severe'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** Where a fact comes from. */
export const FACT_SOURCES = [
  'provider',
  'commissioner',
  'published',
  'release',
  'correction',
  'other',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** In which function somebody stood for a fact; who it was is in the audit trail only. */
export const CONFIRMERS = ['team', 'provider', 'commissioner', 'survey_team'] as const;
export type Confirmer = (typeof CONFIRMERS)[number];

/** A hospital that a service works for, and how. */
export interface Delivery {
  readonly odsCode: string;
  readonly how: DeliveryWay;
}

/** What the register says of a service. '' and [] and null and `not_known` all mean: not known. */
export interface ServiceFacts {
  readonly kind: ServiceKind;
  readonly name: string;
  /** Organisation that runs it. */
  readonly provider: string;
  /** `not_known` for everything but a liaison team. */
  readonly tier: LiaisonTier;
  readonly status: ServiceStatus;
  /** What it offers. */
  readonly what: string;
  readonly hours: ServiceHours;
  /** How patients are referred to it. */
  readonly referral: string;
  readonly outcomes: string;
  /** Staff in whole-time equivalents. */
  readonly wte: number | null;
  /** Resources beside the staff: rooms, money, systems. */
  readonly resources: string;
  readonly conditions: readonly Condition[];
  readonly settings: readonly CareSetting[];
  readonly complexity: readonly Complexity[];
  /** In the order of their codes, each hospital once. */
  readonly deliveries: readonly Delivery[];
}

/** The facts that have an age of their own, in the order in which they are shown. */
export const FACT_KEYS = [
  'kind',
  'name',
  'provider',
  'tier',
  'status',
  'what',
  'hours',
  'referral',
  'outcomes',
  'wte',
  'resources',
  'conditions',
  'settings',
  'complexity',
] as const satisfies readonly (keyof ServiceFacts)[];
export type FactKey = (typeof FACT_KEYS)[number];

/** The key under which the age of a delivery is kept. */
export const deliveryKey = (odsCode: string): string => `at:${odsCode}`;

/** Who stood for a fact, when, and on what it rests. Names no person. */
export interface FactStamp {
  /** YYYY-MM-DD */
  readonly confirmedOn: string;
  readonly confirmer: Confirmer;
  /** Organisation of who confirmed; '' = not said. */
  readonly organisation: string;
  readonly source: FactSource;
  /** Where exactly: a document, a page with its day, a release with its number. */
  readonly reference: string;
}

/** By fact, its stamp; a fact that is not known has none. */
export type FactStamps = Readonly<Record<string, FactStamp>>;

/** A service as it is stored. */
export interface StoredService {
  readonly id: string;
  readonly revision: number;
  readonly facts: ServiceFacts;
  readonly stamps: FactStamps;
}

/** Whether a fact says anything. Unknown is a value: it is shown as "not known", never left out or read as none. */
export function isKnown(facts: ServiceFacts, key: FactKey): boolean {
  const value = facts[key];
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '' && value !== 'not_known';
}
