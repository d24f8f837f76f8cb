import { expect, it } from 'vitest';

import { whoMay } from './who-may.js';

it('names the roles that the permissions are for', () => {
  expect(whoMay(['ManagePeople'])).toBe('administrators');
  expect(whoMay(['PlanRound'])).toBe('administrators and survey leads');
  expect(whoMay(['ManageCoding', 'CodeComments'])).toBe('survey leads and coders');
  expect(whoMay(['ReadLiveRound'])).toBe('survey leads, cleaners and analysts');
});
