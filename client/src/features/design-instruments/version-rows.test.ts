import { describe, expect, it } from 'vitest';

import { newestOf } from './version-rows.js';

describe('the newest version of a series', () => {
  it('is by number, and never a pilot', () => {
    const versions = ['1.9', '1.10', '1.2', '1.11-pilot.1'].map((version) => ({ key: 'a', version }));
    expect([...newestOf([...versions, { key: 'b', version: '1.0-pilot.1' }])]).toEqual([['a', '1.10']]);
  });
});
