import { describe, expect, it } from 'vitest';

import { exampleRecord } from '../publication/example-dataset.js';
import { exampleFrame } from '../publication/example-frame.js';
import { INDICATOR_DEFINITIONS } from './indicator-definitions.js';
import type { AnyIndicator } from './instrument-indicators.js';
import { breakdownsOf, roundFigures } from './round-figures.js';
import type { Breakdown } from './figures.js';

const hospitals = exampleFrame(30);
const dataset = {
  hospitals: hospitals.map(({ odsCode }, at) =>
    at < 20
      ? exampleRecord(odsCode, { inReach: at % 4 === 0 ? 'yes' : at % 4 === 1 ? 'dont_know' : 'no' })
      : exampleRecord(odsCode),
  ),
};
const make = (by: Breakdown, different: Partial<AnyIndicator> = {}) =>
  roundFigures({
    dataset,
    hospitals,
    indicator: { ...INDICATOR_DEFINITIONS['iapt-in-reach'], ...different },
    by,
    trustTypeOf: () => 'acute',
  });

describe('figures of a cleaned round', () => {
  it.each(['region', 'icb', 'trust_type', 'site_type', 'stratum'] as const)(
    'by %s add up to England',
    (by) => {
      const [england, ...groups] = make(by).figures;
      expect(england).toMatchObject({ yes: 5, dontKnow: 5, no: 10, notKnown: 10, frame: 30 });
      for (const count of ['yes', 'no', 'dontKnow', 'notKnown', 'frame'] as const)
        expect(groups.reduce((sum, row) => sum + (row[count] ?? 0), 0)).toBe(england?.[count]);
    },
  );

  it('are weighted and checked beside the plain share', () => {
    const { checks } = make('region');
    expect(checks.weighted?.share).toBeGreaterThan(0);
    expect(checks.responders.groups.reduce((sum, { nonResponders }) => sum + nonResponders, 0)).toBe(10);
    expect(checks.disagreement).toEqual({ sets: 0, differing: 0, rate: null });
  });

  it('on opinions have one breakdown, and no list of who said what', () => {
    const opinions = { disclosureClass: 'opinions' } as const;
    expect(breakdownsOf({ disclosureClass: 'opinions' })).toEqual(['england', 'region']);
    expect(make('icb', opinions).figures).toHaveLength(1);
    const { figures, checks, paired } = make('region', opinions);
    expect(figures.flatMap(({ trace }) => trace.numerator)).toEqual([]);
    expect([checks.weighted, checks.lateEarly, paired]).toEqual([null, null, null]);
  });

  it('need a record of every hospital', () => {
    expect(() =>
      roundFigures({
        dataset: { hospitals: [] },
        hospitals,
        indicator: INDICATOR_DEFINITIONS['iapt-in-reach'],
        by: 'england',
        trustTypeOf: () => 'acute',
      }),
    ).toThrow(RangeError);
  });
});
