import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { Organisation } from '../../server/src/frame/organisation.entity.js';
import { Release } from '../../server/src/publication/release.entity.js';
import { givenRound } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

const schemaOf = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../../shared/contracts/open-v1/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
for (const name of ['early-implementers', 'error', 'frame', 'hospitals', 'rounds', 'summary'])
  ajv.addSchema(schemaOf(name));

/** What breaks the contract; '' = nothing. */
function faults(schema: string, value: unknown): string {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  return validate(value) === true ? '' : ajv.errorsText(validate.errors);
}

const JSON_FILES: readonly [string, string][] = [
  ['/open/v1/rounds', 'rounds'],
  ['/open/v1/rounds/2017-18/summary.json', 'summary'],
  ['/open/v1/rounds/demo-2026/summary.json', 'summary'],
  ['/open/v1/rounds/2017-18/hospitals.geojson', 'hospitals'],
  ['/open/v1/rounds/demo-2026/hospitals.geojson', 'hospitals'],
  ['/open/v1/frames/acute-ed-2018/hospitals.geojson', 'frame'],
  ['/open/v1/early-implementers.geojson', 'early-implementers'],
];
const CSV_FILES = ['/open/v1/rounds/2017-18/hospitals.csv', '/open/v1/rounds/demo-2026/hospitals.csv'];

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the open data', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => (await server.get(path)).json();

  it.each(JSON_FILES)('%s keeps to its contract', async (path, schema) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(
      `application/${path.endsWith('.geojson') ? 'geo+json' : 'json'}; charset=utf-8`,
    );
    expect(faults(schema, await answer.json())).toBe('');
  });

  it('has a contract that can be broken: a number as text is found', async () => {
    const summary = await json('/open/v1/rounds/2017-18/summary.json');
    expect(faults('summary', { ...summary, forms: { ...summary.forms, received: '80' } })).toContain(
      'received',
    );
  });

  it('says that the server is ready', async () => {
    expect(await json('/health/ready')).toEqual({ status: 'ok' });
  });

  it.each([...JSON_FILES.map(([path]) => path), ...CSV_FILES])(
    '%s is packed, tagged and not sent twice',
    async (path) => {
      const plain = await rawGet(server.url + path, { 'accept-encoding': 'identity' });
      expect(plain.headers['content-encoding']).toBeUndefined();
      const gzip = await rawGet(server.url + path, { 'accept-encoding': 'gzip' });
      const brotli = await rawGet(server.url + path, { 'accept-encoding': 'gzip, deflate, br' });
      expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br']);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
      expect(gzip.body.length).toBeLessThan(plain.body.length);
      const etag = plain.headers.etag ?? '';
      expect(etag).toMatch(/^(W\/)?".+"$/);
      for (const packed of [gzip, brotli])
        expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
      for (const known of [etag, gzip.headers.etag ?? '', `"other", ${etag}`]) {
        const again = await rawGet(server.url + path, { 'if-none-match': known });
        expect([again.status, again.body.length]).toEqual([304, 0]);
      }
      expect((await rawGet(server.url + path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  it.each(CSV_FILES)('%s opens as a table that says the same as the GeoJSON file', async (path) => {
    const answer = await rawGet(server.url + path, { 'accept-encoding': 'identity' });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
    const { features } = await json(path.replace('.csv', '.geojson'));
    expect(rows).toHaveLength(175);
    expect(rows).toEqual(
      features.map(({ properties }: { properties: Record<string, unknown> }) =>
        Object.fromEntries(
          Object.entries(properties).map(([column, value]) => [column, String(value ?? '')]),
        ),
      ),
    );
    for (const column of [
      'odsCode',
      'name',
      'trust',
      'trustCode',
      'region',
      'icb',
      'icbCode',
      'category',
      'label',
      'kind',
      'asAt',
    ])
      expect(Object.keys(rows[0] ?? {})).toContain(column);
  });

  it('carries the word SYNTHETIC wherever the invented round can be taken away', async () => {
    const csv = await rawGet(`${server.url}/open/v1/rounds/demo-2026/hospitals.csv`);
    expect(csv.headers['content-disposition']).toMatch(/SYNTHETIC/);
    const { notice, kind, features } = await json('/open/v1/rounds/demo-2026/hospitals.geojson');
    expect([notice, kind]).toEqual([expect.stringMatching(/^SYNTHETIC/), 'synthetic']);
    for (const { properties } of features)
      expect(properties).toMatchObject({ name: expect.stringMatching(/^DEMO /), kind: 'synthetic' });
    const real = await rawGet(`${server.url}/open/v1/rounds/2017-18/hospitals.csv`);
    expect(`${real.headers['content-disposition']} ${real.body.toString()}`).not.toMatch(/SYNTHETIC|DEMO /);
  });

  it('gives the figures of the 2018 report, number by number', async () => {
    const summary = await json('/open/v1/rounds/2017-18/summary.json');
    expect(summary).toMatchObject({
      round: '2017-18',
      kind: 'published-facts',
      release: { number: 1, kind: 'imported' },
    });
    expect(summary.frame).toMatchObject({ declaredSize: 179, listedSize: 175 });
    const { received, excluded, analysed, merged, accepted } = summary.forms;
    expect({ received, excluded, analysed, merged, accepted }).toMatchObject({
      received: 80,
      excluded: 6,
      analysed: 74,
      merged: null,
    });
    const [treats, inReach] = summary.indicators;
    expect(treats).toMatchObject({
      id: 'iapt-treats-mus-ltc',
      yes: 31,
      no: 18,
      dontKnow: 25,
      notKnown: 105,
      frame: 179,
    });
    expect(inReach).toMatchObject({
      id: 'iapt-in-reach',
      yes: 3,
      no: 62,
      dontKnow: 9,
      notKnown: 105,
      frame: 179,
    });
    const percent = (share: number): number => Math.round(share * 1000) / 10;
    expect([treats, inReach].map(({ lower, upper }) => [percent(lower), percent(upper)])).toEqual([
      [17.3, 89.9],
      [1.7, 65.4],
    ]);
    expect(
      [treats, inReach].map(({ interval }) => [
        interval.method,
        percent(interval.low),
        percent(interval.high),
      ]),
    ).toEqual([
      ['wilson-fpc', 33.6, 50.6],
      ['wilson-fpc', 1.8, 9.1],
    ]);
    expect(treats.amongRespondents).toBeCloseTo(31 / 74, 12);
    expect(summary.scores).toMatchObject({ n: 3, median: 42, min: 11, max: 59 });
    const scores = new Map(summary.scores.values.map(({ odsCode, score }: any) => [odsCode, score]));
    expect(scores).toEqual(
      new Map([
        ['RW603', 59],
        ['RH801', 42],
        ['RA301', 11],
      ]),
    );
  });

  it('names three hospitals of 2018 with a code, none as silent, and Hull with its marker and not as a gap', async () => {
    const { features } = await json('/open/v1/rounds/2017-18/hospitals.geojson');
    const rows = features.map(({ properties }: any) => properties);
    expect(rows.filter(({ category }: any) => category === 'NP')).toHaveLength(172);
    expect(rows.filter(({ category }: any) => category === 'NR')).toHaveLength(0);
    expect(rows.filter(({ isGap }: any) => isGap)).toEqual([]);
    const hull = rows.find(({ name }: any) => name.includes('Hull Royal'));
    expect(hull).toMatchObject({ category: 'NP', isGap: false, marker: expect.stringMatching(/\w/) });
  });

  it.each(['2017-18', 'demo-2026'])(
    'of %s has the checksum of the very text that is stored',
    async (roundId) => {
      const { release } = await json(`/open/v1/rounds/${roundId}/summary.json`);
      const { number } = release;
      const stored = await server.reader.getRepository(Release).findOneByOrFail({ roundId, number });
      expect(release.sha256).toBe(sha256(stored.document));
      const listed = (await json('/open/v1/rounds')).find(({ id }: any) => id === roundId);
      expect(listed.latestRelease).toEqual(release);
      const { data } = await server.send('query ($id: ID!) { release(roundId: $id) { sha256 } }', {
        id: roundId,
      });
      expect(data?.['release'].sha256).toBe(release.sha256);
    },
  );

  it('lists every frame hospital once, in the frame file and in each round', async () => {
    const codes = async (path: string): Promise<string[]> =>
      (await json(path)).features.map(({ properties }: any) => properties.odsCode as string).sort();
    const frame = await codes('/open/v1/frames/acute-ed-2018/hospitals.geojson');
    expect(new Set(frame).size).toBe(175);
    for (const round of ['2017-18', 'demo-2026'])
      expect(await codes(`/open/v1/rounds/${round}/hospitals.geojson`)).toEqual(frame);
  });

  describe('for the pages of other sites', () => {
    it.each([
      '/open/v1/rounds',
      '/open/v1/rounds/nowhere/summary.json',
      '/open/v1/rounds/%E0%A4%A/summary.json',
    ])('%s may be read', async (path) => {
      const { headers } = await rawGet(server.url + path);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    });

    it('a browser that asks first is told what it may do', async () => {
      const answer = await fetch(`${server.url}/open/v1/rounds`, { method: 'OPTIONS' });
      expect([answer.status, answer.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    });

    it.each(['POST', 'PUT', 'DELETE'])('%s is refused: the open data can only be read', async (method) => {
      const answer = await fetch(`${server.url}/open/v1/rounds`, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(faults('error', await answer.json())).toBe('');
    });

    it.each(['/', '/health/ready', '/graphql', '/respond/x', '/open/v10'])(
      '%s stays closed',
      async (path) => {
        const { headers } = await rawGet(server.url + path);
        expect(headers['access-control-allow-origin']).toBeUndefined();
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      },
    );
  });

  describe('when something is wrong', () => {
    it.each([
      ['/open/v1/rounds/nowhere/summary.json', 404, 'NOT_RELEASED'],
      ['/open/v1/rounds/unreleased/hospitals.csv', 404, 'NOT_RELEASED'],
      ['/open/v1/rounds/2017-18/answers.csv', 404, 'NOT_FOUND'],
      ['/open/v1/frames/other/hospitals.geojson', 404, 'NOT_FOUND'],
      ['/open/v1/nothing', 404, 'NOT_FOUND'],
      ['/open/v1/rounds/%00/summary.json', 404, 'NOT_RELEASED'],
      ['/open/v1/rounds/%E0%A4%A/summary.json', 400, 'BAD_INPUT'],
    ])('%s answers %s %s in the shape of the contract', async (path, status, code) => {
      if (path.includes('unreleased')) await givenRound(server, 'unreleased');
      const answer = await rawGet(server.url + path);
      expect(answer.status).toBe(status);
      const body: unknown = JSON.parse(answer.body.toString());
      expect(faults('error', body)).toBe('');
      expect(body).toMatchObject({ code });
    });

    it('says it in GraphQL with the same four parts', async () => {
      const { errors } = await server.send('{ liveRound(id: "demo-2026") { asAt } }');
      const { code, field, mend } = errors![0]!.extensions as Record<string, string>;
      expect(faults('error', { code, field, mend, message: errors![0]!.message })).toBe('');
    });
  });

  it('defuses names that a spreadsheet would run as formulas', async () => {
    const dangerous = [
      '=HYPERLINK("http://evil.example","open")',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '\tcell',
      '＝1+1',
    ];
    const rows = parse((await rawGet(`${server.url}/open/v1/rounds/demo-2026/hospitals.csv`)).body, {
      columns: true,
      bom: true,
    }) as Record<string, string>[];
    const trusts = [...new Set(rows.map(({ trustCode }) => trustCode ?? ''))].slice(0, dangerous.length);
    await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
      for (const [at, odsCode] of trusts.entries())
        await manager.update(Organisation, { odsCode }, { name: dangerous[at] });
    });
    await server.app.get(FrameService).reload();
    const lead = await theSurveyLead(server);
    const { data } = await lead.ask(
      'mutation { releaseRound(input: { roundId: "demo-2026", kind: interim, note: "", idempotencyKey: "with-formulas" }) { __typename } }',
    );
    expect(data?.['releaseRound'].__typename).toBe('Release');
    const after = parse((await rawGet(`${server.url}/open/v1/rounds/demo-2026/hospitals.csv`)).body, {
      columns: true,
      bom: true,
    }) as Record<string, string>[];
    for (const [at, odsCode] of trusts.entries())
      expect(after.find(({ trustCode }) => trustCode === odsCode)?.['trust']).toBe(`'${dangerous[at]}`);
    for (const row of after)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
  });
});
