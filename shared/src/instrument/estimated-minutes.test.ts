import { describe, expect, it } from 'vitest';

import { estimatedMinutes } from './estimated-minutes.js';
import { getInstrument } from './registry.js';

describe('how long a questionnaire takes', () => {
  const built = getInstrument('1.1')!;
  const [page] = built.pages;
  const text = { en: 'Q' };
  const question = {
    variable: 'q',
    text,
    required: 'no' as const,
    privacy: 'none' as const,
    publication: 'open' as const,
    source: '',
  };
  const of = (...questions: readonly object[]) =>
    estimatedMinutes({
      ...built,
      pages: [{ ...page!, optional: false, questions: questions as never }],
    });

  it('is some minutes for the questionnaire of the survey', () => {
    expect(estimatedMinutes(built)).toBeGreaterThanOrEqual(2);
    expect(estimatedMinutes(built)).toBeLessThanOrEqual(8);
  });

  it('adds up what its questions take, a matrix by its rows, and is one minute at least', () => {
    expect(of({ ...question, type: 'choice' })).toBe(1);
    const matrix = { ...question, type: 'matrix', rows: Array.from({ length: 10 }, () => ({})) };
    expect(of(matrix)).toBe(2);
    const comments = Array.from({ length: 4 }, () => ({ ...question, type: 'long_text' }));
    expect(of(...comments)).toBe(3);
    expect(of(...comments.map((one) => ({ ...one, relevance: { variable: 'x', isAnswered: true } })))).toBe(
      2,
    );
  });
});
