import { monthsBefore } from '../../kernel/months-before.js';
import { deliveryKey, FACT_KEYS, type FactStamp, isKnown, type StoredService } from './register-service.js';

/** After so many months a fact fades, until somebody confirms it. */
export const FADES_AFTER_MONTHS = 24;

export const FACT_AGES = ['fresh', 'faded', 'not_known'] as const;
/** `faded` = was so, nobody has confirmed it for two years; it is shown with its age and not counted on. */
export type FactAge = (typeof FACT_AGES)[number];

/**
 * How far a fact can be counted on.
 * @param today YYYY-MM-DD of the clock
 */
export function factAge(stamp: FactStamp | undefined, today: string): FactAge {
  if (stamp === undefined) return 'not_known';
  return stamp.confirmedOn < fadedBefore(today) ? 'faded' : 'fresh';
}

/** Facts confirmed before this day have faded: on the day itself the 24 months are just full. */
export const fadedBefore = (today: string): string =>
  monthsBefore(`${today}T00:00:00.000Z`, FADES_AFTER_MONTHS).slice(0, 10);

/** Whole months since a fact was confirmed; 0 for a day that is not over yet. */
export function monthsSince(confirmedOn: string, today: string): number {
  const [year = 0, month = 0, day = 0] = confirmedOn.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  return Math.max(0, months);
}

/** A service's facts taken together. */
export interface ServiceAge {
  /** The latest confirmation of any fact. */
  readonly last: FactStamp | undefined;
  /** Facts that are known, hospitals included. */
  readonly known: number;
  /** Of those, the ones that have faded. */
  readonly faded: number;
}

/** When a service was last confirmed, and how many of its facts have faded. */
export function serviceAge({ facts, stamps }: StoredService, today: string): ServiceAge {
  const keys = [
    ...FACT_KEYS.filter((key) => isKnown(facts, key)),
    ...facts.deliveries.map(({ odsCode }) => deliveryKey(odsCode)),
  ];
  const found = keys.flatMap((key) => stamps[key] ?? []);
  const last = [...found].sort((a, b) => (a.confirmedOn < b.confirmedOn ? 1 : -1))[0];
  return {
    last,
    known: keys.length,
    faded: found.filter((stamp) => factAge(stamp, today) === 'faded').length,
  };
}
