import { expect, it } from 'vitest';

import { asksConsent } from './asks-consent.js';
import { INSTRUMENT_V1_1 } from './instruments/v1-1.js';

it('knows whether consent is asked', () => {
  expect(asksConsent(INSTRUMENT_V1_1)).toBe(true);
  expect(asksConsent({ ...INSTRUMENT_V1_1, pages: [] })).toBe(false);
});
