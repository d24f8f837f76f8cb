import { describe, expect, it } from 'vitest';

import { parseExplorerState } from './explorer-state.js';
import { sampleHospital } from './sample-hospitals.js';
import { toKnownState } from './to-known-state.js';

const read = (query: string) =>
  toKnownState(parseExplorerState(new URLSearchParams(query)).state, [sampleHospital('ZZA01', 'G1')]);

describe('codes in an old link', () => {
  it('are kept where a hospital of the round has them', () => {
    const { state, unknown } = read('area=QZZ&f.trust=ZZ1&sel=ZZA01&f.only=ZZA01');
    expect(state).toMatchObject({ area: 'QZZ', trust: 'ZZ1', selected: 'ZZA01', only: ['ZZA01'] });
    expect(unknown).toEqual([]);
  });

  it('are left out and named where none has them', () => {
    const { state, unknown } = read('area=Q99&f.trust=XXX&sel=OLD01&f.only=OLD01~ZZA01');
    expect(state).toMatchObject({ area: '', trust: '', selected: '', only: ['ZZA01'] });
    expect(unknown).toEqual(['f.only', 'area=Q99', 'f.trust=XXX', 'sel=OLD01']);
  });
});
