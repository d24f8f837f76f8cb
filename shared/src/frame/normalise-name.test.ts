import { describe, expect, it } from 'vitest';

import { distinctiveWords, normaliseName } from './normalise-name.js';

describe('a normalised name', () => {
  it.each([
    ["St. Thomas' Hospital", 'Saint Thomas’ hospital'],
    ['Royal Devon & Exeter Hospital (Wonford)', 'WONFORD, royal devon and exeter hospital'],
    ['The  Royal-London Hospital', 'royal london hospital'],
    ['Hôpital', 'hopital'],
  ])('%s and %s are the same words', (a, b) => {
    expect(normaliseName(a)).toEqual(normaliseName(b));
  });

  it('is empty where nothing can be read', () => {
    expect(normaliseName(' – ?! ')).toEqual([]);
  });

  it('of a kind of place has no word of its own', () => {
    expect(distinctiveWords(normaliseName('The General Hospital'))).toEqual([]);
    expect(distinctiveWords(normaliseName('Royal Infirmary'))).toEqual([]);
    expect(distinctiveWords(normaliseName('Weston General Hospital'))).toEqual(['weston']);
  });
});
