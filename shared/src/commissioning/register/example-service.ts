import type { ServiceFacts, StoredService } from './register-service.js';

/** A service for tests: it exists nowhere. Everything but kind and name is not known unless given. */
export const exampleFacts = (values: Partial<ServiceFacts> = {}): ServiceFacts => ({
  kind: 'clinical_health_psychology',
  name: 'Unreal Service',
  provider: '',
  tier: 'not_known',
  status: 'not_known',
  what: '',
  hours: 'not_known',
  referral: '',
  outcomes: '',
  wte: null,
  resources: '',
  conditions: [],
  settings: [],
  complexity: [],
  deliveries: [],
  ...values,
});

export const exampleStamp = (confirmedOn: string) =>
  ({ confirmedOn, confirmer: 'provider', organisation: '', source: 'provider', reference: 'told' }) as const;

export const exampleService = (id: string, values: Partial<ServiceFacts> = {}): StoredService => ({
  id,
  revision: 1,
  facts: exampleFacts({ name: `Unreal ${id}`, ...values }),
  stamps: {},
});
