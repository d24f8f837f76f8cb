import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';

import type { ReleasedHospital } from './released-hospital.js';

/** Invented hospitals for tests; no real hospital bears these names or codes. */
export const sampleHospital = (
  odsCode: string,
  category: LadderCode,
  rest: Partial<ReleasedHospital> = {},
): ReleasedHospital => ({
  odsCode,
  name: `DEMO Hospital ${odsCode}`,
  trust: 'Sample Trust',
  trustCode: 'ZZ1',
  regionCode: 'Y99',
  region: 'Sample Region',
  icb: 'Sample ICB',
  icbCode: 'QZZ',
  siteCategory: 'general_ed',
  longitude: -2,
  latitude: 53,
  category,
  label: `label of ${category}`,
  otherProvision: 'not_known',
  isGap: false,
  score: null,
  marker: '',
  ...rest,
});
