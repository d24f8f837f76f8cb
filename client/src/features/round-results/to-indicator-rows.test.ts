import { describe, expect, it } from 'vitest';

import { toIndicatorRows } from './to-indicator-rows.js';

const treats2018 = {
  id: 'iapt-treats-mus-ltc',
  yes: 31,
  no: 18,
  dontKnow: 25,
  notKnown: 105,
  frame: 179,
  lower: 31 / 179,
  upper: 1 - 18 / 179,
  amongRespondents: 31 / 74,
  amongThoseWhoKnow: 31 / 49,
  interval: { method: 'wilson-fpc', low: 0.336, high: 0.506 },
  knownInterval: { low: 0.493, high: 0.753 },
};
const valueOf = (rows: ReturnType<typeof toIndicatorRows>, id: string) =>
  rows.find((row) => row.id === id)?.value;

describe('the figures of an indicator', () => {
  it.each([
    ['yes', '31 of 179'],
    ['not-known', '105 of 179'],
    ['bounds', '17.3% to 89.9%'],
    ['among-respondents', '41.9% (31 of 74)'],
    ['interval', '33.6% to 50.6%'],
    ['among-those-who-know', '63.3% (31 of 49), 49.3% to 75.3%'],
  ])('%s of 2018 reads %s', (id, value) => {
    expect(valueOf(toIndicatorRows(treats2018), id)).toBe(value);
  });

  it('come with the bounds before every estimate', () => {
    const ids = toIndicatorRows(treats2018).map(({ id }) => id);
    expect(ids.indexOf('bounds')).toBeLessThan(ids.indexOf('among-respondents'));
  });

  it('say that nobody answered instead of 0% when nobody did', () => {
    const silent = {
      ...treats2018,
      yes: 0,
      no: 0,
      dontKnow: 0,
      notKnown: 179,
      amongRespondents: null,
      amongThoseWhoKnow: null,
      interval: null,
      knownInterval: null,
    };
    const rows = toIndicatorRows(silent);
    expect(valueOf(rows, 'among-respondents')).toBe('nobody answered');
    expect(valueOf(rows, 'interval')).toBe('nobody answered');
    expect(valueOf(rows, 'among-those-who-know')).toBe('nobody knew');
  });
});
