import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  countsOf,
  expectSameInPspp,
  expectSameInR,
  rowsOf,
  sha256,
  textOf,
} from '../support/read-exports.js';
import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { Folder, itWith } from '../support/statistics-programs.js';

describe('the files of a release', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://atlas.example' });
  });
  afterAll(() => server.stop());

  const get = async (file: string, round = 'demo-2026'): Promise<Buffer> => {
    const answer = await server.get(`/open/v1/rounds/${round}/${file}`);
    expect(answer.status, file).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const packed = async (round: string): Promise<Record<string, Uint8Array>> =>
    unzipSync(new Uint8Array(await get('export.zip', round)));

  it.each(['demo-2026', '2017-18'])(
    '%s: the zip holds what its checksums and its README say',
    async (round) => {
      const files = await packed(round);
      const sums = textOf(files['checksums.txt'])
        .trim()
        .split('\n')
        .map((line) => line.split('  ') as [string, string]);
      expect(sums.map(([, name]) => name)).toEqual(
        Object.keys(files).filter((name) => name !== 'checksums.txt'),
      );
      for (const [sum, name] of sums) expect(sha256(files[name] ?? new Uint8Array()), name).toBe(sum);
      const [readme = ''] = Object.keys(files).filter((name) => name.endsWith('README.txt'));
      for (const name of Object.keys(files))
        if (name !== readme) expect(textOf(files[readme])).toContain(name);
      expect(textOf(files[readme]).includes('SYNTHETIC')).toBe(round === 'demo-2026');
    },
  );

  itWith('unzip', 'is opened by unzip, and every sum is right', async () => {
    const folder = new Folder();
    folder.put('export.zip', await get('export.zip'));
    folder.run('unzip', '-q', 'export.zip');
    expect(folder.run('sha256sum', '-c', 'checksums.txt')).not.toContain('FAILED');
    folder.remove();
  });

  it('gives the same bytes whoever makes it, and whenever', async () => {
    const first = await get('export.zip');
    const other = await startServer({ PUBLIC_URL: 'https://atlas.example' });
    const again = Buffer.from(await (await other.get('/open/v1/rounds/demo-2026/export.zip')).arrayBuffer());
    await other.stop();
    expect(sha256(again)).toBe(sha256(first));
  });

  it('lists every file with its size and checksum', async () => {
    const listed = JSON.parse((await get('files.json')).toString('utf8')) as {
      name: string;
      holds: string;
      bytes: number;
      sha256: string;
    }[];
    expect(listed.map(({ name }) => name)).toContain('export.zip');
    for (const { name, holds, bytes, sha256: sum } of listed) {
      const file = await get(name);
      expect([name, file.length, sha256(file), holds !== '']).toEqual([name, bytes, sum, true]);
    }
  });

  it('may be kept for good by the hash of its bytes, and is asked about anew by any other name', async () => {
    const listed = JSON.parse((await get('files.json')).toString('utf8')) as {
      name: string;
      sha256: string;
      address: string;
    }[];
    for (const { name, sha256: sum, address } of listed) {
      expect(address).toBe(`https://atlas.example/open/v1/rounds/demo-2026/releases/1/${sum}/${name}`);
      const path = address.replace('https://atlas.example', '');
      const exact = await server.get(path);
      expect(exact.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(sha256(Buffer.from(await exact.arrayBuffer())), name).toBe(sum);
      const other = await server.get(
        path.replace(
          sum,
          sum.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        ),
      );
      expect([other.status, other.headers.get('cache-control')]).toEqual([404, null]);
    }
    // A strong tag names bytes, and packed ones are others; either is known when it comes back.
    const path = (listed[0]?.address ?? '').replace('https://atlas.example', server.url);
    for (const [encoding, end] of [
      ['identity', '"'],
      ['gzip', '-gzip"'],
      ['br', '-br"'],
    ] as const) {
      const { etag = '' } = (await rawGet(path, { 'accept-encoding': encoding })).headers;
      expect(etag).toBe(`"${listed[0]?.sha256.slice(0, 32)}${end}`);
      expect((await rawGet(path, { 'if-none-match': etag })).status).toBe(304);
    }
    const how = async (path: string) =>
      (await server.get(`/open/v1/rounds/demo-2026/${path}`)).headers.get('cache-control');
    for (const file of ['summary.json', 'files.json', 'changes.json', 'export.zip', 'releases'])
      expect(await how(file), file).toBe('public, max-age=0, s-maxage=30, must-revalidate');
    for (const file of ['summary.json', 'files.json', 'changes.json', 'export.zip'])
      expect(await how(`releases/1/${file}`), file).toBe('public, no-cache');
    expect(await how('report.html')).toBe('public, no-cache');
    const sum = listed[0]?.sha256 ?? '';
    for (const path of [
      `releases/1/${sum}/files.json`,
      `releases/2/${sum}/summary.json`,
      `releases/x/${sum}/summary.json`,
    ])
      expect((await server.get(`/open/v1/rounds/demo-2026/${path}`)).status, path).toBe(404);
  });

  it('has a data package that agrees with its CSV files: sizes, sums, headings, types, codes', async () => {
    const files = await packed('demo-2026');
    const described = JSON.parse(textOf(files['datapackage.json']));
    expect(described.profile).toBe('tabular-data-package');
    expect(described.resources).toHaveLength(2);
    for (const { path, bytes, hash, schema } of described.resources) {
      const file = files[path] ?? new Uint8Array();
      expect(file.length).toBe(bytes);
      expect(`sha256:${sha256(file)}`).toBe(hash);
      const rows = rowsOf(textOf(file));
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(rows[0] ?? {}));
      for (const { name, type, constraints } of schema.fields)
        for (const row of rows) {
          const cell = row[name] ?? '';
          if (schema.missingValues.includes(cell)) continue;
          if (type === 'integer') expect(cell, name).toMatch(/^-?\d+$/);
          if (constraints?.enum !== undefined) expect(constraints.enum, name).toContain(cell);
        }
    }
    expect(JSON.parse(textOf(Buffer.from(await get('datapackage.json')))).resources).toEqual(
      described.resources,
    );
  });

  it('shows in the long file what the hospitals file shows, and no hospital twice', async () => {
    const hospitals = rowsOf((await get('hospitals.csv')).toString('utf8'));
    const long = rowsOf((await get('long.csv')).toString('utf8'));
    expect(hospitals).toHaveLength(175);
    expect(long).toHaveLength(3 * 175);
    for (const row of hospitals) {
      const own = long.filter(({ odsCode }) => odsCode === row['odsCode']);
      const value = (variable: string) => own.find((one) => one['variable'] === variable);
      expect(value('category')?.['value']).toBe(row['category']);
      expect(value('otherProvision')?.['value']).toBe(row['otherProvision']);
      const score = value('score');
      expect(score?.['state'] === 'published' ? score['value'] : '').toBe(row['score']);
    }
  });

  it('explains every column and every code in the codebook', async () => {
    const codebook = rowsOf((await get('codebook.csv')).toString('utf8'));
    for (const file of ['hospitals.csv', 'long.csv']) {
      const rows = rowsOf((await get(file)).toString('utf8'));
      const own = codebook.filter((row) => row['file']?.endsWith(file.replace('.csv', '') + '.csv'));
      expect(own.filter(({ code }) => code === '').map((row) => row['column'])).toEqual(
        Object.keys(rows[0] ?? {}),
      );
    }
    const codes = codebook.filter((row) => row['column'] === 'category').map(({ code }) => code);
    const used = Object.keys(countsOf(rowsOf((await get('hospitals.csv')).toString('utf8')), 'category'));
    for (const code of used) expect(codes).toContain(code);
  });

  it('has the same rows in the workbook, numbers as numbers', async () => {
    const sheets = await readXlsxFile(await get('hospitals.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['about', 'hospitals', 'codebook']);
    const [head = [], ...rows] = sheets[1]?.data ?? [];
    const csv = rowsOf((await get('hospitals.csv')).toString('utf8'));
    expect(head).toEqual(Object.keys(csv[0] ?? {}));
    expect(rows).toHaveLength(csv.length);
    const score = head.indexOf('score');
    for (const [at, row] of rows.entries()) {
      const cells = Object.values(csv[at] ?? {});
      expect(row.map((cell) => (cell === null ? '' : String(cell)))).toEqual(cells);
      expect(['number', 'object']).toContain(typeof row[score]);
    }
  });

  it('has the questionnaire in both formats, and a DDI codebook', async () => {
    const form = await readXlsxFile(await get('questionnaire.xlsx'));
    expect(form.map(({ sheet }) => sheet)).toContain('survey');
    expect(JSON.parse((await get('questionnaire.fhir.json')).toString('utf8')).resourceType).toBe(
      'Questionnaire',
    );
    const ddi = (await get('ddi.xml')).toString('utf8');
    expect(ddi).toContain('xmlns="ddi:codebook:2_5"');
    for (const column of Object.keys(rowsOf((await get('hospitals.csv')).toString('utf8'))[0] ?? {}))
      expect(ddi).toContain(`name="${column}"`);
  });

  itWith('pspp', 'is read by PSPP with the counts that we have', async () => {
    expectSameInPspp(await packed('demo-2026'), 'hospitals', [
      'category',
      'otherProvision',
      'isGap',
      'score',
    ]);
  });

  itWith('Rscript', 'is read by R with the counts that we have', async () => {
    expectSameInR(await packed('demo-2026'), 'hospitals', ['category', 'otherProvision', 'isGap', 'score']);
  });
});
