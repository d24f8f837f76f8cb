import { describe, expect, it } from 'vitest';

import { parseExplorerState } from './explorer-state.js';
import type { ShownRelease } from './released-hospital.js';
import { sampleHospital } from './sample-hospitals.js';
import {
  publishedGroupName,
  toAnnouncement,
  toAreaPaints,
  toExplorerTitle,
  toLegend,
  toMapPoints,
} from './to-map-picture.js';

const release: ShownRelease = {
  round: { id: 'demo', title: 'Sample round', kind: 'synthetic' },
  number: 1,
  kind: 'interim',
  publishedAt: '2026-01-01T00:00:00.000Z',
  asAt: '2026-01-01T00:00:00.000Z',
  areaFigures: true,
  hospitals: [
    sampleHospital('Z1', 'G3', { score: 59 }),
    sampleHospital('Z2', 'G1', {
      label: 'IAPT treats MUS/LTC, no IAPT in-reach reported; other provision not known',
    }),
    sampleHospital('Z3', 'G1'),
    sampleHospital('Z4', 'NR'),
    sampleHospital('Z5', 'NR'),
    sampleHospital('Z6', 'G1', { regionCode: 'Y00', region: 'Small Region' }),
  ],
};
const state = (query: string) => parseExplorerState(new URLSearchParams(query)).state;

describe('the map of a release', () => {
  it('says of every hospital in words what its mark says', () => {
    expect(toMapPoints(release.hospitals, 'synthetic')[0]?.accessibleName).toBe(
      'DEMO Hospital Z1: label of G3, integration 59 of 100',
    );
    expect(toMapPoints(release.hospitals, 'synthetic')[3]?.accessibleName).toBe(
      'DEMO Hospital Z4: label of NR',
    );
  });

  it('announces how many are shown and how many of them report no in-reach', () => {
    expect(toAnnouncement(release.hospitals, 'synthetic')).toBe(
      '6 hospitals shown, 3 where no in-reach is reported',
    );
    expect(toAnnouncement([], 'synthetic')).toBe('0 hospitals shown, 0 where no in-reach is reported');
  });

  it('says of published facts how little they say, on the map as in the announcement', () => {
    const published = [sampleHospital('Z1', 'G3'), sampleHospital('Z2', 'NP'), sampleHospital('Z3', 'NP')];
    expect(toAnnouncement(published, 'published_facts')).toBe(
      '3 hospitals shown: 1 with in-reach, 2 not published',
    );
    const points = toMapPoints(published, 'published_facts');
    expect(points.map(({ standsAlone }) => standsAlone)).toEqual([true, false, false]);
    expect(publishedGroupName(points.slice(1))).toBe('2 hospitals: 0 with in-reach, 2 not published');
    expect(toMapPoints(published, 'synthetic').some(({ standsAlone }) => standsAlone)).toBe(false);
  });

  it('colours a region with enough replies and hatches one with too few', () => {
    const paints = toAreaPaints(release, state('ind=in-reach'));
    expect(paints.get('Y99')).toMatchObject({ hatched: false, label: '33%' });
    expect(paints.get('Y00')).toMatchObject({ hatched: true, label: '' });
  });

  it('colours nothing where the round has no figures by area', () => {
    expect(toAreaPaints({ ...release, areaFigures: false }, state('ind=in-reach')).size).toBe(0);
    expect(toAreaPaints(release, state('')).size).toBe(0);
  });

  it('carries the word SYNTHETIC and the chosen area in its title', () => {
    expect(toExplorerTitle(release, state('area=Y00'))).toBe(
      'IAPT and liaison psychiatry, hospital by hospital: Small Region, SYNTHETIC: Sample round',
    );
  });

  it('lists in the legend only the marks that occur, without words about a single hospital', () => {
    expect(toLegend(release.hospitals).map(({ code, count }) => [code, count])).toEqual([
      ['NR', 2],
      ['G3', 1],
      ['G1', 3],
    ]);
    expect(toLegend(release.hospitals)[2]?.text).toBe('IAPT treats MUS/LTC, no IAPT in-reach reported');
  });
});
