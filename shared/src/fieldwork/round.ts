/** What kind of truth a round holds (domain, "Real and synthetic never mix"). */
export const ROUND_KINDS = ['published_facts', 'live', 'synthetic'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** Life cycle of a round (domain D2). */
export const ROUND_STATES = [
  'draft',
  'pilot',
  'open',
  'corrections',
  'cleaning',
  'frozen',
  'analysed',
  'published',
  'archived',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Wire form of a round kind in `/open/v1`: `published-facts`, `live`, `synthetic`. */
export const roundKindOnTheWire = (kind: RoundKind): string => kind.replace('_', '-');
