import { describe, expect, it } from 'vitest';

import { toRaw } from './to-raw.js';

describe('toRaw', () => {
  it('writes stored answers as they would come in', () => {
    expect(
      toRaw({
        hospital: { given: 'RTE03' },
        integration: { given: 0 },
        population: { given: ['adult', 'older'] },
        iapt_treats_mus: { missing: 'dont_know' },
      }),
    ).toEqual({
      hospital: { given: ['RTE03'] },
      integration: { given: ['0'] },
      population: { given: ['adult', 'older'] },
      iapt_treats_mus: { missing: 'dont_know' },
    });
  });
});
