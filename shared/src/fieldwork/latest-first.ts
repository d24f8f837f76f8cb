/** What of a round says when its answers are collected. Times are ISO 8601 UTC; null = no date has been set. */
export interface DatedRound {
  readonly id: string;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** The time of collection in words, as in "December 2017 to January 2018"; '' = nothing is said. */
  readonly fieldwork: string;
}

/** Greater than every moment and year. */
const STILL_TO_COME = '~';

/**
 * Rounds by when their answers are collected, the latest first: by the day a round opens, else the day it closes, else
 * the last year that its fieldwork names in words. A round of which none is known is still being planned and comes
 * before all others. Ids decide between equals, so that the order is always the same; they say nothing about time.
 */
export const latestFirst = <Round extends DatedRound>(rounds: readonly Round[]): Round[] =>
  rounds
    .map((round) => ({ round, at: collectedAt(round) }))
    .sort((a, b) => (a.at === b.at ? (a.round.id < b.round.id ? 1 : -1) : a.at < b.at ? 1 : -1))
    .map(({ round }) => round);

const collectedAt = ({ opensAt, closesAt, fieldwork }: DatedRound): string =>
  opensAt ?? closesAt ?? fieldwork.match(/\b(?:19|20)\d{2}\b/g)?.at(-1) ?? STILL_TO_COME;
