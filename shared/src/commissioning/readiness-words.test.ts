import { describe, expect, it } from 'vitest';

import { toReadinessWords } from './readiness-words.js';

describe('the summary of a checklist', () => {
  it('says first how much is known, and a percentage only where the rule gives one', () => {
    const none = { items: 12, known: 0, inPlace: 0, applicableAndKnown: 0, share: null };
    expect(toReadinessWords(none)).toBe('Known 0 of 12.');
    expect(toReadinessWords({ ...none, known: 5, inPlace: 3, applicableAndKnown: 5 })).toBe(
      'Known 5 of 12. In place: 3 of the 5 that apply and are known.',
    );
    expect(toReadinessWords({ ...none, known: 7, inPlace: 3, applicableAndKnown: 6, share: 0.5 })).toBe(
      'Known 7 of 12. In place: 3 of the 6 that apply and are known (50%).',
    );
  });
});
