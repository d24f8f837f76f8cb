import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

const INDICATOR = 'iapt-in-reach';

describe('what a commissioner asks', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const ask = async (query: string): Promise<any> => {
    const { data, errors } = await server.send(query);
    expect(errors).toBeUndefined();
    return data;
  };
  const open = async (path: string): Promise<any> => (await server.get(path)).json();

  it('tells England by the totals of 2018, and every level down to a trust', async () => {
    const england = await open('/open/v1/areas/england.json');
    expect(england).toMatchObject({ level: 'england', code: 'E92000001', population: { total: 56_286_961 } });
    expect(england.gapSentence).toContain('74 of 179 hospitals answered');
    expect(england.figures.map(({ yes, no }: any) => [yes, no])).toEqual([
      [31, 18],
      [3, 62],
    ]);
    const trust = await open('/open/v1/areas/RW6.json?round=demo-2026');
    expect(trust).toMatchObject({ level: 'trust', population: null });
    expect(trust.hospitals.length).toBeGreaterThan(1);
  });

  it('knows the residents of every region, ICB and CCG, and they add up to England at each level', async () => {
    const areas = (await open('/open/v1/areas')) as { level: string; code: string }[];
    const fields = areas.map(
      ({ code }, at) => `a${at}: profileArea(code: "${code}") { population { total } }`,
    );
    const sums: Record<string, number> = { region: 0, icb: 0, ccg: 0 };
    for (let at = 0; at < fields.length; at += 20) {
      const data = await ask(`{ ${fields.slice(at, at + 20).join(' ')} }`);
      for (const [key, { population }] of Object.entries<any>(data))
        sums[areas[Number(key.slice(1))]!.level]! += population.total;
    }
    expect(sums).toEqual({ region: 56_286_961, icb: 56_286_961, ccg: 56_286_961 });
  });

  it('measures from the middle of an area, from a postcode and from a hospital, which is not near itself', async () => {
    const near = '{ near { fromWords hospitals { km place { odsCode } } exemplar { place { odsCode } } } }';
    const { middle, postcode, hospital, trust } = await ask(`{
      middle: areaProfile(code: "00Y", roundId: "2017-18") ${near}
      postcode: areaProfile(code: "00Y", roundId: "2017-18", from: "ol1 2jh") ${near}
      hospital: areaProfile(code: "00Y", roundId: "2017-18", from: "RW603") ${near}
      trust: areaProfile(code: "RW6", roundId: "2017-18") ${near}
    }`);
    expect(middle.near.fromWords).toMatch(/where the people of NHS Oldham CCG live/);
    expect(middle.near.hospitals[0].place.odsCode).toBe('RW603');
    expect(postcode.near).toMatchObject({ fromWords: 'the middle of OL1' });
    expect(hospital.near.hospitals.map(({ place }: any) => place.odsCode)).not.toContain('RW603');
    expect(trust.near).toBeNull();
  });

  it('answers null for an area that nobody has, and says what was not released', async () => {
    expect(await ask('{ areaProfile(code: "ZZZ", roundId: "2017-18") { gapSentence } }')).toEqual({
      areaProfile: null,
    });
    const { errors } = await server.send('{ areaProfile(code: "QOP", roundId: "no") { gapSentence } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_RELEASED' });
  });

  it('puts areas and a hospital side by side, names the code that nobody has, and takes no fifth', async () => {
    const { comparison } =
      await ask(`{ comparison(codes: ["qop", "Y62", "RW603", "NOBODY"], roundId: "demo-2026") {
      unknown places { code hospitals { odsCode } } rows { id cells } pairs { a b apart words } } }`);
    expect(comparison.unknown).toEqual(['NOBODY']);
    expect(comparison.places.map(({ code }: any) => code)).toEqual(['QOP', 'Y62', 'RW603']);
    for (const { cells } of comparison.rows) expect(cells).toHaveLength(3);
    const row = (id: string) => comparison.rows.find((one: any) => one.id === id).cells;
    const total = (at: number): number =>
      ['yes', 'no', 'unknown', 'noReply', 'notPublished']
        .map((key) => Number(/^(\d+) of/.exec(row(`${INDICATOR}-${key}`)[at])?.[1]))
        .reduce((sum, count) => sum + count, 0);
    expect([total(0), total(1)].map(String)).toEqual(row('hospitals').slice(0, 2));
    expect(comparison.pairs).toHaveLength(6);
    const { errors } = await server.send(
      '{ comparison(codes: ["QOP", "Y62", "Y63", "Y56", "Y58"], roundId: "demo-2026") { unknown } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'codes' });
  });

  it('offers hospitals that solved it with reasons on five measures, and none where nothing is reported', async () => {
    const { release } = await ask('{ release(roundId: "demo-2026") { hospitals { odsCode category } } }');
    const of = (codes: readonly string[]): string =>
      release.hospitals.find(({ category }: any) => codes.includes(category)).odsCode;
    const query = (odsCode: string) => `{ similarHospitals(odsCode: "${odsCode}", roundId: "demo-2026") {
      inReach studies hospital { odsCode } likenesses { measure alike words } } }`;
    const { similarHospitals } = await ask(query(of(['G1', 'G01'])));
    expect(similarHospitals.length).toBeGreaterThan(0);
    for (const { inReach, studies, likenesses } of similarHospitals) {
      expect(inReach || studies.length > 0).toBe(true);
      expect(likenesses).toHaveLength(5);
    }
    expect(await ask(query(of(['NR', 'NP'])))).toEqual({ similarHospitals: [] });
  });

  it('says of an area without a recorded service that nothing is recorded, and never that there is none', async () => {
    const { pathwayMatrix } = await ask(
      '{ pathwayMatrix(code: "QOP") { recorded cells { state } unrecorded { odsCode } } none: pathwayMatrix(code: "ZZZ") { recorded } }',
    );
    expect(pathwayMatrix.recorded).toBe(0);
    expect(pathwayMatrix.cells).toHaveLength(10 * 5 * 3);
    expect(new Set(pathwayMatrix.cells.map(({ state }: any) => state))).toEqual(
      new Set(['nothing_recorded']),
    );
    expect(pathwayMatrix.unrecorded.length).toBeGreaterThan(5);
  });
});
