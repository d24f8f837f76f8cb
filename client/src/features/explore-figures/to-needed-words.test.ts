import { describe, expect, it } from 'vitest';

import { THRESHOLDS } from './explore-state.js';
import type { ShownFigure } from './shown-figures.js';
import { neededWords, thresholdWords } from './to-needed-words.js';

const row = (values: Partial<ShownFigure>) =>
  ({ yes: 31, no: 18, frame: 179, countsOnly: false, hidden: false, ...values }) as ShownFigure;

describe('replies still needed', () => {
  it('are those of the reference values of 2017-18', () => {
    expect(neededWords(row({}), '1/2')).toBe('59 to 130');
    expect(neededWords(row({ yes: 3, no: 62 }), '1/2')).toBe('28 to 114');
    expect(neededWords(row({ yes: 3, no: 62 }), '3/4')).toBe('none: surely below 75%');
  });

  it('are not said of groups without shares', () => {
    expect(neededWords(row({ frame: 4, yes: 1, no: 1, countsOnly: true }), '1/2')).toBe('counts only');
    expect(neededWords(row({ yes: null, hidden: true }), '1/2')).toBe('hidden');
  });

  it('have a name for every threshold', () => {
    expect(THRESHOLDS.map(thresholdWords)).toContain('2/3 of hospitals');
  });
});
