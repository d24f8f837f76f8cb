import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { TRACK_LEVELS } from '@liaison-atlas/shared/analysis/track-round';

import { AREA_COLUMNS, parseTrackerState, type TrackerState, withTrackerState } from './tracker-state.js';

const read = (address: string) => parseTrackerState(new URLSearchParams(address));

describe('the choices of the Replies tab in the address', () => {
  it('are regions, one half and e not known when the address says nothing', () => {
    const { state, unknown } = read('tab=replies');
    expect(state).toEqual({
      level: 'region',
      threshold: '50%',
      eligibleShare: '',
      question: '',
      sort: 'name',
      descending: false,
      page: 1,
      map: false,
    });
    expect(unknown).toEqual([]);
  });

  it('that nobody knows are named and left out', () => {
    const { state, unknown } = read('by=county&threshold=half&e=3/2&sort=colour&page=x');
    expect(unknown).toEqual(['by=county', 'sort=colour', 'threshold=half', 'e=3/2']);
    expect(state).toMatchObject({
      level: 'region',
      threshold: '50%',
      eligibleShare: '',
      sort: 'name',
      page: 1,
    });
  });

  it('come back as they were written, and what else the address holds stays', () => {
    const states: fc.Arbitrary<TrackerState> = fc.record({
      level: fc.constantFrom(...TRACK_LEVELS),
      threshold: fc.constantFrom('50%', '2/3', '62.5%'),
      eligibleShare: fc.constantFrom('', '94/105', '90%'),
      question: fc.constantFrom('', 'co_located'),
      sort: fc.constantFrom(...AREA_COLUMNS),
      descending: fc.boolean(),
      page: fc.integer({ min: 1, max: 9 }),
      map: fc.boolean(),
    });
    fc.assert(
      fc.property(states, states, (before, state) => {
        const address = withTrackerState(withTrackerState(new URLSearchParams('tab=replies'), before), state);
        expect(address.get('tab')).toBe('replies');
        expect(read(address.toString())).toEqual({ state, unknown: [] });
      }),
    );
  });

  it('leave no trace when they are the defaults', () => {
    expect(withTrackerState(new URLSearchParams('tab=replies&by=icb'), read('').state).toString()).toBe(
      'tab=replies',
    );
  });
});
