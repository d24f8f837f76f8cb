import { describe, expect, it } from 'vitest';

import { TRACED } from './explore-state.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';
import { tracePart } from './trace-part.js';

const INDICATOR = { numerator: 'n', denominator: 'd', missingRule: 'm' } as ShownFigures['indicator'];
const row = (trace: Partial<ShownFigure['trace']> = {}) =>
  ({
    yes: 1,
    no: 1,
    dontKnow: 1,
    notKnown: 2,
    frame: 5,
    trace: {
      numerator: ['A'],
      numeratorUnnamed: 0,
      no: ['B'],
      noUnnamed: 0,
      dontKnow: ['C'],
      dontKnowUnnamed: 0,
      denominator: ['A', 'B', 'C', 'D', 'E'],
      denominatorUnnamed: 0,
      ...trace,
    },
  }) as ShownFigure;

describe('where a number comes from', () => {
  it('names as many hospitals as the number says, for every number of a row', () => {
    for (const part of TRACED) {
      const { count, hospitals, unnamed } = tracePart(row(), part, INDICATOR);
      expect(hospitals.length + unnamed, part).toBe(count);
    }
    expect(tracePart(row(), 'not_known', INDICATOR).hospitals).toEqual(['D', 'E']);
  });

  it('names nobody as not known while somebody who answered may not be named', () => {
    const trace = tracePart(row({ dontKnow: [], dontKnowUnnamed: 1 }), 'not_known', INDICATOR);
    expect(trace).toMatchObject({ hospitals: [], unnamed: 2 });
  });
});
