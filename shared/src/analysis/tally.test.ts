import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Position } from '../cleaning/analysis-dataset.js';
import { tallyOf, tallyPositions } from './tally.js';

const position = fc.constantFrom<Position>(
  'yes',
  'no',
  'dont_know',
  'skipped',
  'not_asked',
  'conflict',
  'no_reply',
);

describe('counting hospitals by position', () => {
  it('counts a conflict, a skipped question and silence as not known, and "I don\'t know" as itself', () => {
    const positions: Position[] = [
      'yes',
      'no',
      'no',
      'dont_know',
      'conflict',
      'skipped',
      'not_asked',
      'no_reply',
    ];
    expect(tallyPositions(positions, 8)).toEqual({ yes: 1, no: 2, dontKnow: 1, notKnown: 4, frame: 8 });
  });

  it('counts hospitals that a declared frame has beyond the listed ones as not known', () => {
    expect(tallyPositions(['yes', 'no'], 5).notKnown).toBe(3);
  });

  it('always adds up to the frame', () => {
    fc.assert(
      fc.property(fc.array(position), fc.nat(50), (positions, unlisted) => {
        const { yes, no, dontKnow, notKnown, frame } = tallyPositions(positions, positions.length + unlisted);
        expect(yes + no + dontKnow + notKnown).toBe(frame);
        expect(frame).toBe(positions.length + unlisted);
        expect(notKnown).toBeGreaterThanOrEqual(unlisted);
      }),
    );
  });

  it('leaves 105 of 179 hospitals not known in 2017-18', () => {
    expect(tallyOf({ yes: 31, no: 18, dontKnow: 25, frame: 179 }).notKnown).toBe(105);
  });

  it.each([
    ['more answers than hospitals', { yes: 3, no: 2, dontKnow: 0, frame: 4 }],
    ['a negative count', { yes: -1, no: 2, dontKnow: 0, frame: 4 }],
    ['half a hospital', { yes: 0.5, no: 2, dontKnow: 0, frame: 4 }],
    ['no number', { yes: Number.NaN, no: 2, dontKnow: 0, frame: 4 }],
  ])('refuses %s', (_what, counts) => {
    expect(() => tallyOf(counts)).toThrow(RangeError);
  });

  it('refuses more listed hospitals than the frame has', () => {
    expect(() => tallyPositions(['no_reply', 'no_reply'], 1)).toThrow(RangeError);
  });
});
