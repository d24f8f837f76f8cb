import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ORIGIN = 'https://atlas.example';
const GEO_JSON = 'application/geo+json; charset=utf-8';
const errorSchema = JSON.parse(
  readFileSync(new URL('../../shared/contracts/open-v1/error.schema.json', import.meta.url), 'utf8'),
) as object;
const isRefusal = new Ajv2020({ strict: true }).compile(errorSchema);

type Links = readonly { readonly rel: string; readonly href: string; readonly type: string }[];
const linkOf = (links: Links, rel: string): string | undefined =>
  links.find((link) => link.rel === rel)?.href.replace(ORIGIN, '');

/** Signed surface of a ring; above 0 = against the clock. */
const surface = (ring: readonly (readonly number[])[]): number =>
  ring.reduce((sum, [x1 = 0, y1 = 0], at) => {
    const [x2 = 0, y2 = 0] = ring[at + 1] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);

describe('OGC API Features', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: ORIGIN });
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => {
    const answer = await server.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
  const items = (collection: string, query = ''): Promise<any> =>
    json(`/open/v1/collections/${collection}/items${query}`);
  const idsOf = ({ features }: any): string[] => features.map(({ id }: { id: string }) => id);

  it('is entered by one address, from which a GIS finds everything by links alone', async () => {
    const { links } = await json('/open/v1');
    for (const rel of ['self', 'service-desc', 'service-doc', 'conformance', 'data'])
      expect(linkOf(links, rel), rel).toBeDefined();
    const { conformsTo } = await json(linkOf(links, 'conformance')!);
    for (const part of ['core', 'geojson', 'oas30'])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`);
    const { collections } = await json(linkOf(links, 'data')!);
    expect(collections.map(({ id }: any) => id)).toEqual([
      'hospitals',
      'areas',
      'early-implementers',
      'case-studies',
    ]);
    for (const collection of collections) {
      expect(collection.crs).toEqual(['http://www.opengis.net/def/crs/OGC/1.3/CRS84']);
      expect(await json(linkOf(collection.links, 'self')!)).toEqual(collection);
      const page = await json(linkOf(collection.links, 'items')!);
      expect(page).toMatchObject({ type: 'FeatureCollection', numberReturned: page.features.length });
      expect(page.numberMatched).toBeGreaterThan(5);
      expect(Date.parse(page.timeStamp)).toBeGreaterThan(0);
      expect(page).not.toHaveProperty('crs');
      const [first] = page.features;
      const one = await json(`${linkOf(collection.links, 'self')}/items/${first.id}`);
      expect(one).toMatchObject(first);
      expect(linkOf(one.links, 'collection')).toBe(linkOf(collection.links, 'self'));
    }
  });

  it('shows hospitals as the newest release of real answers has them, and another round when asked', async () => {
    const real = await items('hospitals', '?limit=1000');
    const file = await json('/open/v1/rounds/2017-18/hospitals.geojson');
    expect(real.features).toEqual(file.features);
    expect(real).toMatchObject({
      round: '2017-18',
      kind: 'published-facts',
      release: file.release,
      attribution: file.attribution,
    });
    const demo = await items('hospitals', '?round=demo-2026&limit=3');
    expect(demo).toMatchObject({ kind: 'synthetic', notice: expect.stringMatching(/^SYNTHETIC/) });
    for (const { properties } of demo.features) expect(properties.name).toMatch(/^DEMO /);
    expect(linkOf(demo.links, 'next')).toContain('round=demo-2026');
  });

  it('leads through all pages, each hospital once', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/open/v1/collections/hospitals/items';
    let pages = 0;
    for (; next !== undefined; pages += 1) {
      const page = await json(next);
      expect(page.numberMatched).toBe(175);
      seen.push(...idsOf(page));
      next = linkOf(page.links, 'next');
    }
    expect([pages, seen.length, new Set(seen).size]).toEqual([2, 175, 175]);
  });

  it('finds what lies in a box, areas by their shape and not by their corners alone', async () => {
    const oldham = '?bbox=-2.14,53.54,-2.10,53.56&limit=1000';
    expect(idsOf(await items('hospitals', oldham))).toContain('RW603');
    expect(idsOf(await items('areas', `${oldham}&level=icb`))).toEqual(['QOP']);
    expect(idsOf(await items('areas', '?bbox=-2.12,53.55,-2.12,53.55&level=ccg'))).toEqual(['00Y']);
    expect((await items('hospitals', '?bbox=170,-10,-170,10')).numberMatched).toBe(0);
    expect((await items('hospitals', '?bbox=-10,45,10,60')).numberMatched).toBe(175);
    // The same box the long way round, over the antimeridian.
    expect((await items('hospitals', '?bbox=10,45,-10,60')).numberMatched).toBe(0);
  });

  it('finds what was true at a time', async () => {
    const at = async (collection: string, datetime: string): Promise<number> =>
      (await items(collection, `?datetime=${datetime}`)).numberMatched;
    expect(await at('hospitals', '2018-01-15')).toBe(175);
    expect(await at('hospitals', '2018-02-01/..')).toBe(0);
    expect(await at('case-studies', '2016-05-01')).toBe(10);
    expect(await at('case-studies', '../2015-12-31')).toBe(0);
    // An area has no time of its own, so none leaves it out.
    expect(await at('areas', '1990-01-01')).toBe(244);
  });

  it('holds three levels of areas, each with code and shape, outlines against the clock', async () => {
    const { features, attribution } = await items('areas', '?limit=1000');
    expect(attribution).toContain('Open Government Licence');
    const counts = new Map<string, number>();
    for (const { properties } of features)
      counts.set(properties.level, (counts.get(properties.level) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ region: 7, icb: 42, ccg: 195 });
    for (const { id, geometry, properties } of features) {
      expect([id, properties.boundary]).toEqual([properties.code, 'simplified for the screen']);
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const [outline, ...holes] of polygons) {
        expect(surface(outline), id).toBeGreaterThan(0);
        expect(outline.at(-1)).toEqual(outline[0]);
        for (const hole of holes) expect(surface(hole), id).toBeLessThan(0);
      }
    }
  });

  it('says nothing of a place that the source does not name', async () => {
    const early = await items('early-implementers');
    const unlocated = early.features.filter(({ geometry }: any) => geometry === null);
    expect(unlocated.length).toBeGreaterThan(0);
    expect(early.note).toMatch(/not known/);
    const { features } = await items('case-studies');
    const oldham = features.find(({ id }: any) => id === 'oldham-persistent-pain');
    expect(oldham.geometry).toBeNull();
  });

  it.each([
    ['/open/v1?x=1', 400, 'x'],
    ['/open/v1/collections?limit=1', 400, 'limit'],
    ['/open/v1/collections/trusts', 404, 'collection'],
    ['/open/v1/collections/trusts/items', 404, 'collection'],
    ['/open/v1/collections/hospitals/items/XXXXX', 404, 'feature'],
    ['/open/v1/collections/hospitals/items?bbox=1,2,3', 400, 'bbox'],
    ['/open/v1/collections/hospitals/items?bbox=2,2,1', 400, 'bbox'],
    ['/open/v1/collections/hospitals/items?limit=0', 400, 'limit'],
    ['/open/v1/collections/hospitals/items?limit=10&limit=20', 400, 'limit'],
    ['/open/v1/collections/hospitals/items?offset=-1', 400, 'offset'],
    ['/open/v1/collections/hospitals/items?datetime=yesterday', 400, 'datetime'],
    ['/open/v1/collections/hospitals/items?colour=red', 400, 'colour'],
    ['/open/v1/collections/hospitals/items?f=html', 400, 'f'],
    ['/open/v1/collections/areas/items?round=2017-18', 400, 'round'],
    ['/open/v1/collections/hospitals/items?round=nowhere', 404, 'round'],
    ['/open/v1/collections/hospitals/items?round=%00', 404, 'round'],
    ['/open/v1/collections/hospitals/items?__proto__=1', 400, '__proto__'],
  ])('%s is refused with %i by the name of what is wrong', async (path, status, field) => {
    const answer = await server.get(path);
    const body = (await answer.json()) as Record<string, unknown>;
    expect([answer.status, body['field']]).toEqual([status, field]);
    expect(isRefusal(body), JSON.stringify(body)).toBe(true);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is not sent twice, and is open to the pages of other sites', async () => {
    for (const path of [
      '/open/v1',
      '/open/v1/collections/hospitals/items?limit=5',
      '/open/v1/collections/areas/items/QOP',
    ]) {
      const { headers } = await rawGet(server.url + path);
      expect(headers['access-control-allow-origin']).toBe('*');
      const again = await rawGet(server.url + path, { 'if-none-match': headers.etag ?? '' });
      expect([path, again.status, again.body.length]).toEqual([path, 304, 0]);
    }
    const page = await server.get('/open/v1/collections/hospitals/items?limit=5');
    expect(page.headers.get('content-type')).toBe(GEO_JSON);
  });
});
