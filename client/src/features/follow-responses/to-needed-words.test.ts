import { describe, expect, it } from 'vitest';

import { toNeededWords } from './to-needed-words.js';

describe('replies still needed, in words', () => {
  it.each([
    ['cannot_say', 59, 130, '59 to 130'],
    ['cannot_say', 1, 1, '1'],
    ['surely_at_least', 0, 0, 'settled: 50% or more'],
    ['surely_below', 0, 0, 'settled: below 50%'],
  ] as const)('%s, %i to %i: %s', (verdict, atLeast, atMost, words) => {
    expect(toNeededWords({ verdict, atLeast, atMost }, '50%')).toBe(words);
  });
});
