import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aaporRates, responseRate, type Dispositions, type Rate } from './response-rate.js';

const seed: Dispositions = {
  complete: 74,
  partial: 'not_known',
  refusal: 0,
  noContact: 0,
  other: 0,
  unknownEligibility: 105,
  eligibleShare: 94 / 105,
};
const percent = (rate: Rate): string => (rate === 'not_known' ? rate : (rate * 100).toFixed(1));

describe('the six response rates', () => {
  it('of 2017-18: 41.3 % of all hospitals, 44.0 % of those estimated to have a liaison service', () => {
    const { rr1, rr3 } = aaporRates(seed);
    expect(rr1).toBe(74 / 179);
    expect(percent(rr1)).toBe('41.3');
    expect(rr3).toBeCloseTo(74 / 168, 12);
    expect(percent(rr3)).toBe('44.0');
  });

  it('of 2017-18 are 44.0 % at most when the 168 hospitals with a liaison service are the eligible ones', () => {
    const { rr1, rr5 } = aaporRates({ ...seed, noContact: 94, unknownEligibility: 11 });
    expect(percent(rr1)).toBe('41.3');
    expect(percent(rr5)).toBe('44.0');
  });

  it('are not known with partial replies where the source does not report any', () => {
    const { rr2, rr4, rr6 } = aaporRates(seed);
    expect([rr2, rr4, rr6]).toEqual(['not_known', 'not_known', 'not_known']);
  });

  it.each([
    [
      'are not known as RR3 and RR4 while nobody has said which share of the silent is eligible',
      105,
      'not_known',
    ],
    ['need no such share where every hospital has been heard of', 0, 74 / 74],
  ] as const)('%s', (_case, unknownEligibility, rr3) => {
    const rates = aaporRates({ ...seed, partial: 0, unknownEligibility, eligibleShare: 'not_known' });
    expect([rates.rr3, rates.rr4]).toEqual([rr3, rr3]);
    expect(rates.rr1).toBe(74 / (74 + unknownEligibility));
    expect(rates.rr5).toBe(1);
  });

  it('follow their formulas', () => {
    const rates = aaporRates({
      complete: 40,
      partial: 10,
      refusal: 5,
      noContact: 20,
      other: 5,
      unknownEligibility: 20,
      eligibleShare: 0.5,
    });
    expect(rates).toEqual({ rr1: 0.4, rr2: 0.5, rr3: 40 / 90, rr4: 50 / 90, rr5: 0.5, rr6: 0.625 });
  });

  it('rise from RR1 over RR3 to RR5, and with partial replies', () => {
    const count = fc.nat(200);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (i, p, nc, u, e) => {
          fc.pre(i + p + nc > 0);
          const rates = aaporRates({
            ...seed,
            complete: i,
            partial: p,
            noContact: nc,
            unknownEligibility: u,
            eligibleShare: e,
          });
          const [rr1, rr2, rr3, rr4, rr5, rr6] = Object.values(rates).map(Number) as [
            number,
            number,
            number,
            number,
            number,
            number,
          ];
          for (const [less, more] of [
            [rr1, rr3],
            [rr3, rr5],
            [rr2, rr4],
            [rr4, rr6],
            [rr1, rr2],
            [rr5, rr6],
          ] as const) {
            expect(less).toBeLessThanOrEqual(more + 1e-12);
          }
          expect(rr6).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('are not known, not 0, at their maximum when no hospital is known to be eligible', () => {
    expect(aaporRates({ ...seed, complete: 0, partial: 0 })).toMatchObject({ rr1: 0, rr5: 'not_known' });
  });

  it.each([
    ['an empty frame', { ...seed, complete: 0, unknownEligibility: 0 }],
    ['a negative count', { ...seed, refusal: -1 }],
    ['an eligible share above 1', { ...seed, eligibleShare: 1.1 }],
    ['an eligible share that is no number', { ...seed, eligibleShare: Number.NaN }],
  ])('refuse %s', (_what, dispositions) => {
    expect(() => aaporRates(dispositions)).toThrow(RangeError);
  });
});

describe('the response rate on screen', () => {
  it('is 74 of 179 in 2017-18', () => {
    expect(percent(responseRate(74, 179))).toBe('41.3');
  });

  it.each([
    [0, 0],
    [5, 4],
    [-1, 4],
  ])('refuses %i of %i hospitals', (answered, frame) => {
    expect(() => responseRate(answered, frame)).toThrow(RangeError);
  });
});
