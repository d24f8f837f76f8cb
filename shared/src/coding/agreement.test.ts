import { describe, expect, it } from 'vitest';

import { agreementOf, agreementTables, aidedTable, krippendorffAlpha } from './agreement.js';

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number) => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

describe('agreement on a code', () => {
  it('has the values of methods D6.9 for [[20,5],[10,15]]', () => {
    const found = agreementOf(table(20, 5, 10, 15));
    expect(found.n).toBe(50);
    expect(found.observed).toBeCloseTo(0.7, 12);
    expect(found.kappa).toBeCloseTo(0.4, 12);
    expect(found.pabak).toBeCloseTo(0.4, 12);
    expect(found.ac1).toBeCloseTo(0.406, 3);
    expect(found.standardError).toBeCloseTo(0.127, 3);
    expect(found.prevalence).toBeCloseTo(0.55, 12);
  });

  it('shows the prevalence paradox for [[40,2],[1,1]]: nearly all agree, and kappa is low', () => {
    const found = agreementOf(table(40, 2, 1, 1));
    expect(found.observed).toBeCloseTo(0.932, 3);
    expect(found.kappa).toBeCloseTo(0.365, 3);
    expect(found.pabak).toBeCloseTo(0.864, 3);
    expect(found.ac1).toBeCloseTo(0.924, 3);
    expect(found.standardError).toBeCloseTo(0.286, 3);
  });

  it('is the same whichever coder is the first', () => {
    const one = agreementOf(table(20, 5, 10, 15));
    const other = agreementOf(table(20, 10, 5, 15));
    expect(other.kappa).toBeCloseTo(one.kappa as number, 12);
    expect(other.standardError).toBeCloseTo(one.standardError as number, 12);
  });

  it('keeps the interval within -1 and 1', () => {
    const { interval } = agreementOf(table(1, 0, 1, 1));
    expect(interval).toMatchObject({ high: 1 });
  });

  it('defines no kappa for a code that nobody used, or both always; AC1 and PABAK say 1', () => {
    for (const only of [table(0, 0, 0, 12), table(12, 0, 0, 0)])
      expect(agreementOf(only)).toMatchObject({
        n: 12,
        observed: 1,
        kappa: 'undefined',
        interval: 'undefined',
        pabak: 1,
        ac1: 1,
      });
  });

  it('says nothing of no comments', () => {
    expect(agreementOf(table(0, 0, 0, 0))).toMatchObject({ n: 0, observed: 'undefined', ac1: 'undefined' });
  });
});

describe('the table of a code', () => {
  it('counts comments, not how often a code was applied, and ignores codes of no book', () => {
    const units = [
      { first: ['a', 'b'], second: ['a'] },
      { first: [], second: ['b', 'gone'] },
      { first: ['a'], second: [] },
      { first: [], second: [] },
    ];
    const tables = agreementTables(['a', 'b', 'c'], units);
    expect(tables.get('a')).toEqual(table(1, 1, 0, 2));
    expect(tables.get('b')).toEqual(table(0, 1, 1, 2));
    expect(tables.get('c')).toEqual(table(0, 0, 0, 4));
  });
});

describe('the table of a code that was suggested', () => {
  it('stands apart from the comments it was suggested for, taken or refused', () => {
    const units = [
      { first: ['a'], second: ['a'], suggestedToFirst: ['a'], suggestedToSecond: [] },
      { first: [], second: ['a'], suggestedToFirst: ['a'], suggestedToSecond: [] },
      { first: ['a'], second: ['a'], suggestedToFirst: ['b'], suggestedToSecond: ['b'] },
      { first: ['a'], second: [], suggestedToFirst: [], suggestedToSecond: [] },
      { first: [], second: [], suggestedToFirst: [], suggestedToSecond: [] },
    ];
    expect(agreementTables(['a'], units).get('a')).toEqual(table(2, 1, 1, 1));
    expect(aidedTable('a', units)).toEqual({ suggested: 2, accepted: 1, unaided: table(1, 1, 0, 1) });
    expect(aidedTable('c', units)).toBeNull();
  });
});

describe('Krippendorff’s alpha', () => {
  it('has the value of the worked example with two coders and ten units', () => {
    // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", A: nominal binary data, alpha = 0.095.
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const units = meg.map((value, at) => ({ coders: 2, applied: value + owen[at]! }));
    expect(krippendorffAlpha(units)).toBeCloseTo(0.095, 3);
  });

  it('is 1 for full agreement, leaves out what one coder alone finished, and is not defined without variation', () => {
    const agreed = [
      { coders: 3, applied: 3 },
      { coders: 2, applied: 0 },
    ];
    expect(krippendorffAlpha(agreed)).toBe(1);
    expect(krippendorffAlpha([...agreed, { coders: 1, applied: 1 }])).toBe(1);
    expect(krippendorffAlpha([{ coders: 2, applied: 2 }])).toBe('undefined');
  });
});
