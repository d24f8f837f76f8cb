import { describe, expect, it } from 'vitest';

import { PROGRAMME_TIMELINE } from './programme-timeline.js';
import { begunBy, beganIn, phaseOf, PROGRAMME_YEARS, stepsOf } from './programme-years.js';

const sites = [
  { id: 'p1', programme: 'pathfinder', wave: 1 },
  { id: 'p2', programme: 'pathfinder', wave: 2 },
  { id: 'e1', programme: 'early_implementer', wave: 1 },
  { id: 'e2', programme: 'early_implementer', wave: 2 },
  { id: 'x', programme: 'early_implementer', wave: 9 },
];

describe('the years of the programme', () => {
  it.each([
    [2011, []],
    [2012, ['p1']],
    [2015, ['p1', 'p2']],
    [2016, ['p1', 'p2', 'e1']],
    [2022, ['p1', 'p2', 'e1', 'e2']],
  ])('have by %i begun at these sites', (year, ids) => {
    expect(begunBy(sites, year).map(({ id }) => id)).toEqual(ids);
  });

  it('do not say when a part began of which no source speaks', () => {
    expect(beganIn({ programme: 'early_implementer', wave: 9 })).toBeNull();
    expect(beganIn({ programme: 'other', wave: 1 })).toBeNull();
  });

  it('lie in the phase of the latest step', () => {
    expect([2011, 2012, 2015, 2016, 2017, 2019, 2022].map(phaseOf)).toEqual([
      'before',
      'pathfinders',
      'pathfinders',
      'wave_1',
      'wave_2',
      'roll_out',
      'since',
    ]);
  });

  it('hold every step of the timeline once', () => {
    const { first, last } = PROGRAMME_YEARS;
    const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    expect(years.flatMap((year) => stepsOf(year))).toHaveLength(PROGRAMME_TIMELINE.length);
    expect(stepsOf(2015)).toEqual([]);
  });
});
