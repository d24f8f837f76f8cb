import { describe, expect, it } from 'vitest';

import { shareSums } from './share-sums.js';

const row = {
  yes: 31,
  no: 18,
  dontKnow: 25,
  frame: 179,
  lower: 31 / 179,
  upper: 161 / 179,
  amongRespondents: 31 / 74,
  amongThoseWhoKnow: 31 / 49,
};

describe('the sums behind shares', () => {
  it('give the counts that each share was divided from', () => {
    const [between, among, known] = shareSums(row);
    expect(between).toContain('at least 31 and at most 161 of 179');
    expect(among).toContain('31 of 74');
    expect(known).toContain('31 of 49');
  });

  it('leave out what is not given or hidden', () => {
    expect(
      shareSums({ ...row, dontKnow: null, amongRespondents: null, amongThoseWhoKnow: null }),
    ).toHaveLength(1);
    expect(
      shareSums({ ...row, lower: null, upper: null, amongRespondents: null, amongThoseWhoKnow: null }),
    ).toEqual([]);
    expect(shareSums({ ...row, yes: null, no: null })).toEqual([]);
  });
});
