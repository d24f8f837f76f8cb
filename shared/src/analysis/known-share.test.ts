import { expect, it } from 'vitest';

import { coverageBounds } from './coverage.js';
import { knownShare } from './known-share.js';

it.each([
  ['provision, 2017-18', { yes: 31, no: 18, frame: 179 }, 49 / 179],
  ['in-reach, 2017-18', { yes: 3, no: 62, frame: 179 }, 65 / 179],
  ['nobody answered', { yes: 0, no: 0, frame: 4 }, 0],
])('of %s is what the bounds of coverage leave', (_case, tally, share) => {
  const { lower, upper } = coverageBounds(tally);
  expect(knownShare(tally)).toBe(share);
  expect(knownShare(tally)).toBeCloseTo(1 - (upper - lower), 12);
});

it('refuses an area without hospitals', () => {
  expect(() => knownShare({ yes: 0, no: 0, frame: 0 })).toThrow(RangeError);
});
