import { BREAKDOWNS } from '@liaison-atlas/shared/analysis/figures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  CHARTS,
  type ExploreState,
  parseExploreState,
  THRESHOLDS,
  toExploreParams,
  TRACED,
} from './explore-state.js';

const anyState: fc.Arbitrary<ExploreState> = fc.record({
  round: fc.constantFrom('', '2017-18'),
  indicator: fc.constantFrom('', 'settings.ward & "x"'),
  by: fc.constantFrom(...BREAKDOWNS),
  live: fc.boolean(),
  release: fc.constantFrom(null, 1, 12),
  chart: fc.constantFrom(...CHARTS),
  trace: fc.constantFrom('', 'Y62'),
  part: fc.constantFrom(...TRACED),
  threshold: fc.constantFrom(...THRESHOLDS),
  from: fc.constantFrom('', 'demo-2026'),
  question: fc.constantFrom('', 'co_located'),
  region: fc.constantFrom('', 'Y62'),
  type: fc.constantFrom('', 'general_ed'),
  since: fc.constantFrom('', '2026-01-05'),
  until: fc.constantFrom('', '2026-02-01'),
});

describe('the address of the figures', () => {
  it('brings back every choice', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const read = parseExploreState(new URLSearchParams(toExploreParams(state).toString()));
        expect(read).toEqual({ state, unknown: [] });
      }),
    );
  });

  it('is empty for the defaults, and names what it does not know', () => {
    const { state, unknown } = parseExploreState(
      new URLSearchParams('by=moon&chart=pie&basis=dreams&release=-1&f.since=soon'),
    );
    expect(toExploreParams(state).toString()).toBe('');
    expect([...unknown].sort()).toEqual([
      'basis=dreams',
      'by=moon',
      'chart=pie',
      'f.since=soon',
      'release=-1',
    ]);
  });
});
