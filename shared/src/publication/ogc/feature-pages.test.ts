import { describe, expect, it } from 'vitest';

import { toFeatureAnswer, toFeaturePage } from './feature-pages.js';
import type { CollectionHead, FeatureSet } from './feature-set.js';
import { type ItemsQuery, parseItemsQuery } from './items-query.js';
import { soundArea } from './sound-area.js';

const BASE = 'https://atlas.example/open/v1';
const HEAD: CollectionHead = {
  id: 'things',
  title: 'Things',
  description: '',
  ofRound: true,
  filters: [{ name: 'colour', description: '', example: 'red' }],
};
const SET: FeatureSet = {
  version: '1',
  about: { attribution: 'Us' },
  time: null,
  features: Array.from({ length: 250 }, (_, at) => ({
    type: 'Feature',
    id: `t${at}`,
    geometry: at === 0 ? null : { type: 'Point', coordinates: [at, 0] },
    properties: { colour: at % 2 === 0 ? 'red' : 'blue', at },
  })),
};

const asked = (parameters: Record<string, unknown>): ItemsQuery => {
  const query = parseItemsQuery(parameters, HEAD);
  if (!query.ok) throw new Error(query.problems[0]?.message);
  return query.value;
};
const page = (parameters: Record<string, unknown>) =>
  toFeaturePage(BASE, HEAD, SET, asked(parameters), 'now');
const hrefs = (links: readonly { readonly rel: string; readonly href: string }[]): Record<string, string> =>
  Object.fromEntries(links.map(({ rel, href }) => [rel, href]));

describe('a page of features', () => {
  it('has a hundred, says how many there are, and leads to the next', () => {
    const first = page({});
    expect([first.numberMatched, first.numberReturned, first.features.length]).toEqual([250, 100, 100]);
    expect(hrefs(first.links)).toEqual({
      self: `${BASE}/collections/things/items`,
      next: `${BASE}/collections/things/items?offset=100`,
      collection: `${BASE}/collections/things`,
    });
  });

  it('keeps what was asked in the ways to the other pages', () => {
    const { links } = page({ limit: '20', offset: '60', colour: 'red', bbox: '-1,-1,180,1', f: 'json' });
    expect(hrefs(links)).toMatchObject({
      next: `${BASE}/collections/things/items?bbox=-1,-1,180,1&colour=red&f=json&limit=20&offset=80`,
      prev: `${BASE}/collections/things/items?bbox=-1,-1,180,1&colour=red&f=json&limit=20&offset=40`,
    });
  });

  it('leads through all features, each once', () => {
    const seen: string[] = [];
    for (let next: string | undefined = `${BASE}/collections/things/items?limit=99`; next !== undefined;) {
      const parameters = Object.fromEntries(
        (next.split('?')[1] ?? '').split('&').map((pair) => pair.split('=') as [string, string]),
      );
      const { features, links } = page(parameters);
      seen.push(...features.map(({ id }) => id));
      next = hrefs(links)['next'];
    }
    expect(seen).toEqual(SET.features.map(({ id }) => id));
  });

  it('beyond the last is empty and leads back', () => {
    const beyond = page({ offset: '1000' });
    expect([beyond.numberMatched, beyond.numberReturned]).toEqual([250, 0]);
    expect(Object.keys(hrefs(beyond.links))).toEqual(['self', 'prev', 'collection']);
  });

  it('leaves out what has no place where a place is asked for, and only there', () => {
    expect(page({ bbox: '-180,-90,180,90' }).numberMatched).toBe(180);
    expect(page({ colour: 'red' }).numberMatched).toBe(125);
  });

  it('of a thousand at most, whatever is asked for', () => expect(asked({ limit: '5000' }).limit).toBe(1000));

  it.each([
    [{ colour2: 'red' }, 'colour2'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '-1' }, 'limit'],
    [{ limit: '1.5' }, 'limit'],
    [{ offset: 'x' }, 'offset'],
    [{ bbox: '1' }, 'bbox'],
    [{ datetime: 'today' }, 'datetime'],
    [{ f: 'html' }, 'f'],
    [{ colour: ['red', 'blue'] }, 'colour'],
    [{ crs: 'EPSG:27700' }, 'crs'],
  ])('%j is refused by the name of what is wrong', (parameters, field) => {
    const query = parseItemsQuery(parameters, HEAD);
    expect(query).toMatchObject({
      ok: false,
      problems: [{ code: 'BAD_INPUT', field, mend: expect.stringMatching(/\w/) }],
    });
  });
});

it('one feature knows its own address, with the round it is of', () => {
  const [first] = SET.features;
  const { links } = toFeatureAnswer(BASE, HEAD, SET, first!, '2017-18');
  expect(hrefs(links)).toEqual({
    self: `${BASE}/collections/things/items/t0?round=2017-18`,
    collection: `${BASE}/collections/things`,
  });
});

describe('an area', () => {
  const outline = [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ];
  const speck = [
    [5, 5],
    [6, 6],
    [5, 5],
    [5, 5],
  ];
  it('has its outline against the clock and its holes with it', () => {
    expect(soundArea({ type: 'Polygon', coordinates: [outline, outline.toReversed()] })).toEqual({
      type: 'Polygon',
      coordinates: [outline.toReversed(), outline],
    });
  });
  it('loses specks without a surface, and is one polygon when one is left', () => {
    expect(soundArea({ type: 'MultiPolygon', coordinates: [[speck], [outline]] })).toEqual({
      type: 'Polygon',
      coordinates: [outline.toReversed()],
    });
    expect(soundArea({ type: 'MultiPolygon', coordinates: [[speck]] })).toBeNull();
  });
});
