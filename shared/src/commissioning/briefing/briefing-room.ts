/** How much of what has no end a briefing names one by one; the rest is counted and pointed to. */
export interface BriefingRoom {
  /** Hospitals by name; with more in the area they are counted by kind of report, unless even those few were too long. */
  readonly hospitals: number;
  readonly services: number;
  /** Hospitals with in-reach that the sentence about the area names. */
  readonly inReach: number;
  /** Letters of the name of a hospital, trust or place. */
  readonly letters: number;
}

/**
 * The rooms in which a briefing is tried, the widest first, until it stands on its two sheets in letters that can be read:
 * long names and many services make it say less by name, never fail.
 */
export const BRIEFING_ROOMS: readonly [BriefingRoom, ...BriefingRoom[]] = [
  { hospitals: 9, services: 8, inReach: Infinity, letters: 200 },
  { hospitals: 9, services: 6, inReach: 10, letters: 80 },
  { hospitals: 6, services: 4, inReach: 5, letters: 50 },
  { hospitals: 3, services: 2, inReach: 3, letters: 40 },
];

/** A name in no more letters than there is room for. */
export const shortName = (name: string, { letters }: Pick<BriefingRoom, 'letters'>): string =>
  name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
