import { expect, it } from 'vitest';

import { EMPTY_DRAFT, toDraft, toFacts } from './service-draft.js';

it.each([
  ['', null],
  [' 4,5 ', 4.5],
  ['0', 0],
  ['many', -1],
])('staff typed as %j is sent as %s', (wte, sent) => expect(toFacts({ ...EMPTY_DRAFT, wte }).wte).toBe(sent));

it('a tier goes with a liaison team only', () => {
  const draft = { ...EMPTY_DRAFT, tier: 'core24' as const };
  expect(toFacts(draft).tier).toBe('core24');
  expect(toFacts({ ...draft, kind: 'pain' }).tier).toBe('not_known');
});

it('what is stored comes back as it is, staff that is not known as an empty box', () => {
  const { deliveries: _none, ...facts } = toFacts(EMPTY_DRAFT);
  const hospitals = [{ odsCode: 'RW603', hospital: 'The Royal Oldham Hospital', how: 'on_site' as const }];
  const stored = { ...facts, wte: null, id: 'a', revision: 3, knownFacts: 1, fadedFacts: 0, hospitals };
  const draft = toDraft(stored);
  expect(draft).toEqual({ ...EMPTY_DRAFT, deliveries: hospitals });
  expect(toFacts(draft).deliveries).toEqual([{ odsCode: 'RW603', how: 'on_site' }]);
});
