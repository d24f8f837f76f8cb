import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  AREA_LEVELS,
  AREA_MEASURES,
  CATCHMENT_QUESTIONS,
  EXPLORER_VIEWS,
  type ExplorerState,
  hasFilters,
  MAP_LAYERS,
  parseExplorerState,
  SORT_COLUMNS,
  toSearchParams,
  toSharedAddress,
  withoutFilters,
} from './explorer-state.js';

const read = (query: string) => parseExplorerState(new URLSearchParams(query));

const anyState: fc.Arbitrary<ExplorerState> = fc.record({
  round: fc.constantFrom('', '2017-18', 'demo-2026'),
  measure: fc.constantFrom(...AREA_MEASURES),
  level: fc.constantFrom(...AREA_LEVELS),
  area: fc.constantFrom('', 'Y62', 'QOP'),
  trust: fc.constantFrom('', 'RW6'),
  category: fc.constantFrom('' as const, 'G01' as const, 'NP' as const),
  siteCategory: fc.constantFrom('' as const, 'general_ed' as const),
  text: fc.constantFrom('', 'royal & st "x"', 'Oldham'),
  only: fc.uniqueArray(fc.constantFrom('RW602', 'RH801', 'RA301')),
  selected: fc.constantFrom('', 'RW602'),
  view: fc.constantFrom(...EXPLORER_VIEWS),
  layer: fc.constantFrom(...MAP_LAYERS),
  year: fc.integer({ min: 2011, max: 2022 }),
  beside: fc.constantFrom('', '2017-18'),
  km: fc.constantFrom(0, 5, 20),
  question: fc.constantFrom(...CATCHMENT_QUESTIONS),
  sort: fc.constantFrom(...SORT_COLUMNS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 7 }),
  centre: fc.constantFrom(null, { latitude: 53.5, longitude: -2.25, zoom: 9 }),
});

describe('the address of the map page', () => {
  it('holds everything a visitor chose: what is written is read back the same', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: again, unknown } = parseExplorerState(toSearchParams(state));
        expect(again).toEqual(state);
        expect(unknown).toEqual([]);
      }),
    );
  });

  it('is handed on with the version by which it is to be read', () => {
    const shared = new URL(toSharedAddress('http://127.0.0.1', read('view=map&km=20').state));
    expect(shared.searchParams.get('v')).toBe('1');
    expect(read(shared.search)).toEqual(read('view=map&km=20'));
  });

  it('is empty when nothing was chosen', () => {
    expect(toSearchParams(read('').state).toString()).toBe('');
  });

  it.each([
    ['view=globe', 'view=globe'],
    ['f.cat=G9', 'f.cat=G9'],
    ['geo=ccg', 'geo=ccg'],
    ['sort=colour', 'sort=colour'],
    ['c=1,2,3', 'c=1,2,3'],
    ['c=53,-2,99', 'c=53,-2,99'],
    ['c=51,,7', 'c=51,,7'],
    ['page=-3', 'page=-3'],
    ['page=two', 'page=two'],
    ['layer=rivers', 'layer=rivers'],
    ['year=1999', 'year=1999'],
    ['km=7', 'km=7'],
    ['v=2', 'v=2'],
  ])('names what it does not understand: %s', (query, named) => {
    expect(read(query).unknown).toEqual([named]);
    expect(read(query).state).toEqual(read('').state);
  });

  it('narrows by area with the level that the search gives', () => {
    expect(read('geo=icb&area=QOP').state).toMatchObject({ level: 'icb', area: 'QOP' });
  });

  it('forgets every filter at once, and nothing else', () => {
    const narrowed = read('round=2017-18&area=QOP&f.q=royal&f.only=RW602&view=map&page=3').state;
    expect(hasFilters(narrowed)).toBe(true);
    expect(toSearchParams(withoutFilters(narrowed)).toString()).toBe('round=2017-18&view=map');
    expect(hasFilters(withoutFilters(narrowed))).toBe(false);
  });
});
