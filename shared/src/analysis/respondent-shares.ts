import type { Tally } from './indicator-result.js';

/**
 * Share saying yes among the hospitals that answered the question, "I don't know" included (methods C3, p1): the
 * way the 2018 report counts (31 of 74). It speaks of those who answered, not of England. null = nobody answered.
 */
export const amongRespondents = ({
  yes,
  no,
  dontKnow,
}: Pick<Tally, 'yes' | 'no' | 'dontKnow'>): number | null => shareOf(yes, yes + no + dontKnow);

/** Share saying yes among those who said yes or no (methods C3, p2: 31 of 49). null = nobody knew. */
export const amongThoseWhoKnow = ({ yes, no }: Pick<Tally, 'yes' | 'no'>): number | null =>
  shareOf(yes, yes + no);

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
