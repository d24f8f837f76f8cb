import { describe, expect, it } from 'vitest';

import { toTrustSentence } from './to-trust-sentence.js';

describe('how many hospitals of a trust answered', () => {
  it.each([
    [{ answered: 2, hospitals: 3 }, '2 of 3 hospitals answered.'],
    [{ answered: 0, hospitals: 1 }, '0 of 1 hospital answered.'],
    [{ answered: null, hospitals: 3 }, 'How many of its 3 hospitals answered is not published.'],
    [{ answered: 0, hospitals: 0 }, 'None of its hospitals is in the list of this round.'],
  ])('%o reads "%s"', (round, sentence) => {
    expect(toTrustSentence(round)).toBe(sentence);
  });
});
