import { describe, expect, it } from 'vitest';

import type { AreaRecord, OutcodeRecord, ReferenceHospital, TrustRecord } from './frame-records.js';
import { searchFrame } from './search-frame.js';
import { toSearchIndex } from './search-index.js';

const area = (level: AreaRecord['level'], code: string, name: string, icbCode = ''): AreaRecord => ({
  level,
  code,
  name,
  regionCode: 'Y62',
  region: 'North West',
  icbCode,
});
const areas = [
  area('region', 'Y62', 'North West'),
  area('icb', 'QOP', 'NHS Greater Manchester Integrated Care Board', 'QOP'),
  area('ccg', '00Y', 'NHS Oldham CCG', 'QOP'),
];

const hospital = (
  odsCode: string,
  name: string,
  more: Partial<ReferenceHospital> = {},
): ReferenceHospital => ({
  siteId: odsCode,
  odsCode,
  laterOdsCodes: [],
  name,
  aliases: [],
  postcode: 'OL9 9ZZ',
  town: 'Oldham',
  latitude: 53.55,
  longitude: -2.12,
  siteCategory: 'general_ed',
  majorEd: 'yes',
  trustCode: 'RW6',
  trust: 'Pennine Acute Hospitals NHS Trust',
  successorTrust: null,
  regionCode: 'Y62',
  region: 'North West',
  icbCode: 'QOP',
  icb: 'NHS Greater Manchester Integrated Care Board',
  ccgCode: '00Y',
  ccg: 'NHS Oldham CCG',
  notes: '',
  ...more,
});
const hospitals = [
  hospital('RW603', 'Royal Oldham Hospital', { postcode: 'OL1 2JH', laterOdsCodes: ['RM317'] }),
  hospital('RW601', 'Fairfield General Hospital', { town: 'Bury', latitude: 53.6 }),
  hospital('RW604', 'Rochdale Infirmary', {
    town: 'Rochdale',
    latitude: 53.62,
    siteCategory: 'acute_site_no_type1_ed',
  }),
  hospital('RF4QH', "Queen's Hospital (Romford)", {
    town: 'Romford',
    latitude: 51.57,
    longitude: 0.18,
    aliases: ["Queen's Hospital"],
  }),
  hospital('RYJ01', "St Mary's Hospital (Paddington)", { town: 'London', latitude: 51.52, longitude: -0.17 }),
];
const trusts: TrustRecord[] = [
  {
    odsCode: 'RW6',
    name: 'Pennine Acute Hospitals NHS Trust',
    trustType: 'acute',
    notes: '',
    successors: [
      { code: 'RM3', name: 'Northern Care Alliance NHS Foundation Trust', effectiveOn: '2021-10-01' },
    ],
  },
  {
    odsCode: 'RM3',
    name: 'Salford Royal NHS Foundation Trust',
    trustType: 'acute',
    notes: '',
    successors: [],
  },
];
const outcode = (code: string, more: Partial<OutcodeRecord> = {}): OutcodeRecord => ({
  code,
  latitude: 53.54,
  longitude: -2.11,
  englandShare: 1,
  icbCode: 'QOP',
  icbShare: 1,
  ccgCode: '00Y',
  ccgShare: 1,
  ...more,
});
const outcodes = [
  outcode('OL1'),
  outcode('RM3', { latitude: 51.6, longitude: 0.2 }),
  outcode('SK14', { icbShare: 0.69 }),
  outcode('CH4', { englandShare: 0.2 }),
  outcode('LL11', { englandShare: 0 }),
];
const index = toSearchIndex({
  hospitals,
  trusts,
  areas,
  outcodes: new Map(outcodes.map((one) => [one.code, one])),
});
const found = (text: string, take?: number) =>
  searchFrame(index, text, take).map(({ kind, code }) => `${kind} ${code}`);

describe('searchFrame', () => {
  it.each([
    ['a name', 'Royal Oldham Hospital', 'hospital RW603'],
    ['the beginning of a name', 'oldh', 'hospital RW603'],
    ['a name without its apostrophe', 'queens hospital romford', 'hospital RF4QH'],
    ['a saint in full', 'Saint Marys', 'hospital RYJ01'],
    ['a town', 'bury', 'hospital RW601'],
    ['an ODS code', 'rw604', 'hospital RW604'],
    ['the code a hospital got after a merger', 'RM317', 'hospital RW603'],
    ['a trust', 'pennine acute', 'trust RW6'],
    ['the later name of a trust', 'northern care alliance', 'trust RW6'],
    ['an ICB', 'greater manchester', 'icb QOP'],
    ['a CCG of 2018', 'NHS Oldham CCG', 'ccg 00Y'],
    ['a region', 'north west', 'region Y62'],
  ])('finds %s', (_what, text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  it('answers a postcode with its ICB and the nearest hospitals of the frame', () => {
    expect(found('OL1')).toEqual(['postcode OL1', 'hospital RW603', 'hospital RW601', 'hospital RYJ01']);
    expect(searchFrame(index, 'OL1')[0]).toMatchObject({
      detail: 'In NHS Greater Manchester Integrated Care Board',
      path: '/areas/QOP?from=OL1',
    });
  });

  it('puts the hospital that has the very postcode first', () => {
    expect(found('ol12jh')[0]).toBe('hospital RW603');
  });

  it('says "mostly" when less than 70 % of the addresses lie in the ICB', () => {
    expect(searchFrame(index, 'SK14')[0]?.detail).toBe(
      'Mostly in NHS Greater Manchester Integrated Care Board',
    );
    expect(searchFrame(index, 'CH4')[0]?.detail).toBe(
      'Mostly outside England; the English part lies in NHS Greater Manchester Integrated Care Board',
    );
  });

  it('finds both when a trust code is also a postcode', () => {
    expect(found('RM3').slice(0, 2)).toEqual(['trust RM3', 'postcode RM3']);
  });

  it.each(['', '   ', 'Aberdeen', 'LL11', 'ZZ99', 'oldham aberdeen'])('finds nothing for %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('does not let words that every hospital has hide what was meant', () => {
    expect(found('the royal rochdale hospital')).toEqual(['hospital RW604']);
    expect(found('general hospital')).toEqual(['hospital RW601']);
  });

  it('names each thing once and no more than asked for', () => {
    expect(found('RW603').filter((hit) => hit === 'hospital RW603')).toHaveLength(1);
    expect(found('oldham').filter((hit) => hit === 'ccg 00Y')).toHaveLength(1);
    expect(found('nhs', 2)).toHaveLength(2);
  });
});
