import type { ShownArea } from './follow-responses.graphql.js';

/** What is still needed to settle a question, in words: "59 to 130", or how it is settled. */
export function toNeededWords(
  { verdict, atLeast, atMost }: Omit<ShownArea['indicators'][number], 'id' | 'title'>,
  threshold: string,
): string {
  switch (verdict) {
    case 'surely_at_least':
      return `settled: ${threshold} or more`;
    case 'surely_below':
      return `settled: below ${threshold}`;
    case 'cannot_say':
      return atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
  }
}
