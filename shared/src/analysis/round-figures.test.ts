import { describe, expect, it } from 'vitest';

import { exampleRecord } from '../publication/example-dataset.js';
import { exampleFrame } from '../publication/example-frame.js';
import { NO_GROUP_FACTS } from './figure-groups.js';
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
    facts: { ...NO_GROUP_FACTS, trustTypeOf: () => 'acute' },
  });

describe('figures of a cleaned round', () => {
  it.each([
    'region',
    'icb',
    'trust_type',
    'site_type',
    'stratum',
    'ed_size',
    'liaison_tier',
    'plan_member',
  ] as const)('by %s add up to England', (by) => {
    const [england, ...groups] = make(by).figures;
    expect(england).toMatchObject({ yes: 5, dontKnow: 5, no: 10, notKnown: 10, frame: 30 });
    for (const count of ['yes', 'no', 'dontKnow', 'notKnown', 'frame'] as const)
      expect(groups.reduce((sum, row) => sum + (row[count] ?? 0), 0)).toBe(england?.[count]);
  });

  it('are weighted and checked beside the plain share', () => {
    const { checks } = make('region');
    expect(checks.weighted?.share).toBeGreaterThan(0);
    for (const { by, groups } of checks.responders)
      expect(
        groups.reduce((sum, { nonResponders }) => sum + nonResponders, 0),
        by,
      ).toBe(10);
    expect(checks.disagreement).toEqual({ sets: 0, differing: 0, rate: null });
  });

  it('compare responders with the silent by region, size, tier and PLAN, and say where a fact is not known', () => {
    const facts = {
      ...NO_GROUP_FACTS,
      planOf: (odsCode: string) => {
        const at = hospitals.findIndex((hospital) => hospital.odsCode === odsCode);
        if (at % 3 === 0) return NO_GROUP_FACTS.planOf(odsCode);
        return at < 20 ? { code: 'yes', name: 'member' } : { code: 'no', name: 'no member' };
      },
    };
    const indicator = INDICATOR_DEFINITIONS['iapt-in-reach'];
    const { responders } = roundFigures({ dataset, hospitals, indicator, by: 'icb', facts }).checks;
    expect(responders.map(({ by }) => by)).toEqual([
      'icb',
      'region',
      'ed_size',
      'liaison_tier',
      'plan_member',
    ]);
    const of = (wanted: string) => responders.find(({ by }) => by === wanted);
    expect(of('liaison_tier')).toMatchObject({ notKnown: 30, test: null });
    expect(of('plan_member')).toMatchObject({ notKnown: 10, test: { method: 'fisher', n: 20 } });
    // All 13 members answered and none of the seven others: 1 / choose(20, 7).
    expect(of('plan_member')?.test?.p).toBeCloseTo(1 / 77_520, 9);
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
        facts: NO_GROUP_FACTS,
      }),
    ).toThrow(RangeError);
  });
});
