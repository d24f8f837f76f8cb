import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Cleaner, givenForm } from '../support/cleaner.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { type Person, theSurveyLead } from '../support/people.js';
import {
  countsOf,
  expectSameInPspp,
  expectSameInR,
  type Row,
  rowsOf,
  sha256,
  textOf,
} from '../support/read-exports.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { itWith } from '../support/statistics-programs.js';

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
