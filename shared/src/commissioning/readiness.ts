/** One thing to have in place. */
export interface ReadinessItem {
  /** Its name in the address; never changes. */
  readonly key: string;
  readonly text: string;
}

/** A list to go through, from one part of the guidance. */
export interface ReadinessList {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly source: string;
  readonly items: readonly ReadinessItem[];
}

export const READINESS_STATES = ['in_place', 'partly', 'not_yet', 'not_known', 'not_applicable'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** Below this many known and applicable answers no percentage is shown. */
export const FEWEST_FOR_PERCENT = 6;

/** What is known of a list; `share` = in place of what applies and is known, null while too little is known. */
export interface ReadinessSummary {
  readonly items: number;
  /** Answered with anything but "not known". */
  readonly known: number;
  readonly inPlace: number;
  readonly applicableAndKnown: number;
  readonly share: number | null;
}

/** Sums up a list. An item without an answer is not known, and never "not yet". */
export function summariseReadiness(
  { items }: Pick<ReadinessList, 'items'>,
  stateOf: (key: string) => ReadinessState,
): ReadinessSummary {
  const states = items.map(({ key }) => stateOf(key));
  const count = (...wanted: readonly ReadinessState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  const inPlace = count('in_place');
  const applicableAndKnown = count('in_place', 'partly', 'not_yet');
  return {
    items: items.length,
    known: items.length - count('not_known'),
    inPlace,
    applicableAndKnown,
    share: applicableAndKnown < FEWEST_FOR_PERCENT ? null : inPlace / applicableAndKnown,
  };
}

/** The short form of each state in the address; "not known" is what stands there when nothing does. */
const SHORT: Readonly<Record<string, ReadinessState>> = {
  y: 'in_place',
  p: 'partly',
  n: 'not_yet',
  x: 'not_applicable',
};

/** Reads a state from the address: absent or unreadable = not known. */
export const readReadinessState = (short: string | null): ReadinessState => SHORT[short ?? ''] ?? 'not_known';

/** The short form of a state; '' for "not known", which is left out of the address. */
export const shortReadinessState = (state: ReadinessState): string =>
  Object.entries(SHORT).find(([, one]) => one === state)?.[0] ?? '';
