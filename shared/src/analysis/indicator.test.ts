import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { INDICATOR_DEFINITIONS } from './indicator-definitions.js';
import { INDICATOR_IDS } from './indicator-result.js';
import { indicatorResult } from './indicator.js';
import { tallyOf } from './tally.js';

const percent = (share: number | null): string => (share === null ? 'none' : (share * 100).toFixed(1));

describe('an indicator', () => {
  it.each([
    {
      id: 'iapt-treats-mus-ltc',
      counts: { yes: 31, no: 18, dontKnow: 25, frame: 179 },
      figures: {
        lower: '17.3',
        upper: '89.9',
        p1: '41.9',
        p1Interval: '33.6-50.6',
        p2: '63.3',
        p2Interval: '49.3-75.3',
      },
    },
    {
      id: 'iapt-in-reach',
      counts: { yes: 3, no: 62, dontKnow: 9, frame: 179 },
      figures: {
        lower: '1.7',
        upper: '65.4',
        p1: '4.1',
        p1Interval: '1.8-9.1',
        p2: '4.6',
        p2Interval: '1.6-12.7',
      },
    },
  ] as const)(
    '$id of 2017-18 has the published counts and the reference figures',
    ({ id, counts, figures }) => {
      const result = indicatorResult(id, tallyOf(counts));
      expect(result).toMatchObject({ id, ...counts, notKnown: 105 });
      expect(result.interval?.method).toBe('wilson-fpc');
      expect({
        lower: percent(result.lower),
        upper: percent(result.upper),
        p1: percent(result.amongRespondents),
        p1Interval: `${percent(result.interval?.low ?? null)}-${percent(result.interval?.high ?? null)}`,
        p2: percent(result.amongThoseWhoKnow),
        p2Interval: `${percent(result.knownInterval?.low ?? null)}-${percent(result.knownInterval?.high ?? null)}`,
      }).toEqual(figures);
    },
  );

  it('has bounds of 0 and 1 and no shares when nobody answered', () => {
    expect(indicatorResult('iapt-in-reach', tallyOf({ yes: 0, no: 0, dontKnow: 0, frame: 4 }))).toEqual({
      id: 'iapt-in-reach',
      yes: 0,
      no: 0,
      dontKnow: 0,
      notKnown: 4,
      frame: 4,
      lower: 0,
      upper: 1,
      amongRespondents: null,
      amongThoseWhoKnow: null,
      interval: null,
      knownInterval: null,
    });
  });

  it('has a share of 0 among respondents, but none among those who know, when nobody knew', () => {
    const result = indicatorResult('iapt-in-reach', tallyOf({ yes: 0, no: 0, dontKnow: 2, frame: 4 }));
    expect(result.amongRespondents).toBe(0);
    expect(result.amongThoseWhoKnow).toBeNull();
    expect(result.interval?.method).toBe('hypergeometric');
    expect(result.knownInterval).toBeNull();
  });

  it('keeps every share within its bounds and intervals', () => {
    const count = fc.nat(120);
    fc.assert(
      fc.property(count, count, count, count, (yes, no, dontKnow, silent) => {
        const frame = yes + no + dontKnow + silent;
        fc.pre(frame > 0);
        const result = indicatorResult('iapt-in-reach', tallyOf({ yes, no, dontKnow, frame }));
        expect(result.yes + result.no + result.dontKnow + result.notKnown).toBe(result.frame);
        expect(result.lower).toBeLessThanOrEqual(result.upper + 1e-12);
        if (result.amongRespondents !== null && result.interval !== null) {
          expect(result.interval.low).toBeGreaterThanOrEqual(0);
          expect(result.interval.high).toBeLessThanOrEqual(1);
          expect(result.interval.low).toBeLessThanOrEqual(result.interval.high);
        }
        expect(result.interval === null).toBe(yes + no + dontKnow === 0);
        expect(result.knownInterval === null).toBe(yes + no === 0);
      }),
    );
  });

  it('refuses counts that do not add up to the frame, and an empty frame', () => {
    const wrong = { yes: 1, no: 1, dontKnow: 0, notKnown: 1, frame: 4 };
    expect(() => indicatorResult('iapt-in-reach', wrong)).toThrow('not known must be 2 of 4');
    const empty = tallyOf({ yes: 0, no: 0, dontKnow: 0, frame: 0 });
    expect(() => indicatorResult('iapt-in-reach', empty)).toThrow(RangeError);
  });
});

describe('the definitions', () => {
  it.each(INDICATOR_IDS)('of %s carry their own id and an item that no other indicator counts', (id) => {
    const definition = INDICATOR_DEFINITIONS[id];
    expect(definition.id).toBe(id);
    const sameItem = Object.values(INDICATOR_DEFINITIONS).filter(({ item }) => item === definition.item);
    expect(sameItem).toHaveLength(1);
  });

  it.each(INDICATOR_IDS)('of %s never call a reported absence a gap', (id) => {
    expect(JSON.stringify(INDICATOR_DEFINITIONS[id])).not.toMatch(/\bgap\b/i);
  });
});
