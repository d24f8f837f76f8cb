import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

/** That these answers keep their contract, are tagged and not sent twice is tested with the other open data. */
describe('areas as open data', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => (await server.get(path)).json();

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
