import { describe, expect, it } from 'vitest';

import { allInstruments, findInstrument, getInstrument } from './registry.js';

describe('the versions of the questionnaire', () => {
  it('are 1.0 and 1.1 of one instrument', () => {
    expect(allInstruments.map(({ key, version }) => `${key} ${version}`)).toEqual([
      'iapt-liaison 1.0',
      'iapt-liaison 1.1',
    ]);
  });

  it('are found by number', () => {
    expect(findInstrument('1.1')?.version).toBe('1.1');
    expect(getInstrument('1.0').version).toBe('1.0');
  });

  it('does not take another version for one that it does not know', () => {
    expect(findInstrument('1')).toBeUndefined();
    expect(() => getInstrument('2.0')).toThrow('no version 2.0');
  });
});
