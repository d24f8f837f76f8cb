import { createHash } from 'node:crypto';

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { colleague, grant } from '../support/colleagues.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { type Person, theSurveyLead } from '../support/people.js';
import { Folder, itWith } from '../support/statistics-programs.js';
import { startServer, type TestServer } from '../support/start-server.js';

type Row = Readonly<Record<string, string>>;

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true, bom: true });
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** How often each value stands in a column. */
function countsOf(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

describe('the files of a release', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
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
    const other = await startServer();
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
    await expectSameInPspp(await packed('demo-2026'), 'hospitals', [
      'category',
      'otherProvision',
      'isGap',
      'score',
    ]);
  });

  itWith('Rscript', 'is read by R with the counts that we have', async () => {
    await expectSameInR(await packed('demo-2026'), 'hospitals', [
      'category',
      'otherProvision',
      'isGap',
      'score',
    ]);
  });
});

describe('the data of a round for its own team', () => {
  const ROUND = 'export-round';
  let server: TestServer;
  let lead: Cleaner;
  let analyst: Person;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    server = await startServer();
    lead = new Cleaner(await theSurveyLead(server), await givenRound(server, ROUND));
    analyst = await colleague(server, 'export-analyst', grant('analyst'));
    await lead.settings({ mode: 'review' });
    const form = async (name: string, ...given: Parameters<typeof withInReach>) =>
      (ids[name] = (await givenForm(server, ROUND, withInReach(...given))).id);
    await form('first', 'RW603', {
      comments: ['=HYPERLINK("http://x.example")'],
      improve: ['Ask Dr Jane Smith.'],
    });
    await form('second', 'RW603', { integration: ['70'] });
    await form('excluded', 'RH801', { comments: ['wombat'] });
    await form('waiting', 'RA301', { comments: ['numbat'] });
    ids['silent'] = (await givenForm(server, ROUND, withoutInReach('RYJ02', { comments: ['quokka'] }))).id;
    for (const said of [
      { kind: 'merge', formId: ids['second'], value: ids['first'] },
      { kind: 'accept', formId: ids['first'] },
      { kind: 'exclude', formId: ids['excluded'], reason: 'test' },
      { kind: 'accept', formId: ids['silent'] },
      { kind: 'clear_comment', formId: ids['first'], variable: 'comments' },
    ])
      expect((await lead.decide(said)).problems).toEqual([]);
  });
  afterAll(() => server.stop());

  const get = async (file: string, person = lead.person): Promise<Response> =>
    person.get(`/manage/v1/rounds/${ROUND}/export/${file}`);
  const csv = async (file: string): Promise<readonly Row[]> => rowsOf(await (await get(file)).text());

  it('has one row a form that counts, and none for those left out or waiting', async () => {
    const rows = await csv('forms.csv');
    expect(rows.map(({ form, status }) => [form, status]).sort()).toEqual(
      [
        [ids['first'], 'accepted'],
        [ids['second'], 'merged'],
        [ids['silent'], 'accepted'],
      ].sort(),
    );
    const first = rows.find(({ form }) => form === ids['first']);
    expect(first).toMatchObject({
      kind: 'live',
      round: ROUND,
      odsCode: 'RW603',
      iapt_inreach_mus: 'yes',
      iapt_inreach_ltc: 'no',
      integration: '60',
      'population.adult': 'yes',
    });
    expect(rows.find(({ form }) => form === ids['silent'])).toMatchObject({ integration: 'not_asked' });
  });

  it('has nothing personal and no comment that nobody has cleared; what was cleared is no formula', async () => {
    for (const file of ['forms.csv', 'long.csv', 'hospitals.csv']) {
      const text = await (await get(file)).text();
      for (const secret of ['wombat', 'numbat', 'quokka', 'Jane Smith', 'ward round', 'liaison_lead'])
        expect(text, file).not.toContain(secret);
    }
    const [first] = (await csv('forms.csv')).filter(({ form }) => form === ids['first']);
    expect(first?.['comments']).toBe(`'=HYPERLINK("http://x.example")`);
    expect(first?.['improve']).toBe('held_back');
    expect(Object.keys(first ?? {})).not.toContain('role');
  });

  it('has one row a hospital of the frame, silent ones too', async () => {
    const rows = await csv('hospitals.csv');
    expect(rows).toHaveLength(175);
    expect(rows.find(({ odsCode }) => odsCode === 'RW603')).toMatchObject({
      forms: '2',
      iapt_inreach_mus: 'yes',
    });
    for (const code of ['RH801', 'RA301'])
      expect(rows.find(({ odsCode }) => odsCode === code)).toMatchObject({
        forms: '0',
        iapt_inreach_mus: 'no_reply',
        leadScore: 'no_reply',
      });
  });

  it('has the same answers in the long file', async () => {
    const forms = await csv('forms.csv');
    const long = await csv('long.csv');
    for (const row of forms)
      for (const { variable = '', value } of long.filter(({ form }) => form === row['form']))
        expect([variable, value]).toEqual([variable, row[variable]]);
    expect(long.length % forms.length).toBe(0);
  });

  it('comes from the freeze once the round is frozen, and says so in its name', async () => {
    const live = await get('forms.csv');
    expect(live.headers.get('content-disposition')).toContain('_live_forms.csv');
    const before = await live.text();
    expect((await lead.freeze('')).problems).toEqual([]);
    const frozen = await get('forms.csv');
    expect(frozen.headers.get('content-disposition')).toContain('_freeze-1_forms.csv');
    expect(await frozen.text()).toBe(before);
    const late = await givenForm(server, ROUND, withInReach('RBA11'));
    expect(late.id).not.toBe('');
    expect(await (await get('forms.csv')).text()).toBe(before);
    const offer = await (await analyst.get(`/manage/v1/rounds/${ROUND}/export`)).json();
    expect(offer).toMatchObject({ basis: { from: 'freeze', number: 1 }, forms: 3, hospitals: 175 });
  });

  it('can be packed, with sums that are right', async () => {
    const files = unzipSync(new Uint8Array(await (await get('export.zip')).arrayBuffer()));
    const sums = textOf(files['checksums.txt']).trim().split('\n');
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum = '', name = ''] = line.split('  ');
      expect(sha256(files[name] ?? new Uint8Array()), name).toBe(sum);
    }
  });

  it('has forms and hospitals in a workbook', async () => {
    const sheets = await readXlsxFile(Buffer.from(await (await get('data.xlsx')).arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['about', 'forms', 'hospitals', 'codebook']);
    expect(sheets[1]?.data).toHaveLength(4);
  });

  it('is for those who may analyse the round, and for nobody else', async () => {
    expect((await get('forms.csv', analyst)).status).toBe(200);
    const coder = await colleague(server, 'export-coder', grant('coder'));
    for (const person of [coder, { get: (path: string) => server.get(path) } as Person])
      for (const path of [`/manage/v1/rounds/${ROUND}/export`, `/manage/v1/rounds/${ROUND}/export/forms.csv`])
        expect((await person.get(path)).status).toBe(403);
  });

  it('refuses in words what it cannot give', async () => {
    const refusal = async (path: string) => {
      const answer = await lead.person.get(`/manage/v1/rounds/${path}`);
      return [answer.status, (await answer.json()).code];
    };
    expect(await refusal(`${ROUND}/export/nothing.csv`)).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(`${ROUND}/export?basis=whatever`)).toEqual([400, 'BAD_INPUT']);
    expect(await refusal('2017-18/export')).toEqual([409, 'CONFLICT']);
    expect(await refusal('demo-2026/export/forms.csv?basis=freeze')).toEqual([409, 'CONFLICT']);
  });

  it('forgets a team that took its answers back after the freeze', async () => {
    const other = await givenRound(server, 'export-withdrawn');
    const cleaner = new Cleaner(lead.person, other);
    const { id, team } = await givenForm(server, other, withInReach('RW603'));
    await givenForm(server, other, withInReach('RH801'));
    expect((await cleaner.freeze('')).problems).toEqual([]);
    await team.withdraw();
    const text = await (await lead.person.get(`/manage/v1/rounds/${other}/export/forms.csv`)).text();
    expect(text).not.toContain(id);
    expect(rowsOf(text)).toHaveLength(1);
  });

  describe('of the synthetic round', () => {
    let files: Record<string, Uint8Array>;
    beforeAll(async () => {
      const answer = await lead.person.get('/manage/v1/rounds/demo-2026/export/export.zip');
      files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    });
    const COLUMNS = [
      'status',
      'perspective',
      'iapt_treats_mus',
      'iapt_inreach_mus',
      'population.adult',
      'integration',
    ];

    it('marks every file and every row', () => {
      for (const name of Object.keys(files))
        if (!['README.txt', 'datapackage.json', 'checksums.txt'].includes(name))
          expect(name).toMatch(/^SYNTHETIC_/);
      const [name = ''] = Object.keys(files).filter((one) => one.endsWith('_forms.csv'));
      expect(Object.keys(countsOf(rowsOf(textOf(files[name])), 'kind'))).toEqual(['synthetic']);
    });

    itWith('pspp', 'is read by PSPP with the counts that we have', () =>
      expectSameInPspp(files, 'forms', COLUMNS),
    );
    itWith('Rscript', 'is read by R with the counts that we have', () =>
      expectSameInR(files, 'forms', COLUMNS),
    );
    itWith('pspp', 'and its hospitals', () =>
      expectSameInPspp(files, 'hospitals', ['iapt_inreach', 'leadScore']),
    );
    itWith('Rscript', 'and its hospitals', () =>
      expectSameInR(files, 'hospitals', ['iapt_inreach', 'leadScore']),
    );
  });
});

/** A package unpacked, with the names of one of its tables. */
function unpacked(files: Record<string, Uint8Array>, id: string) {
  const folder = new Folder();
  for (const [name, bytes] of Object.entries(files)) folder.put(name, Buffer.from(bytes));
  const nameOf = (ending: string): string =>
    Object.keys(files).find((name) => name.endsWith(`_${id}.${ending}`)) ?? '';
  const codebook = rowsOf(
    folder.read(Object.keys(files).find((name) => name.endsWith('_codebook.csv')) ?? ''),
  );
  const codes = codebook.filter((row) => row['file'] === nameOf('csv') && row['code'] !== '');
  return { folder, nameOf, codes, rows: rowsOf(folder.read(nameOf('csv'))) };
}

function expectSameInPspp(files: Record<string, Uint8Array>, id: string, columns: readonly string[]): void {
  const { folder, nameOf, codes, rows } = unpacked(files, id);
  const names = columns.map((name) => name.replaceAll('.', '_'));
  folder.put(
    'count.sps',
    `INSERT FILE='${nameOf('sps')}'.\nSAVE TRANSLATE /OUTFILE='out.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /KEEP=${names.join(' ')}.\n`,
  );
  const said = folder.run('pspp', 'count.sps');
  expect(said).not.toMatch(/error|warning/i);
  const read = parse(folder.read('out.csv'), { columns: true }) as readonly Row[];
  expect(read).toHaveLength(rows.length);
  for (const [at, column] of columns.entries()) {
    const numbers = new Map(
      codes.filter((row) => row['column'] === column).map((row) => [row['code'], row['number'] ?? '']),
    );
    const ours = rows.map((row) => ({ n: String(numbers.get(row[column] ?? '') ?? row[column] ?? '') }));
    const theirs = read.map((row) => ({ n: (row[names[at] ?? ''] ?? '').trim() }));
    expect(countsOf(theirs, 'n'), column).toEqual(countsOf(ours, 'n'));
  }
  folder.remove();
}

function expectSameInR(files: Record<string, Uint8Array>, id: string, columns: readonly string[]): void {
  const { folder, nameOf, codes, rows } = unpacked(files, id);
  folder.put(
    'count.R',
    [
      `source("${nameOf('R')}")`,
      ...columns.map(
        (name, at) =>
          `write.csv(data.frame(value = as.character(atlas[["${name}"]]), why = atlas_absent[["${name}"]]), "out-${at}.csv", row.names = FALSE)`,
      ),
    ].join('\n'),
  );
  folder.run('Rscript', '--vanilla', 'count.R');
  for (const [at, column] of columns.entries()) {
    const labels = new Map(
      codes.filter((row) => row['column'] === column).map((row) => [row['code'], row['codeLabel'] ?? '']),
    );
    const theirs = (parse(folder.read(`out-${at}.csv`), { columns: true }) as readonly Row[]).map(
      ({ value, why }) => ({ n: why === 'NA' ? (value ?? '') : (why ?? '') }),
    );
    const ours = rows.map((row) => ({ n: labels.get(row[column] ?? '') ?? (row[column] || 'NA') }));
    expect(countsOf(theirs, 'n'), column).toEqual(countsOf(ours, 'n'));
  }
  folder.remove();
}
