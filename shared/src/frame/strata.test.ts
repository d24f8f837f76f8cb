import { describe, expect, it } from 'vitest';

import { UNKNOWN_FACTS } from './frame-facts.js';
import { SIZE_BANDS, sizeBandWords, strataOf, TRUST_STRATA, trustStratumWords } from './strata.js';

describe('strataOf', () => {
  it.each([
    ['', 'not_known'],
    ['many', 'not_known'],
    ['0', 'under_50000'],
    ['49999', 'under_50000'],
    ['50000', '50000_to_99999'],
    ['99999', '50000_to_99999'],
    ['100000', '100000_and_over'],
  ])('puts %j attendances into %s', (ed_attendances, band) => {
    expect(strataOf({ ...UNKNOWN_FACTS, ed_attendances }).sizeBand).toBe(band);
  });

  it('keeps what is not known as a stratum of its own', () => {
    expect(strataOf({ ...UNKNOWN_FACTS, trust_type: 'not_known' })).toEqual({
      regionCode: '',
      trustType: 'not_known',
      sizeBand: 'not_known',
    });
    expect(strataOf({ ...UNKNOWN_FACTS, trust_type: 'acute', region_code: 'Y63' })).toMatchObject({
      trustType: 'acute',
      regionCode: 'Y63',
    });
  });

  it('has words for every stratum', () => {
    expect(new Set([...SIZE_BANDS.map(sizeBandWords), ...TRUST_STRATA.map(trustStratumWords)]).size).toBe(9);
  });
});
