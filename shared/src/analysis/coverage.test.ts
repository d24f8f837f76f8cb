import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { absenceBounds, coverageBounds } from './coverage.js';

describe('bounds on coverage', () => {
  it.each([
    ['IAPT treats MUS/LTC, 2017-18', { yes: 31, no: 18, frame: 179 }, 0.1732, 0.8994],
    ['in-reach, 2017-18', { yes: 3, no: 62, frame: 179 }, 0.0168, 0.6536],
    ['nobody answered', { yes: 0, no: 0, frame: 4 }, 0, 1],
    ['everybody knew', { yes: 3, no: 1, frame: 4 }, 0.75, 0.75],
  ])('%s', (_case, tally, lower, upper) => {
    const bounds = coverageBounds(tally);
    expect(bounds.lower).toBeCloseTo(lower, 4);
    expect(bounds.upper).toBeCloseTo(upper, 4);
  });

  it.each([
    ['provision', { yes: 31, no: 18, frame: 179 }, 0.1006, 0.8268],
    ['in-reach', { yes: 3, no: 62, frame: 179 }, 0.3464, 0.9832],
  ])('bound its reported absence in 2017-18 for %s', (_item, tally, lower, upper) => {
    const bounds = absenceBounds(tally);
    expect(bounds.lower).toBeCloseTo(lower, 4);
    expect(bounds.upper).toBeCloseTo(upper, 4);
  });

  it('contain the truth whatever the silent hospitals would have said', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        (yes, no, open, pick) => {
          const frame = yes + no + open;
          const truth = (yes + (pick % (open + 1))) / frame;
          const { lower, upper } = coverageBounds({ yes, no, frame });
          expect(lower).toBeLessThanOrEqual(truth);
          expect(upper).toBeGreaterThanOrEqual(truth - 1e-12);
        },
      ),
    );
  });

  it('refuse an area without hospitals', () => {
    expect(() => coverageBounds({ yes: 0, no: 0, frame: 0 })).toThrow(RangeError);
    expect(() => absenceBounds({ yes: 0, no: 0, frame: 0 })).toThrow(RangeError);
  });
});
