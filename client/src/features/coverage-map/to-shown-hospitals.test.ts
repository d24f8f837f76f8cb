import { describe, expect, it } from 'vitest';

import { type ExplorerState, parseExplorerState } from './explorer-state.js';
import { sampleHospital } from './sample-hospitals.js';
import { toShownHospitals } from './to-shown-hospitals.js';

const hospitals = [
  sampleHospital('ZB', 'G1', { name: 'DEMO St Luke’s', icbCode: 'QAA', trustCode: 'ZZ2' }),
  sampleHospital('ZA', 'NR', { name: 'DEMO Royal', regionCode: 'Y01' }),
  sampleHospital('ZC', 'G4', { name: 'DEMO City', siteCategory: 'general_ed_part_time' }),
];
const base = parseExplorerState(new URLSearchParams()).state;
const shown = (change: Partial<ExplorerState>) =>
  toShownHospitals(hospitals, { ...base, ...change }).map(({ odsCode }) => odsCode);

describe('the hospitals shown', () => {
  it.each<[string, Partial<ExplorerState>, string[]]>([
    ['all, by name', {}, ['ZC', 'ZA', 'ZB']],
    ['those of an ICB', { area: 'QAA' }, ['ZB']],
    ['those of a region', { area: 'Y01' }, ['ZA']],
    ['those of a trust', { trust: 'ZZ2' }, ['ZB']],
    ['those of a category', { category: 'NR' }, ['ZA']],
    ['those of a kind of site', { siteCategory: 'general_ed_part_time' }, ['ZC']],
    ['those of an opened group', { only: ['ZA', 'ZB'] }, ['ZA', 'ZB']],
    ['those that a text names, with or without its apostrophe', { text: 'st lukes' }, ['ZB']],
    ['none, where nothing fits', { text: 'nowhere' }, []],
    ['from the other end', { descending: true }, ['ZB', 'ZA', 'ZC']],
    ['in the order of the ladder', { sort: 'category' }, ['ZA', 'ZC', 'ZB']],
  ])('are %s', (_, change, codes) => {
    expect(shown(change)).toEqual(codes);
  });
});
