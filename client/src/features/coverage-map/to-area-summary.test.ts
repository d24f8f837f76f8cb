import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sampleHospital } from './sample-hospitals.js';
import { areaProportion, toAreaSummaries } from './to-area-summary.js';

const region = (...codes: LadderCode[]) => {
  const [area] = toAreaSummaries(
    codes.map((code, at) => sampleHospital(`Z${at}`, code)),
    'region',
  );
  if (!area) throw new Error('no area');
  return area;
};

describe('the counts of an area', () => {
  it('add up to its hospitals, whatever was answered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LADDER_CODES), { minLength: 1, maxLength: 30 }), (codes) => {
        const { hospitals, inReach, noInReach, notKnown, notPublished, answered, conflict } = region(
          ...codes,
        );
        expect(inReach + noInReach + notKnown + notPublished).toBe(hospitals);
        expect(hospitals).toBe(codes.length);
        expect(answered).toBeLessThanOrEqual(hospitals);
        expect(conflict).toBeLessThanOrEqual(notKnown);
      }),
    );
  });

  it('keep silence, conflict and “don’t know” apart from no in-reach', () => {
    expect(region('NR', 'CF', 'DK', 'G1U', 'NP')).toMatchObject({
      noInReach: 0,
      notKnown: 4,
      notPublished: 1,
      answered: 3,
      conflict: 1,
    });
  });

  it.each<[string, LadderCode[], number | null]>([
    ['five hospitals, three answered', ['G4', 'G1', 'G0', 'NR', 'NR'], 1 / 3],
    ['four hospitals, however many answered', ['G4', 'G1', 'G0', 'G0'], null],
    ['less than half answered', ['G4', 'G1', 'G0', 'NR', 'NR', 'NR', 'NR'], null],
    ['two left once a conflict is set aside', ['G4', 'G1', 'CF', 'NR', 'NR'], null],
  ])('colour by in-reach with %s', (_, codes, proportion) => {
    expect(areaProportion(region(...codes), 'in-reach')).toBe(proportion);
  });

  it('give a response rate from five hospitals on, also when few answered', () => {
    expect(areaProportion(region('G4', 'NR', 'NR', 'NR', 'NR'), 'response')).toBe(0.2);
    expect(areaProportion(region('G4', 'G4', 'G4', 'NR'), 'response')).toBeNull();
  });
});
