import { describe, expect, it } from 'vitest';

import { saidWords, toReplyCounts } from './to-reply-counts.js';

const hospital = (values: Partial<Parameters<typeof saidWords>[0]> = {}) => ({
  linked: false,
  openedAt: '',
  said: '',
  refusesScore: false,
  refusesQuotations: false,
  ...values,
});

describe('replies of hospitals', () => {
  it('are counted one by one', () => {
    expect(
      toReplyCounts([
        hospital(),
        hospital({ linked: true, openedAt: '2026-01-01T00:00:00.000Z', said: 'right', refusesScore: true }),
        hospital({ linked: true, said: 'wrong', refusesQuotations: true }),
      ]),
    ).toEqual({ offered: 3, linked: 2, opened: 1, right: 1, wrong: 1, scores: 1, quotations: 1 });
  });

  it('say in words what came back, and that nothing did', () => {
    expect(saidWords(hospital())).toBe('nothing yet');
    expect(saidWords(hospital({ said: 'wrong', refusesScore: true }))).toBe(
      'something is wrong; refuses the naming of its score',
    );
  });
});
