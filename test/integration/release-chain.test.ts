import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Release } from '../../server/src/publication/release.entity.js';
import { givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { sha256, textOf } from '../support/read-exports.js';
import { thePublic, theSurveyLead } from '../support/people.js';
import { ReleaseDeskUser } from '../support/release-desk.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
for (const name of ['changes', 'releases', 'summary', 'hospitals', 'error'])
  ajv.addSchema(
    JSON.parse(
      readFileSync(new URL(`../../shared/contracts/open-v1/${name}.schema.json`, import.meta.url), 'utf8'),
    ) as object,
  );
function faults(schema: string, value: unknown): string {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  return validate(value) === true ? '' : ajv.errorsText(validate.errors);
}

describe('the releases of a round', () => {
  let server: TestServer;
  let rounds = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  /** A round with an interim release of one answer. */
  const begun = async (): Promise<ReleaseDeskUser> => {
    const roundId = await givenRound(server, `chain-${(rounds += 1)}`);
    await givenForm(server, roundId, withoutInReach('RW603'));
    const desk = new ReleaseDeskUser(await theSurveyLead(server), roundId);
    expect(await desk.release('interim')).toMatchObject({
      number: 1,
      status: { replaces: null, stands: true },
    });
    return desk;
  };
  const open = async (path: string): Promise<any> => (await server.get(`/open/v1/rounds/${path}`)).json();
  const status = async (path: string): Promise<number> =>
    (await server.get(`/open/v1/rounds/${path}`)).status;

  it('keep their files at an address of their own', async () => {
    const desk = await begun();
    const before = await open(`${desk.roundId}/releases/1/summary.json`);
    await givenForm(server, desk.roundId, withInReach('RH801'));
    await desk.release('interim');
    expect(await open(`${desk.roundId}/releases/1/summary.json`)).toEqual(before);
    expect(await open(`${desk.roundId}/summary.json`)).toEqual(
      await open(`${desk.roundId}/releases/2/summary.json`),
    );
    for (const file of ['hospitals.csv', 'hospitals.geojson'])
      expect(await status(`${desk.roundId}/releases/1/${file}`)).toBe(200);
    for (const path of ['releases/3/summary.json', 'releases/0/summary.json', 'releases/x/summary.json'])
      expect(await status(`${desk.roundId}/${path}`)).toBe(404);
    expect(await open(`${desk.roundId}/releases/1/secret.json`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await open('nowhere/releases')).toMatchObject({ code: 'NOT_RELEASED' });
  });

  it('say which erratum replaced them and what changed, in page, JSON, header and citation', async () => {
    const desk = await begun();
    await givenForm(server, desk.roundId, withInReach('RH801'));
    const unreplaced = (await open(`${desk.roundId}/releases/1/files.json`)).find(
      ({ name }: any) => name === 'summary.json',
    );
    const asked = { note: 'A hospital was missing.', replaces: 1, idempotencyKey: 'the-same-click' };
    const erratum = await desk.release('erratum', asked);
    expect(erratum).toMatchObject({ number: 2, status: { replaces: 1 } });
    // A request that comes twice is no second erratum to a release that has been replaced.
    expect(await desk.release('erratum', asked)).toMatchObject({ number: 2 });
    const stored = await server.reader
      .getRepository(Release)
      .findOneByOrFail({ roundId: desk.roundId, number: 2 });
    expect(JSON.parse(stored.document).replaces).toMatchObject({ number: 1 });

    const old = await server.get(`/open/v1/rounds/${desk.roundId}/releases/1/summary.json`);
    const body = await old.json();
    expect(body.replacedBy).toMatchObject({ number: 2, why: 'A hospital was missing.' });
    expect(faults('summary', body)).toBe('');
    expect(faults('hospitals', await open(`${desk.roundId}/releases/1/hospitals.geojson`))).toBe('');
    expect(old.headers.get('link')).toBe(
      `</open/v1/rounds/${desk.roundId}/releases/2/summary.json>; rel="successor-version"`,
    );
    // What is taken away says so too, and the list of files is right about the files as they are sent now.
    const files: any[] = await open(`${desk.roundId}/releases/1/files.json`);
    expect(files.every(({ replacedBy }) => replacedBy.number === 2)).toBe(true);
    const bytesOf = async (file: string): Promise<Uint8Array> =>
      new Uint8Array(
        await (await server.get(`/open/v1/rounds/${desk.roundId}/releases/1/${file}`)).arrayBuffer(),
      );
    for (const file of ['summary.json', 'hospitals.geojson', 'export.zip'])
      expect(sha256(await bytesOf(file)), file).toBe(files.find(({ name }) => name === file).sha256);
    const packed = unzipSync(await bytesOf('export.zip'));
    expect(textOf(packed['README.txt'])).toContain('REPLACED by release 2 on ');
    expect(textOf(packed['README.txt'])).toContain('A hospital was missing.');
    const [summary = ''] = Object.keys(packed).filter((name) => name.endsWith('summary.json'));
    expect(JSON.parse(textOf(packed[summary])).replacedBy).toMatchObject({ number: 2 });
    // Bytes that were named by their hash stay what they were; those with the notice have a name of their own.
    for (const file of [unreplaced, ...files.filter(({ name }) => name === 'summary.json')]) {
      const exact = await server.get(new URL(file.address).pathname);
      expect([exact.status, exact.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(sha256(new Uint8Array(await exact.arrayBuffer()))).toBe(file.sha256);
    }
    const standing = await (await server.get(`/open/v1/rounds/${desk.roundId}/files.json`)).text();
    expect(standing).not.toContain('replacedBy');
    const list = await open(`${desk.roundId}/releases`);
    expect(faults('releases', list)).toBe('');
    expect(list.map(({ number }: any) => number)).toEqual([2, 1]);
    expect(list[1].citation).toMatch(/Replaced by release 2 on \d{4}-/);
    expect(list[1].citation.endsWith(` ${server.url}/rounds/${desk.roundId}?release=1`)).toBe(true);
    expect(textOf(packed['README.txt'])).toContain(`${server.url}/rounds/${desk.roundId}?release=1`);
    const again = await desk.release('erratum', { note: 'Once more.', replaces: 1 });
    expect(again['problems']).toEqual([{ code: 'NOTHING_TO_REPLACE', field: 'replaces' }]);
  });

  it('say what changed since the one before, or the one that an erratum replaces, and what it corrects', async () => {
    const desk = await begun();
    const first = await open(`${desk.roundId}/changes.json`);
    expect(faults('changes', first)).toBe('');
    expect(first).toMatchObject({ since: null, indicators: [], hospitals: [], analysed: null });
    await givenForm(server, desk.roundId, withInReach('RH801'));
    await desk.release('interim');
    await desk.release('erratum', { note: 'The first one lacked a hospital.', replaces: 1 });
    const third = await open(`${desk.roundId}/changes.json`);
    expect(faults('changes', third)).toBe('');
    expect(third).toMatchObject({
      release: { number: 3 },
      since: { number: 1 },
      note: 'The first one lacked a hospital.',
      analysed: { before: 1, after: 2 },
    });
    const inReach = third.indicators.find(({ id }: any) => id === 'iapt-in-reach');
    expect(inReach).toMatchObject({ before: { yes: 0, no: 1 }, after: { yes: 1, no: 1 } });
    expect(inReach.after.lower).toBeGreaterThan(inReach.before.lower);
    expect(third.hospitals.map(({ odsCode }: any) => odsCode)).toContain('RH801');
    const { data } = await thePublic(server).ask(
      `query ($id: ID!) { releaseChange(roundId: $id) { since { number } note noLongerNamed
        hospitals { odsCode what before { category } after { category label } } } }`,
      { id: desk.roundId },
    );
    expect(data?.['releaseChange']).toMatchObject({ since: { number: 1 }, note: third.note });
    expect(data?.['releaseChange'].hospitals.map(({ odsCode }: any) => odsCode)).toEqual(
      third.hospitals.map(({ odsCode }: any) => odsCode),
    );
    // Withdrawn figures are shown nowhere, beside those that stand either.
    await desk.mark('withdrawRelease', 1, 'All of it was wrong.');
    expect(await open(`${desk.roundId}/changes.json`)).toMatchObject({
      since: { number: 2 },
      indicators: [],
    });
    expect(await open(`${desk.roundId}/releases/2/changes.json`)).toMatchObject({ since: null });
    expect(await status(`${desk.roundId}/releases/1/changes.json`)).toBe(410);
  });

  it('take a DOI later without changing, and refuse what is none', async () => {
    const desk = await begun();
    const hash = async () => (await open(`${desk.roundId}/releases`))[0].sha256;
    const before = await hash();
    expect(await desk.mark('setReleaseDoi', 1, 'not a doi')).toMatchObject({
      problems: [{ code: 'BAD_DOI', field: 'doi' }],
    });
    expect(await desk.mark('setReleaseDoi', 1, 'https://doi.org/10.1234/ABC.5')).toMatchObject({
      doi: '10.1234/abc.5',
    });
    const [listed] = await open(`${desk.roundId}/releases`);
    expect(listed.doi).toBe('https://doi.org/10.1234/abc.5');
    expect(listed.citation).toContain('https://doi.org/10.1234/abc.5');
    expect(await hash()).toBe(before);
    expect(await desk.mark('setReleaseDoi', 7, '10.1234/abc')).toEqual({ error: 'NOT_FOUND' });
  });

  it('can be withdrawn: the address stays with a notice, and the one before stands again', async () => {
    const desk = await begun();
    await givenForm(server, desk.roundId, withInReach('RH801'));
    await desk.release('interim');
    const [exact] = await open(`${desk.roundId}/releases/2/files.json`);
    expect(await status(new URL(exact.address).pathname.replace('/open/v1/rounds/', ''))).toBe(200);
    expect(await desk.mark('withdrawRelease', 2, ' ')).toMatchObject({
      problems: [{ code: 'REASON_REQUIRED' }],
    });
    expect(await desk.mark('withdrawRelease', 2, 'A hospital was mixed up.')).toMatchObject({
      stands: false,
      withdrawn: { why: 'A hospital was mixed up.' },
    });
    expect(await desk.mark('withdrawRelease', 2, 'Again.')).toMatchObject({
      problems: [{ code: 'WITHDRAWN_ALREADY' }],
    });
    for (const file of ['summary.json', 'hospitals.csv', 'hospitals.geojson', 'files.json', 'export.zip']) {
      const gone = await server.get(`/open/v1/rounds/${desk.roundId}/releases/2/${file}`);
      expect(gone.status).toBe(410);
      const notice = await gone.json();
      expect(faults('error', notice)).toBe('');
      expect(notice).toMatchObject({
        code: 'RELEASE_WITHDRAWN',
        message: expect.stringContaining('A hospital was mixed up.'),
      });
    }
    // Who asks the server anew gets the notice; nothing that is kept for good can be given out anew.
    const gone = await server.get(new URL(exact.address).pathname);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, null]);
    expect((await open(`${desk.roundId}/summary.json`)).release.number).toBe(1);
    const { data } = await thePublic(server).ask(
      `query ($id: ID!) { shown: release(roundId: $id, number: 2) { number } round(id: $id) { latestRelease { number } }
        releases(roundId: $id) { release { number } note status { withdrawn { why } } } }`,
      { id: desk.roundId },
    );
    expect(data).toMatchObject({ shown: null, round: { latestRelease: { number: 1 } } });
    expect(data?.['releases'][0]).toEqual({
      release: { number: 2 },
      note: '',
      status: { withdrawn: { why: 'A hospital was mixed up.' } },
    });
    expect(await desk.release('interim')).toMatchObject({ number: 3 });
  });

  it('answer 410 at the addresses of the round where none stands any more', async () => {
    const desk = await begun();
    await desk.mark('withdrawRelease', 1, 'All of it was wrong.');
    expect(await status(`${desk.roundId}/summary.json`)).toBe(410);
    expect(await status(`${desk.roundId}/releases`)).toBe(200);
    const listed: any = await (await server.get('/open/v1/rounds')).json();
    expect(listed.find(({ id }: any) => id === desk.roundId).latestRelease).toBeNull();
  });

  it('are previewed beside the one that stands, and a preview stores nothing', async () => {
    const desk = await begun();
    await givenForm(server, desk.roundId, withInReach('RH801', { consent_score: ['no'] }));
    const before = await server.reader.getRepository(Release).count();
    const preview = await desk.preview('interim');
    expect(preview).toMatchObject({ number: 2, problems: [], before: { number: 1 }, gone: [] });
    expect(preview['indicators'].find(({ id }: any) => id === 'iapt-in-reach')).toMatchObject({
      before: { yes: 0, no: 1 },
      after: { yes: 1, no: 1 },
    });
    expect(preview['hospitals'].map(({ odsCode }: any) => odsCode)).toContain('RH801');
    expect(preview['disclosure'].silent + preview['disclosure'].covering).toBeGreaterThan(100);
    expect((await desk.preview('final'))['problems']).toEqual([{ code: 'NOT_FROZEN' }]);
    expect(await server.reader.getRepository(Release).count()).toBe(before);
    const released = await desk.release('interim');
    const shown = preview['hospitals'].find(({ odsCode }: any) => odsCode === 'RH801').after;
    expect(released['hospitals'].find(({ odsCode }: any) => odsCode === 'RH801')).toMatchObject(shown);
  });
});
