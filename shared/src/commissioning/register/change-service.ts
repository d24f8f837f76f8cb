import {
  deliveryKey,
  FACT_KEYS,
  type FactKey,
  type FactStamp,
  type FactStamps,
  isKnown,
  type ServiceFacts,
  type StoredService,
} from './register-service.js';

/** Facts that differ, hospitals under their keys; a hospital that went is among them. */
export function changedFacts(before: ServiceFacts | null, after: ServiceFacts): readonly string[] {
  const changed: string[] = FACT_KEYS.filter((key) => before === null || !isSame(before[key], after[key]));
  const ways = (facts: ServiceFacts | null) =>
    new Map((facts?.deliveries ?? []).map(({ odsCode, how }) => [odsCode, how]));
  const [old, fresh] = [ways(before), ways(after)];
  for (const odsCode of new Set([...old.keys(), ...fresh.keys()]))
    if (old.get(odsCode) !== fresh.get(odsCode)) changed.push(deliveryKey(odsCode));
  return changed;
}

const isSame = (a: ServiceFacts[FactKey], b: ServiceFacts[FactKey]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Keys of what a service's facts say, and whose stamps are kept. */
const knownKeys = (facts: ServiceFacts): readonly string[] => [
  ...FACT_KEYS.filter((key) => isKnown(facts, key)),
  ...facts.deliveries.map(({ odsCode }) => deliveryKey(odsCode)),
];

/**
 * The stamps after a change: what changed takes the new one, the rest keeps its own age. What is not known any more
 * has none.
 * @param before null = a new service
 */
export function stampChange(
  before: Pick<StoredService, 'facts' | 'stamps'> | null,
  after: ServiceFacts,
  stamp: FactStamp,
): FactStamps {
  const changed = new Set(changedFacts(before?.facts ?? null, after));
  return Object.fromEntries(
    knownKeys(after).map((key) => [key, changed.has(key) ? stamp : (before?.stamps[key] ?? stamp)]),
  );
}

/**
 * The stamps after somebody said that facts are still so. Where a fact came from stays; when and by whom it was last
 * confirmed is new, unless it was confirmed later already.
 * @param keys which facts; empty = all that are known
 */
export function stampConfirmation(
  service: Pick<StoredService, 'facts' | 'stamps'>,
  keys: readonly string[],
  { confirmedOn, confirmer, organisation, reference, source }: FactStamp,
): FactStamps {
  return Object.fromEntries(
    knownKeys(service.facts).map((key) => {
      const before = service.stamps[key];
      const isMeant = keys.length === 0 || keys.includes(key);
      if (before !== undefined && (!isMeant || before.confirmedOn > confirmedOn)) return [key, before];
      return [key, { confirmedOn, confirmer, organisation, reference, source }];
    }),
  );
}
