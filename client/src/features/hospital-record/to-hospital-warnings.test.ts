import { describe, expect, it } from 'vitest';

import type { ShownHospitalResult } from './shown-hospital.js';
import { isOld, toHospitalWarnings } from './to-hospital-warnings.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const result = (
  asAt: string,
  category: ShownHospitalResult['hospital']['category'],
  kind: ShownHospitalResult['round']['kind'] = 'live',
): ShownHospitalResult => ({
  round: { id: 'r', title: 'Sample round', kind, fieldwork: asAt },
  release: { number: 1, kind: 'final', publishedAt: asAt, sha256: 'ab' },
  asAt,
  hospital: {
    name: 'DEMO',
    category,
    label: '',
    otherProvision: 'not_known',
    isGap: false,
    score: null,
    marker: '',
  },
});
const headings = (...results: ShownHospitalResult[]) =>
  toHospitalWarnings(results, NOW).map(({ heading }) => heading);

describe('warnings on a hospital page', () => {
  it.each([
    ['2024-11-21T00:00:00Z', true],
    ['2024-11-23T00:00:00Z', false],
    ['December 2017 to January 2018', true],
    ['Spring 2025', false],
    ['some time ago', false],
  ])('an answer of %s is old: %s', (asAt, old) => {
    expect(isOld(asAt, NOW)).toBe(old);
  });

  it('names a disagreement between respondents', () => {
    expect(headings(result('2026-05-01', 'CF'))).toEqual(['Respondents disagree']);
  });

  it('warns of age when every stated answer is old, and not when one is new', () => {
    expect(headings(result('January 2018', 'G3'))).toEqual(['This is more than two years old']);
    expect(headings(result('January 2018', 'G3'), result('2026-05-01', 'G1'))).toEqual([]);
  });

  it('does not call an answer old that nobody gave, nor let invented answers make one young', () => {
    expect(headings(result('January 2018', 'NP'))).toEqual([]);
    expect(headings(result('January 2018', 'G3'), result('2026-05-01', 'G1', 'synthetic'))).toEqual([
      'This is more than two years old',
    ]);
  });
});
