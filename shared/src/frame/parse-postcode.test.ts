import { describe, expect, it } from 'vitest';

import { parsePostcode } from './parse-postcode.js';

describe('parsePostcode', () => {
  it.each([
    ['OL1', 'OL1', ''],
    [' ol1 ', 'OL1', ''],
    ['ol12jh', 'OL1', 'OL1 2JH'],
    ['OL12', 'OL12', ''],
    ['OL12 0NB', 'OL12', 'OL12 0NB'],
    ['W1A 1AA', 'W1A', 'W1A 1AA'],
    ['EC1A1BB', 'EC1A', 'EC1A 1BB'],
  ])('reads %j as %s', (text, outcode, full) => {
    expect(parsePostcode(text)).toEqual({ outcode, full });
  });

  it.each(['', 'Hull', 'RW603', 'OL1 2J', 'O L1', '12', 'Q1E 2'])('takes %j for no postcode', (text) => {
    expect(parsePostcode(text)).toBeUndefined();
  });
});
