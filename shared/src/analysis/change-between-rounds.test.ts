import { describe, expect, it } from 'vitest';

import type { Position } from '../cleaning/analysis-dataset.js';
import { changeBetweenRounds, type SitePosition } from './change-between-rounds.js';
import { mcnemarExact, pairedDifference } from './mcnemar.js';

const at = (site: string, position: Position, odsCode = site): SitePosition => ({ site, odsCode, position });
const times = (count: number, name: string, position: Position): SitePosition[] =>
  Array.from({ length: count }, (_, index) => at(`${name}${index}`, position));

describe('the exact McNemar test', () => {
  it.each([
    [8, 1, 0.0390625],
    [0, 0, 1],
    [5, 5, 1],
    [10, 2, 0.03857421875],
    [0, 6, 0.03125],
  ])('of %i gained and %i lost is the binomial one', (gained, lost, p) => {
    expect(mcnemarExact(gained, lost)).toBeCloseTo(p, 12);
  });

  it('refuses what is no count', () => {
    expect(() => mcnemarExact(1.5, 2)).toThrow(RangeError);
  });
});

describe('the paired difference', () => {
  it('has the interval of Agresti and Min', () => {
    const { difference, low, high } = pairedDifference(8, 1, 40);
    expect(difference).toBeCloseTo(0.175, 12);
    expect([low, high].map((value) => value.toFixed(6))).toEqual(['0.027972', '0.305362']);
  });

  it.each([
    [20, 0.1, 0.1],
    [40, 0.2, 0.05],
    [60, 0.05, 0.02],
  ])('holds the truth about 95 times in 100 (%i pairs, %d gained, %d lost)', (pairs, gain, loss) => {
    const truth = gain - loss;
    let held = 0;
    // Every possible outcome of the multinomial with its exact chance, built term by term.
    let first = (1 - gain - loss) ** pairs;
    for (let b = 0; b <= pairs; b += 1) {
      let term = first;
      for (let c = 0; b + c <= pairs; c += 1) {
        const { low, high } = pairedDifference(b, c, pairs);
        if (low <= truth && truth <= high) held += term;
        term *= ((pairs - b - c) / (c + 1)) * (loss / (1 - gain - loss));
      }
      first *= ((pairs - b) / (b + 1)) * (gain / (1 - gain - loss));
    }
    expect(held).toBeGreaterThan(0.94);
  });

  it('refuses more changes than pairs', () => {
    expect(() => pairedDifference(3, 3, 5)).toThrow(RangeError);
  });
});

describe('change between two rounds', () => {
  const before = [
    ...times(8, 'gain', 'no'),
    at('lost', 'yes'),
    ...times(3, 'still', 'yes'),
    at('learnt', 'dont_know'),
    at('quiet', 'yes'),
    at('gone', 'no'),
    at('never', 'no_reply'),
  ];
  const after = [
    ...times(8, 'gain', 'yes'),
    at('lost', 'no'),
    ...times(3, 'still', 'yes'),
    at('learnt', 'yes'),
    at('quiet', 'no_reply'),
    at('never', 'no_reply'),
    at('new', 'yes'),
  ];

  it('counts only hospitals that answered in both, and names those that did not', () => {
    expect(changeBetweenRounds(before, after, 'same')).toMatchObject({
      comparable: true,
      matched: 13,
      knownInBoth: 12,
      gained: 8,
      lost: 1,
      transitions: [
        [3, 1, 0, 0],
        [8, 0, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      droppedOut: ['quiet'],
      leftFrame: ['gone'],
      joined: ['new'],
    });
    expect(changeBetweenRounds(before, after, 'same').p).toBeCloseTo(0.0390625, 12);
  });

  it('matches a hospital by its site, whatever code its new trust gave it', () => {
    const change = changeBetweenRounds(
      [at('site-1', 'no', 'RA301')],
      [at('site-1', 'yes', 'RA701')],
      'minor_wording',
    );
    expect(change).toMatchObject({ matched: 1, gained: 1, droppedOut: [], joined: [] });
  });

  it.each(['not_comparable', 'new', 'no_verdict'] as const)('compares nothing under "%s"', (verdict) => {
    const change = changeBetweenRounds(before, after, verdict);
    expect(change).toMatchObject({ comparable: false, transitions: [], p: null, difference: null });
    expect([change.gained, change.lost, change.knownInBoth]).toEqual([0, 0, 0]);
    expect(change.matched).toBe(13);
  });

  it('gives nothing where nobody knew in both, and refuses a hospital twice', () => {
    expect(changeBetweenRounds([at('a', 'dont_know')], [at('a', 'yes')], 'same')).toMatchObject({
      matched: 1,
      p: null,
      difference: null,
    });
    expect(() => changeBetweenRounds([at('a', 'yes'), at('a', 'no')], [], 'same')).toThrow(RangeError);
  });
});
