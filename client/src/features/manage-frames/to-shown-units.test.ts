import { describe, expect, it } from 'vitest';

import { type FrameState, parseFrameState, withFrameState } from './frame-state.js';
import type { ShownUnit } from './manage-frames.graphql.js';
import { isUndecided, toShownUnits } from './to-shown-units.js';

const unit = (odsCode: string, values: Partial<ShownUnit> = {}): ShownUnit => ({
  siteId: odsCode,
  odsCode,
  name: `Unreal ${odsCode}`,
  postcode: 'ZZ99 9ZZ',
  town: 'Nowhere',
  trustCode: 'ZZX',
  trust: 'Unreal Trust',
  trustType: 'acute',
  regionCode: 'Y63',
  region: 'North East and Yorkshire',
  sizeBand: 'not_known',
  siteType: 'general',
  edType: 'major',
  openedOn: '',
  closedOn: '',
  mergedInto: '',
  eligibility: 'eligible',
  why: 'General hospital with an emergency department.',
  isDecided: false,
  decidedAt: null,
  ruleEligibility: 'eligible',
  ruleReasons: ['general_ed'],
  aliases: [],
  ...values,
});
const UNITS = [
  unit('ZZ001', {
    town: 'Kingston upon Hull',
    aliases: [{ id: 'a', text: 'Café Wing', source: 'x', byHand: true }],
  }),
  unit('ZZ002', { eligibility: 'unknown' }),
  unit('ZZ003', { eligibility: 'unknown', isDecided: true, regionCode: 'Y56' }),
  unit('ZZ004', { eligibility: 'ineligible', trustType: 'community', sizeBand: 'under_50000' }),
];
const NOTHING: FrameState = parseFrameState(new URLSearchParams());

describe('toShownUnits', () => {
  it.each([
    ['nothing chosen', {}, ['ZZ001', 'ZZ002', 'ZZ003', 'ZZ004']],
    ['words in any order', { text: 'hull kingston' }, ['ZZ001']],
    ['another name without its accent', { text: 'cafe' }, ['ZZ001']],
    ['a code in small letters', { text: 'zz004' }, ['ZZ004']],
    ['not known', { verdict: 'unknown' }, ['ZZ002', 'ZZ003']],
    ['to be decided', { verdict: 'undecided' }, ['ZZ002']],
    ['decided by a person', { verdict: 'decided' }, ['ZZ003']],
    ['a region', { region: 'Y56' }, ['ZZ003']],
    ['a kind of trust', { trustType: 'community' }, ['ZZ004']],
    ['a size', { size: 'under_50000' }, ['ZZ004']],
    ['two that no hospital has', { region: 'Y56', size: 'under_50000' }, []],
  ] as const)('with %s leaves the right ones', (_what, chosen, codes) => {
    expect(toShownUnits(UNITS, { ...NOTHING, ...chosen }).map(({ odsCode }) => odsCode)).toEqual(codes);
  });

  it('tells what stops the freezing', () => {
    expect(UNITS.filter(isUndecided).map(({ odsCode }) => odsCode)).toEqual(['ZZ002']);
  });
});

describe('the address of a frame', () => {
  it('holds every choice, leaves the tab alone and gives the same choices back', () => {
    const state: FrameState = {
      text: 'hull',
      verdict: 'undecided',
      region: 'Y63',
      trustType: 'acute',
      size: 'not_known',
      page: 3,
      site: 'id',
      from: 'acute-ed-2018',
    };
    const address = withFrameState(new URLSearchParams('tab=changes'), state);
    expect(address.get('tab')).toBe('changes');
    expect(parseFrameState(address)).toEqual(state);
    expect(withFrameState(address, NOTHING).toString()).toBe('tab=changes');
  });

  it('takes what it does not understand for not chosen', () => {
    expect(parseFrameState(new URLSearchParams('verdict=maybe&page=-3'))).toEqual(NOTHING);
  });
});
