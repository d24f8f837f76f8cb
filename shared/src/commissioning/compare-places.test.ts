import { describe, expect, it } from 'vitest';

import type { LadderCode } from '../analysis/ladder-code.js';
import type { AreaRelease } from './area-release.js';
import { type CompareHospital, comparePlaces, type ComparedPlace } from './compare-places.js';
import { ENGLAND, type ProfileArea } from './profile-area.js';

const hospital = (odsCode: string, icbCode: string, category: LadderCode): CompareHospital => ({
  odsCode,
  name: `Hospital ${odsCode}`,
  regionCode: 'Y1',
  icbCode,
  ccgCode: '01',
  trustCode: 'R1',
  category,
  otherProvision: 'not_known',
  label: `label ${category}`,
  score: category === 'G3' ? 60 : null,
});
const many = (icbCode: string, category: LadderCode, count: number) =>
  Array.from({ length: count }, (_, at) => hospital(`${icbCode}${at}`, icbCode, category));
const release = (
  hospitals: readonly CompareHospital[],
  areaFigures = true,
): AreaRelease<CompareHospital> => ({
  round: { kind: areaFigures ? 'live' : 'published_facts' },
  asAt: '2026-03-01',
  areaFigures,
  responseRate: { answered: 8, frame: 10 },
  indicators: [
    {
      id: 'iapt-in-reach',
      yes: 3,
      no: 4,
      dontKnow: 1,
      notKnown: 2,
      frame: 10,
      lower: 0.3,
      upper: 0.6,
    },
  ],
  hospitals,
});
const place = (code: string, level: ProfileArea['level'] = 'icb'): ComparedPlace => ({
  code,
  name: `Area ${code}`,
  implementers: [],
  services: [],
  area: { level, code, name: `Area ${code}`, regionCode: '', region: '', icbCode: '', population: null },
});
const cellsOf = (rows: ReturnType<typeof comparePlaces>['rows'], id: string) =>
  rows.find((row) => row.id === id)?.cells;

describe('places side by side', () => {
  it('are apart only where their ranges do not touch', () => {
    const { pairs, rows } = comparePlaces(
      [place('A'), place('B'), place('C')],
      release([...many('A', 'G1', 6), ...many('B', 'G4', 6), ...many('C', 'NR', 6)]),
    );
    const inReach = pairs.filter(({ question }) => /in-reach/.test(question));
    expect(inReach.map(({ a, b, apart }) => [a, b, apart])).toEqual([
      ['A', 'B', true],
      ['A', 'C', false],
      ['B', 'C', false],
    ]);
    expect(inReach[0]?.words).toBe('Area A and Area B: apart, higher in Area B.');
    expect(inReach[1]?.words).toMatch(/cannot say/);
    expect(cellsOf(rows, 'iapt-in-reach-range')).toEqual([
      '0.0% to 0.0%',
      '100.0% to 100.0%',
      '0.0% to 100.0%',
    ]);
  });

  it('have counts and no shares under five hospitals', () => {
    const { rows, pairs } = comparePlaces(
      [place('A'), place('B')],
      release([...many('A', 'G1', 4), ...many('B', 'G4', 6)]),
    );
    expect(cellsOf(rows, 'iapt-in-reach-no')?.[0]).toBe('4 of 4');
    expect(cellsOf(rows, 'iapt-in-reach-range')?.[0]).toBe('fewer than five hospitals: counts only');
    expect(cellsOf(rows, 'iapt-in-reach-england')?.[0]).toBe('cannot say');
    expect(pairs.every(({ apart }) => !apart)).toBe(true);
    for (const { id, cells } of rows.filter((row) => !row.id.endsWith('-range')))
      expect(cells[0], id).not.toContain('%');
  });

  it('never turn what a round does not publish by area into a number', () => {
    const { rows } = comparePlaces([place('A')], release(many('A', 'NP', 6), false));
    for (const id of ['iapt-in-reach-yes', 'iapt-in-reach-range', 'iapt-treats-mus-ltc-no'])
      expect(cellsOf(rows, id)).toEqual(['not published by area']);
    expect(cellsOf(rows, 'population')).toEqual(['not known']);
    expect(cellsOf(rows, 'implementers')).toEqual(['not known']);
  });

  it('show a hospital by its own answer, its score, and no range', () => {
    const one: ComparedPlace = {
      code: 'X0',
      name: 'Hospital X0',
      area: null,
      implementers: ['Oldham, wave 1'],
      services: [],
    };
    const { rows } = comparePlaces([one], release(many('X', 'G3', 2)));
    expect(cellsOf(rows, 'services')).toEqual(['nothing recorded, which is not none']);
    expect(cellsOf(rows, 'iapt-in-reach-yes')).toEqual(['this hospital']);
    expect(cellsOf(rows, 'iapt-treats-mus-ltc-yes')).toEqual(['–']);
    expect(cellsOf(rows, 'iapt-treats-mus-ltc-notPublished')).toEqual(['this hospital']);
    expect(cellsOf(rows, 'score')).toEqual(['60 (Hospital X0)']);
    expect(cellsOf(rows, 'iapt-in-reach-range')).toEqual(['a single hospital has no range']);
  });

  it('take England as the release counts it, with silence and not knowing apart', () => {
    const england = { ...place(ENGLAND.code, 'england') };
    const { rows } = comparePlaces([england], release(many('A', 'NP', 10), false));
    const count = (key: string) => cellsOf(rows, `iapt-in-reach-${key}`)?.[0];
    expect(['yes', 'no', 'unknown', 'noReply', 'notPublished'].map(count)).toEqual([
      '3 of 10',
      '4 of 10',
      '1 of 10',
      '2 of 10',
      '0 of 10',
    ]);
    expect(cellsOf(rows, 'iapt-in-reach-england')).toEqual(['this is England']);
  });

  it('are four at most', () => {
    expect(() =>
      comparePlaces(
        ['A', 'B', 'C', 'D', 'E'].map((code) => place(code)),
        release([]),
      ),
    ).toThrow(RangeError);
  });
});
