import { describe, expect, it } from 'vitest';

import { sampleHospital } from '../sample-hospitals.js';
import { CASE_STUDY_HOSPITALS, toCaseLayer } from './case-layer.js';
import { casePlacesQuery } from './layers.graphql.js';
import { toProgrammeLayer, toProgrammePaints } from './programme-layer.js';
import { toTierLayer } from './tier-layer.js';
import { toTrustLayer } from './trust-layer.js';
import { toTrusts } from './to-trusts.js';

const counts = (legend: readonly { text: string; count: number }[]) =>
  Object.fromEntries(legend.map(({ text, count }) => [text, count]));

describe('the layer of trusts', () => {
  const of = (trustCode: string) => ({ trustCode, trust: `Trust ${trustCode}` });
  const hospitals = [
    sampleHospital('Z1', 'G3', of('ZA1')),
    sampleHospital('Z2', 'NR', { ...of('ZA1'), latitude: 54 }),
    sampleHospital('Z3', 'NR', of('ZB1')),
    sampleHospital('Z4', 'DK', of('ZC1')),
    sampleHospital('Z5', 'NP', of('ZD1')),
    sampleHospital('Z6', 'G1', of('ZD1')),
  ];

  it('says how many of its hospitals answered, and nothing where some are not named', () => {
    expect(toTrusts(hospitals).map(({ code, mark, text }) => [code, mark, text])).toEqual([
      ['ZA1', 'trust_some', '1 of 2 hospitals answered'],
      ['ZB1', 'trust_none', '0 of 1 hospital answered'],
      ['ZC1', 'trust_all', '1 of 1 hospital answered'],
      ['ZD1', 'trust_not_published', '2 hospitals; how many answered is not published'],
    ]);
  });

  it('has one mark a trust, in the middle of its hospitals, and the counts of the legend add up', () => {
    const { points, legend } = toTrustLayer(hospitals);
    expect(points).toHaveLength(4);
    expect(points[0]).toMatchObject({ id: 'ZA1', latitude: 53.5 });
    expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });
});

describe('the layer of liaison tiers', () => {
  const hospitals = [sampleHospital('Z1', 'G3'), sampleHospital('Z2', 'NR')];

  it('says "not known" of every hospital while nobody recorded a tier, and never "none"', () => {
    const { points, announcement, legend } = toTierLayer(hospitals, new Map());
    expect(points.map(({ code }) => code)).toEqual(['tier_not_known', 'tier_not_known']);
    expect(announcement).toBe('2 hospitals shown, tier of the liaison team known of 0');
    expect(counts(legend)).toEqual({ 'Tier not known': 2 });
  });

  it('keeps a team that reaches no model apart from one of which it is not known', () => {
    const recorded = { tier: 'none', confirmedOn: '2026-01-02', isFaded: false } as const;
    const { legend } = toTierLayer(hospitals, new Map([['Z1', recorded]]));
    expect(counts(legend)).toEqual({ 'No tier: a team that reaches no model': 1, 'Tier not known': 1 });
  });

  it('does not count on a tier that has faded, and says what it was', () => {
    const recorded = { tier: 'core24', confirmedOn: '2020-01-02', isFaded: true } as const;
    const { legend, points } = toTierLayer(hospitals, new Map([['Z1', recorded]]));
    expect(counts(legend)).toEqual({ 'Tier not known': 2 });
    expect(points[0]?.accessibleName).toMatch(/liaison team: Tier not known: was Core 24, faded/);
  });
});

const site = (programme: string, wave: number, ...ccgCodes: string[]) => ({
  id: `${programme}-${wave}-${ccgCodes.join('-')}`,
  programme,
  wave,
  name: 'Somewhere',
  ccgNames: '',
  ccgCodes,
  conditions: '',
});
const programme = {
  pathfinderWaves: [{ programme: 'pathfinder', wave: 1, total: 15 }],
  waves: [
    { programme: 'early_implementer', wave: 1, total: 22 },
    { programme: 'early_implementer', wave: 2, total: 15 },
  ],
  pathfinderSites: [site('pathfinder', 1, '14Y')],
  sites: [
    site('early_implementer', 1, '14Y'),
    site('early_implementer', 2, '02T'),
    site('early_implementer', 2),
  ],
};

describe('the layer of the programme', () => {
  it.each([
    [2011, '2011, before: 0 sourced of 0 sites begun by then', []],
    [2012, '2012, pathfinders: 1 sourced of 15 sites begun by then', ['14Y']],
    [2016, '2016, wave 1: 2 sourced of 37 sites begun by then', ['14Y']],
    [2022, '2022, since then: 4 sourced of 52 sites begun by then', ['14Y', '02T']],
  ])('shows in %i what had begun by then', (year, words, codes) => {
    const { announcement, areas, points } = toProgrammeLayer(programme, year);
    expect(announcement).toBe(words);
    expect([...(areas?.paints.keys() ?? [])]).toEqual(codes);
    expect(points).toEqual([]);
  });

  it('writes on an area of two parts the sign of both, so that no colour has to be told apart', () => {
    const paints = toProgrammePaints([...programme.pathfinderSites, ...programme.sites]);
    expect(paints.get('14Y')).toMatchObject({ label: 'P1 W1', always: true });
    expect(paints.get('02T')).toMatchObject({ label: 'W2' });
  });

  it('says from 2018 on that all were asked, and that who did it is not known', () => {
    expect(toProgrammeLayer(programme, 2017).note).not.toContain('all CCGs were asked');
    expect(toProgrammeLayer(programme, 2018).note).toContain('which did is not known');
  });
});

describe('the layer of case studies', () => {
  it('asks where each hospital lies that a source names', () => {
    const asked = [...JSON.stringify(casePlacesQuery).matchAll(/"value":"([A-Z0-9]{5})"/g)].map(
      ([, code]) => code,
    );
    expect(asked.toSorted()).toEqual([...CASE_STUDY_HOSPITALS].toSorted());
  });

  it('marks only hospitals that a source names, and says of how many studies there is no place', () => {
    const { points, note, announcement } = toCaseLayer(
      new Map([['RWA01', { latitude: 53.7, longitude: -0.4 }]]),
    );
    expect(points.map(({ accessibleName }) => accessibleName)).toEqual([
      expect.stringMatching(/^Case study E: .*Hull Royal Infirmary$/),
    ]);
    expect(announcement).toBe('10 case studies, 1 of them at 1 hospital on the map');
    expect(note).toContain('9 case studies have no place on the map');
  });
});
