import { expect, it } from 'vitest';

import { amongRespondents, amongThoseWhoKnow } from './respondent-shares.js';

it.each([
  ['provision, 2017-18', { yes: 31, no: 18, dontKnow: 25 }, 31 / 74, 31 / 49],
  ['in-reach, 2017-18', { yes: 3, no: 62, dontKnow: 9 }, 3 / 74, 3 / 65],
  ['a round in which nobody knew', { yes: 0, no: 0, dontKnow: 2 }, 0, null],
  ['a round in which nobody answered', { yes: 0, no: 0, dontKnow: 0 }, null, null],
])('%s', (_case, counts, respondents, knowing) => {
  expect(amongRespondents(counts)).toBe(respondents);
  expect(amongThoseWhoKnow(counts)).toBe(knowing);
});
