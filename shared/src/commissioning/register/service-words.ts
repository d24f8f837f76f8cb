import type {
  CareSetting,
  Complexity,
  Condition,
  Confirmer,
  DeliveryWay,
  FactKey,
  FactSource,
  LiaisonTier,
  ServiceFacts,
  ServiceHours,
  ServiceKind,
  ServiceStatus,
} from './register-service.js';

/** What a fact is called that nobody has told. */
export const NOT_KNOWN = 'not known';

export const KIND_WORDS: Readonly<Record<ServiceKind, string>> = {
  liaison_team: 'Liaison psychiatry team',
  clinical_health_psychology: 'Clinical health psychology',
  iapt_ltc: 'IAPT for long-term conditions',
  pain: 'Pain service',
  cfs: 'Chronic fatigue service',
  other_specialist: 'Other specialist service',
  voluntary_sector: 'Voluntary sector',
};

export const TIER_WORDS: Readonly<Record<LiaisonTier, string>> = {
  none: 'no tier: a team that reaches no model',
  below_core: 'below Core',
  core: 'Core',
  core24: 'Core 24',
  enhanced24: 'Enhanced 24',
  comprehensive: 'Comprehensive',
  not_known: NOT_KNOWN,
};

export const STATUS_WORDS: Readonly<Record<ServiceStatus, string>> = {
  planned: 'planned',
  pilot: 'pilot',
  active: 'active',
  closed: 'closed',
  not_known: NOT_KNOWN,
};

export const HOURS_WORDS: Readonly<Record<ServiceHours, string>> = {
  all_hours: '24 hours, 7 days',
  extended: 'extended hours',
  office_hours: 'office hours',
  not_known: NOT_KNOWN,
};

export const WAY_WORDS: Readonly<Record<DeliveryWay, string>> = {
  in_reach: 'in-reach into the hospital',
  on_site: 'on site',
  by_referral: 'by referral, elsewhere',
  not_known: 'how is not known',
};

export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  mus: 'medically unexplained symptoms (persistent physical symptoms)',
  chronic_pain: 'chronic pain',
  cfs: 'chronic fatigue (ME/CFS)',
  ibs: 'irritable bowel syndrome',
  diabetes: 'diabetes',
  copd: 'lung disease (COPD)',
  cardiac: 'heart disease',
  cancer: 'cancer',
  neurological: 'neurological conditions',
  other_ltc: 'other long-term conditions',
  any_condition: 'any condition',
};

export const SETTING_WORDS: Readonly<Record<CareSetting, string>> = {
  emergency: 'emergency department',
  wards: 'wards',
  outpatients: 'outpatient clinics',
  primary_care: 'primary care',
  community: 'community',
};

export const COMPLEXITY_WORDS: Readonly<Record<Complexity, string>> = {
  mild: 'mild',
  moderate: 'moderate',
  severe: 'severe or complex',
};

export const SOURCE_WORDS: Readonly<Record<FactSource, string>> = {
  provider: 'told by the provider',
  commissioner: 'told by the commissioner',
  published: 'published',
  release: 'release of a survey round',
  correction: 'correction sent by a reader',
  other: 'other source',
};

export const CONFIRMER_WORDS: Readonly<Record<Confirmer, string>> = {
  team: 'the team itself',
  provider: 'the provider',
  commissioner: 'the commissioner',
  survey_team: 'the survey team',
};

export const FACT_WORDS: Readonly<Record<FactKey, string>> = {
  kind: 'Kind',
  name: 'Name',
  provider: 'Who runs it',
  tier: 'Tier of the liaison team',
  status: 'Status',
  what: 'What it offers',
  hours: 'When',
  referral: 'How patients get there',
  outcomes: 'Outcomes',
  wte: 'Staff (whole-time equivalents)',
  resources: 'Other resources',
  conditions: 'Conditions',
  settings: 'Settings',
  complexity: 'Complexity',
};

const list = (words: readonly string[]): string => (words.length === 0 ? NOT_KNOWN : words.join(', '));

/** A fact in words; what nobody has told reads "not known". */
export function factWords(facts: ServiceFacts, key: FactKey): string {
  switch (key) {
    case 'kind':
      return KIND_WORDS[facts.kind];
    case 'tier':
      return TIER_WORDS[facts.tier];
    case 'status':
      return STATUS_WORDS[facts.status];
    case 'hours':
      return HOURS_WORDS[facts.hours];
    case 'wte':
      return facts.wte === null ? NOT_KNOWN : String(facts.wte);
    case 'conditions':
      return list(facts.conditions.map((condition) => CONDITION_WORDS[condition]));
    case 'settings':
      return list(facts.settings.map((setting) => SETTING_WORDS[setting]));
    case 'complexity':
      return list(facts.complexity.map((level) => COMPLEXITY_WORDS[level]));
    case 'name':
    case 'provider':
    case 'what':
    case 'referral':
    case 'outcomes':
    case 'resources':
      return facts[key] === '' ? NOT_KNOWN : facts[key];
  }
}
