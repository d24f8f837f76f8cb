import { describe, expect, it } from 'vitest';

import { toFiveFacts } from './to-five-facts.js';

const release2018 = {
  forms: { analysed: 74 },
  frame: { declaredSize: 179, listedSize: 175 },
  responseRate: { answered: 74, frame: 179, rate: 74 / 179 },
  indicators: [
    { id: 'iapt-treats-mus-ltc', yes: 31, frame: 179 },
    { id: 'iapt-in-reach', yes: 3, frame: 179 },
  ],
  scores: {
    n: 3,
    values: [
      { odsCode: 'RW602', score: 59 },
      { odsCode: 'RH801', score: 42 },
      { odsCode: 'RA301', score: 11 },
    ],
  },
};

describe('the five facts on the start page', () => {
  it('are the five counts of 2018, each out of the same 179 hospitals', () => {
    const facts = toFiveFacts(release2018);
    expect(facts.map(({ count }) => count)).toEqual([179, 74, 31, 3, 1]);
    expect(new Set(facts.map(({ of }) => of))).toEqual(new Set([179]));
  });

  it('leave a fact out rather than print 0 where the release has no such indicator', () => {
    const facts = toFiveFacts({ ...release2018, indicators: [] });
    expect(facts.map(({ id }) => id)).toEqual(['frame', 'analysed', 'half']);
  });
});
