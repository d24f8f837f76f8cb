import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictTypes: false });
for (const name of ['area', 'areas', 'case-studies', 'error'])
  ajv.addSchema(
    JSON.parse(
      readFileSync(new URL(`../../shared/contracts/open-v1/${name}.schema.json`, import.meta.url), 'utf8'),
    ) as object,
  );
/** What breaks the contract; '' = nothing. */
function faults(schema: string, value: unknown): string {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  return validate(value) === true ? '' : ajv.errorsText(validate.errors);
}

describe('areas as open data', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => (await server.get(path)).json();

  it.each([
    ['/open/v1/areas', 'areas'],
    ['/open/v1/areas/QOP.json', 'area'],
    ['/open/v1/areas/y62.json?round=demo-2026', 'area'],
    ['/open/v1/areas/00Y.json?round=demo-2026', 'area'],
    ['/open/v1/case-studies', 'case-studies'],
  ])('%s keeps to its contract, may be read by other sites and is not sent twice', async (path, schema) => {
    const answer = await server.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(faults(schema, await answer.json())).toBe('');
    const etag = answer.headers.get('etag') ?? '';
    expect((await rawGet(server.url + path, { 'if-none-match': etag })).status).toBe(304);
  });

  it.each([
    ['/open/v1/areas/ZZZ.json', 404, 'NOT_FOUND'],
    ['/open/v1/areas/QOP.csv', 404, 'NOT_FOUND'],
    ['/open/v1/areas/QOP.json?round=nowhere', 404, 'NOT_RELEASED'],
    ['/open/v1/areas/QOP.json?round=a&round=b', 400, 'BAD_INPUT'],
  ])('%s answers %s %s in the shape of the contract', async (path, status, code) => {
    const answer = await rawGet(server.url + path);
    const body: unknown = JSON.parse(answer.body.toString());
    expect([answer.status, faults('error', body)]).toEqual([status, '']);
    expect(body).toMatchObject({ code });
  });

  it('gives every area with its level and code, and the hospitals of each level add up to the frame', async () => {
    const areas = (await json('/open/v1/areas')) as { level: string; code: string; hospitals: number }[];
    const of = (level: string) => areas.filter((area) => area.level === level);
    expect([of('region').length, of('icb').length, of('ccg').length]).toEqual([7, 42, 195]);
    for (const level of ['region', 'icb', 'ccg'])
      expect(of(level).reduce((sum, { hospitals }) => sum + hospitals, 0)).toBe(175);
    expect(new Set(areas.map(({ code }) => code)).size).toBe(244);
  });

  it('tells an area of 2017-18 by its hospitals, and says that its figures are not published by area', async () => {
    const area = await json('/open/v1/areas/QOP.json');
    expect(area).toMatchObject({ level: 'icb', code: 'QOP', round: '2017-18', figures: [] });
    expect(area.gapSentence).toMatch(/: not published by area\.$/);
    const oldham = area.hospitals.find(({ odsCode }: any) => odsCode === 'RW603');
    expect(oldham).toMatchObject({ category: 'G3', score: 59, isGap: false });
    expect(await json('/open/v1/areas/QOP.json?round=2017-18')).toEqual(area);
  });

  it('tells an area of a released round in counts that add up, with the word SYNTHETIC where it is invented', async () => {
    const area = await json('/open/v1/areas/Y62.json?round=demo-2026');
    expect(area.gapSentence).toMatch(/^SYNTHETIC: /);
    expect(area.figures).toHaveLength(2);
    for (const { hospitals, yes, no, unknown, noReply, notPublished } of area.figures) {
      expect(yes + no + unknown + noReply + notPublished).toBe(hospitals);
      expect(hospitals).toBe(area.hospitals.length);
    }
    for (const { name } of area.hospitals) expect(name).toMatch(/^DEMO /);
  });

  it('gives no share of an area with fewer than five hospitals, only counts', async () => {
    const areas = (await json('/open/v1/areas')) as { code: string; hospitals: number }[];
    const small = areas.find(({ hospitals }) => hospitals > 0 && hospitals < 5)!;
    const { figures } = await json(`/open/v1/areas/${small.code}.json?round=demo-2026`);
    expect(figures.map(({ bounds, againstEngland }: any) => [bounds, againstEngland])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('finds where a postcode lies, and says "mostly" where it may lie elsewhere', async () => {
    const { data } = await server.send(
      '{ oldham: place(postcode: "ol1 2jh") { outcode icbCode ccgCode icbMostly } wales: place(postcode: "LL11") { outcode } area(code: "qop") { level name } }',
    );
    expect(data).toEqual({
      oldham: { outcode: 'OL1', icbCode: 'QOP', ccgCode: '00Y', icbMostly: false },
      wales: null,
      area: { level: 'icb', name: expect.stringMatching(/Greater Manchester/) },
    });
  });

  it('gives the library with its holes, and no address of a person', async () => {
    const text = await (await server.get('/open/v1/case-studies')).text();
    const { caseStudies, priorityAreas } = JSON.parse(text);
    expect(caseStudies).toHaveLength(10);
    expect(priorityAreas.filter(({ caseStudies: slugs }: any) => slugs.length === 0)).toHaveLength(4);
    expect(text).not.toContain('@');
  });
});
