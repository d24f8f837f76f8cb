import { describe, expect, it } from 'vitest';

import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { datasetIndicators, positionOn } from './dataset-indicators.js';

const record = (odsCode: string, provision: Position, inReach: Position, forms = 1): HospitalRecord => {
  const item = (position: Position) => ({
    position,
    agreeing: forms,
    asked: forms,
    oneOfSeveral: false,
    responseIds: [],
  });
  return {
    odsCode,
    forms,
    leadResponseId: '',
    items: { iapt_treats_mus_ltc: item(provision), iapt_inreach: item(inReach) },
    score: { missing: 'not_asked' },
    otherScores: [],
    consent: { nameFacts: false, nameScore: false, quote: false },
    clustered: false,
    lastSubmittedAt: '',
  };
};
const times = (count: number, position: Position): readonly Position[] =>
  Array.from({ length: count }, () => position);

describe('the indicators of a cleaned round', () => {
  it('give the 2017-18 figures for 74 answering hospitals, 101 listed silent ones and 4 that are on no list', () => {
    const provision = [
      ...times(31, 'yes'),
      ...times(18, 'no'),
      ...times(25, 'dont_know'),
      ...times(101, 'no_reply'),
    ];
    const inReach = [
      ...times(3, 'yes'),
      ...times(62, 'no'),
      ...times(9, 'dont_know'),
      ...times(101, 'no_reply'),
    ];
    const hospitals = provision.map((position, at) =>
      record(`H${at}`, position, inReach[at] ?? 'no_reply', at < 74 ? 1 : 0),
    );
    const [treats, comesIn] = datasetIndicators({ hospitals }, 179);
    expect(treats).toMatchObject({
      id: 'iapt-treats-mus-ltc',
      yes: 31,
      no: 18,
      dontKnow: 25,
      notKnown: 105,
      frame: 179,
    });
    expect(comesIn).toMatchObject({
      id: 'iapt-in-reach',
      yes: 3,
      no: 62,
      dontKnow: 9,
      notKnown: 105,
      frame: 179,
    });
  });

  it('count a hospital with three forms once, and conflict and silence as not known', () => {
    const hospitals = [
      record('A', 'yes', 'no', 3),
      record('B', 'conflict', 'yes', 2),
      record('C', 'no_reply', 'no_reply', 0),
      record('D', 'skipped', 'dont_know'),
    ];
    const [treats, comesIn] = datasetIndicators({ hospitals }, 4);
    expect(treats).toMatchObject({ yes: 1, no: 0, dontKnow: 0, notKnown: 3, frame: 4 });
    expect(comesIn).toMatchObject({ yes: 1, no: 1, dontKnow: 1, notKnown: 1, frame: 4 });
  });

  it('refuse a hospital that stands there twice, and more hospitals than the frame has', () => {
    const twice = [record('A', 'yes', 'no'), record('A', 'no', 'no')];
    expect(() => datasetIndicators({ hospitals: twice }, 9)).toThrow('more than once');
    expect(() => datasetIndicators({ hospitals: [record('A', 'yes', 'no')] }, 0)).toThrow(RangeError);
  });
});

describe('the position of a hospital', () => {
  it('is "no reply" without a form and "not asked" where the instrument has no such item', () => {
    expect(positionOn({ forms: 0, items: {} }, 'co_located')).toBe('no_reply');
    expect(positionOn({ forms: 1, items: {} }, 'co_located')).toBe('not_asked');
  });
});
