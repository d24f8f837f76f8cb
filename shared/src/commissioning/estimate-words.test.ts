import { NEED_SHEET } from './estimate-need.js';
import { describe, expect, it } from 'vitest';

import { formatAmount, missingWords, resultSentence, withoutValue } from './estimate-words.js';

const comorbid = NEED_SHEET.outputs[1]!;

describe('a result of an estimate in words', () => {
  it('rounds in tables to what is counted', () => {
    expect(formatAmount(13_636.36, { unit: 'people', digits: 0 })).toBe('13,636');
    expect(formatAmount(13.5, { unit: 'wte', digits: 1 })).toBe('13.5');
    expect(formatAmount(0.2, { unit: 'share', digits: 0 })).toBe('20%');
    expect(formatAmount(-0.01, { unit: 'wte', digits: 1 })).toBe('0.0');
    expect(formatAmount(880_000, { unit: 'pounds', digits: 0 })).toBe('£880,000');
  });

  it('says what is missing, never 0', () => {
    expect(withoutValue({ state: 'input_missing', missing: ['p'] })).toBe('not known');
    expect(withoutValue({ state: 'not_applicable' })).toBe('not applicable');
  });

  it('names the inputs it waits for as their boxes do', () => {
    expect(missingWords({ state: 'input_missing', missing: ['p', 'ltc'] }, NEED_SHEET)).toBe(
      'Not known without “People who live in the area, all ages” (P) and ' +
        '“Share of people with at least one long-term condition” (pLTC).',
    );
    expect(missingWords({ state: 'not_applicable' }, NEED_SHEET)).toBe('');
  });

  it('is said to two figures, with a range only where there is one', () => {
    expect(resultSentence(comorbid, { low: 45_000, central: 45_000, high: 105_000 })).toMatch(
      /about 45,000, between 45,000 and 110,000\.$/,
    );
    expect(resultSentence(comorbid, { low: 1, central: 1, high: 1 })).toMatch(/: about 1\.$/);
  });
});
