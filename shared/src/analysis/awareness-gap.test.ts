import { expect, it } from 'vitest';

import { awarenessGap } from './awareness-gap.js';

it.each([
  ['provision, 2017-18', { yes: 31, no: 18, dontKnow: 25 }, 25 / 74],
  ['in-reach, 2017-18', { yes: 3, no: 62, dontKnow: 9 }, 9 / 74],
  ['a round in which everybody knew', { yes: 1, no: 1, dontKnow: 0 }, 0],
  ['a round in which nobody answered', { yes: 0, no: 0, dontKnow: 0 }, null],
])('%s', (_case, counts, share) => {
  expect(awarenessGap(counts)).toBe(share);
});
