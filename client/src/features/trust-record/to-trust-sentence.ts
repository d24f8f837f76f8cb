import { countOf } from '../../lib/format.js';

interface TrustRound {
  readonly answered: number | null;
  readonly hospitals: number;
}

/**
 * How many of a trust's hospitals answered. Where the round does not publish who was silent the number is not
 * given. A trust gets no status of its own: one hospital's answer says nothing about another.
 */
export function toTrustSentence({ answered, hospitals }: TrustRound): string {
  if (hospitals === 0) return 'None of its hospitals is in the list of this round.';
  if (answered === null)
    return `How many of its ${countOf(hospitals, 'hospital')} answered is not published.`;
  return `${answered} of ${countOf(hospitals, 'hospital')} answered.`;
}
