import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { repliesStillNeeded, type RationalShare, type ThresholdVerdict } from './threshold.js';

const share = (text: string): RationalShare => {
  const [numerator = Number.NaN, denominator = Number.NaN] = text.split('/').map(Number);
  return { numerator, denominator };
};

describe('replies still needed to decide a threshold', () => {
  it.each([
    ['provision 2017-18 at a half', 31, 18, 179, '1/2', 'cannot_say', 59, 130],
    ['provision 2017-18 at three quarters', 31, 18, 179, '3/4', 'cannot_say', 27, 130],
    ['in-reach 2017-18 at a half', 3, 62, 179, '1/2', 'cannot_say', 28, 114],
    ['in-reach 2017-18 at three quarters', 3, 62, 179, '3/4', 'surely_below', 0, 0],
    [
      'nobody answered: two times no is needed to be below nine tenths',
      0,
      0,
      10,
      '9/10',
      'cannot_say',
      2,
      10,
    ],
    [
      'one no so far: one more is needed, although floats say it is decided',
      0,
      1,
      10,
      '9/10',
      'cannot_say',
      1,
      9,
    ],
    ['exactly at the threshold', 5, 5, 10, '1/2', 'surely_at_least', 0, 0],
    ['one below the threshold', 4, 6, 10, '1/2', 'surely_below', 0, 0],
    ['one hospital undecided', 4, 5, 10, '1/2', 'cannot_say', 1, 1],
    ['any share reaches nothing', 0, 10, 10, '0/1', 'surely_at_least', 0, 0],
    ['all of them, one no', 9, 1, 10, '1/1', 'surely_below', 0, 0],
  ] as const)('%s', (_case, yes, no, frame, tau, verdict, atLeast, atMost) => {
    expect(repliesStillNeeded({ yes, no, frame }, share(tau))).toEqual({ verdict, atLeast, atMost });
  });

  it('agrees with playing out every possible order of further replies', () => {
    const verdictOf = (
      yes: number,
      no: number,
      frame: number,
      tau: RationalShare,
    ): ThresholdVerdict['verdict'] => {
      const { numerator, denominator } = tau;
      if (yes * denominator >= numerator * frame) return 'surely_at_least';
      return (frame - no) * denominator < numerator * frame ? 'surely_below' : 'cannot_say';
    };
    const count = fc.nat(12);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.nat(12),
        fc.integer({ min: 1, max: 12 }),
        (yes, no, open, top, bottom) => {
          const frame = yes + no + open;
          fc.pre(frame > 0 && top <= bottom);
          const tau = { numerator: top, denominator: bottom };
          // fewest: some split of k further replies decides; most: the longest any sequence stays undecided, plus one
          const undecidedAfter = (more: number): number =>
            Array.from({ length: more + 1 }, (_, extraYes) =>
              verdictOf(yes + extraYes, no + more - extraYes, frame, tau),
            ).filter((verdict) => verdict === 'cannot_say').length;
          const steps = Array.from({ length: open + 1 }, (_, more) => more);
          const fewest = steps.find((more) => undecidedAfter(more) < more + 1);
          const most = steps.find((more) => undecidedAfter(more) === 0);
          expect(repliesStillNeeded({ yes, no, frame }, tau)).toEqual({
            verdict: verdictOf(yes, no, frame, tau),
            atLeast: fewest,
            atMost: most,
          });
        },
      ),
    );
  });

  it.each([
    ['an empty frame', { yes: 0, no: 0, frame: 0 }, '1/2'],
    ['more answers than hospitals', { yes: 3, no: 3, frame: 5 }, '1/2'],
    ['a threshold above the whole', { yes: 0, no: 0, frame: 5 }, '3/2'],
    ['a threshold that is no fraction', { yes: 0, no: 0, frame: 5 }, '0.5/1'],
    ['a threshold over nothing', { yes: 0, no: 0, frame: 5 }, '0/0'],
  ])('refuses %s', (_what, tally, tau) => {
    expect(() => repliesStillNeeded(tally, share(tau))).toThrow(RangeError);
  });
});
