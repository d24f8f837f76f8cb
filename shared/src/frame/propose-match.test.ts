import { describe, expect, it } from 'vitest';

import { indelSimilarity, nameSimilarity } from './name-similarity.js';
import { normaliseName } from './normalise-name.js';
import { proposeMatch } from './propose-match.js';

const FRAME = [
  { odsCode: 'RW603', name: 'Royal Oldham Hospital', town: 'Oldham' },
  { odsCode: 'RA301', name: 'Weston General Hospital', town: 'Weston-Super-Mare' },
  { odsCode: 'RWEAA', name: 'Leicester Royal Infirmary', town: 'Leicester' },
  { odsCode: 'RWEAK', name: 'Leicester General Hospital', town: 'Leicester' },
];
const proposed = (siteText: string, town = '') =>
  proposeMatch({ siteText, town }, FRAME).map(({ odsCode }) => odsCode);

describe('a proposed match for a typed hospital name', () => {
  it.each([
    ['Royal Oldham', 'Oldham', ['RW603']],
    ['the royal oldham hosptial', 'oldham', ['RW603']],
    ['Oldham Royal', '', ['RW603']],
    ['Weston General', 'Weston super Mare', ['RA301']],
    ['Leicester Royal Infirmary', 'Leicester', ['RWEAA']],
    ['Leicester General', '', ['RWEAK']],
  ])('%s in "%s" may be %j', (siteText, town, odsCodes) => {
    expect(proposed(siteText, town)).toEqual(odsCodes);
  });

  it.each([
    ['General Hospital', 'Leicester'],
    ['Royal Infirmary', 'Leicester'],
    ['', 'Oldham'],
    ['Royal Oldham Hospital', 'Rochdale'],
    ['Weston General', ''],
    ['Milton General Hospital', 'Weston-super-Mare'],
    ['Leicester', 'Oldham'],
  ])('is not made for %s in "%s"', (siteText, town) => {
    expect(proposed(siteText, town)).toEqual([]);
  });

  it('proposes both where the name fits both, and decides nothing', () => {
    expect(proposed('Leicester', 'Leicester')).toEqual(['RWEAA', 'RWEAK']);
  });
});

describe('token-set similarity', () => {
  it('is 1 when one name holds all words of the other, and 0 for an empty name', () => {
    expect(nameSimilarity(normaliseName('Royal Oldham'), normaliseName('Royal Oldham Hospital'))).toBe(1);
    expect(nameSimilarity([], ['oldham'])).toBe(0);
  });

  it('measures single words by what they have in common, in order', () => {
    expect(indelSimilarity('abcd', 'abxd')).toBeCloseTo(0.75, 10);
    expect(indelSimilarity('abc', 'xyz')).toBe(0);
  });
});
