import { describe, expect, it } from 'vitest';

import { toRateWords } from './to-rate-words.js';

describe('a response rate in words', () => {
  it.each([
    [74 / 179, 179, '41.3%'],
    [0, 5, '0.0%'],
    [null, 179, 'not known'],
    [0.5, 4, 'counts only'],
    [null, 4, 'not known'],
  ])('%s of %i hospitals: %s', (rate, frame, words) => {
    expect(toRateWords(rate, { frame })).toBe(words);
  });
});
