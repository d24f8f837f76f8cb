import { describe, expect, it } from 'vitest';

import { toFormCountsPath } from './fetch-form-counts.js';

describe('the address of counts over forms', () => {
  it('names what is chosen and leaves out what is not', () => {
    const none = { region: '', type: '', since: '', until: '' };
    expect(toFormCountsPath('demo 1', none)).toBe('/manage/v1/rounds/demo%201/form-statistics.json');
    expect(toFormCountsPath('r', { ...none, region: 'Y62', until: '2026-02-01' })).toBe(
      '/manage/v1/rounds/r/form-statistics.json?region=Y62&to=2026-02-01',
    );
  });
});
