import { expect, it } from 'vitest';

import { toProgressWords } from './to-progress-words.js';

it('says how far a large round is, and nothing while that is not known', () => {
  expect(toProgressWords({ phase: 'reading', done: 0, total: 0 })).toBe('the cleaning of this round');
  expect(toProgressWords({ phase: 'reading', done: 500, total: 100_000 })).toBe('forms: 500 of 100,000');
  expect(toProgressWords({ phase: 'working_out', done: 1_500, total: 100_000 })).toBe(
    'the cleaning of this round: worked out 1,500 of 100,000 forms',
  );
});
