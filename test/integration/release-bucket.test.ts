import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReleaseFilesKeeper } from '../../server/src/publication/release-files/release-files-keeper.js';
import { ReleaseFileRows } from '../../server/src/publication/release-files/release-file-rows.service.js';
import { EXACT_FILES } from '../../server/src/publication/open-data.service.js';
import { givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { colleague, grant } from '../support/colleagues.js';
import { theSurveyLead } from '../support/people.js';
import { sha256 } from '../support/read-exports.js';
import { ReleaseDeskUser } from '../support/release-desk.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { TestBucket } from '../support/test-bucket.js';

interface Listed {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly address: string;
}

const TOKEN = 'a-secret-of-the-monitor-0123456789';
const FOR_GOOD = 'public, max-age=31536000, immutable';

describe('the files of releases in a bucket', () => {
  let bucket: TestBucket;
  let place: Place;
  let server: TestServer;
  const begin = (): Promise<TestServer> => startAt(place, { ...bucket.env, METRICS_TOKEN: TOKEN });
  beforeAll(async () => {
    bucket = await TestBucket.start();
    place = await copyOfTemplate();
    server = await begin();
    await kept(server);
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
    await bucket.remove();
  });

  /** What the product does by itself every few seconds, now; what it may be doing already began before. */
  const kept = async (at: TestServer): Promise<void> => {
    const keeper = at.app.get(ReleaseFilesKeeper, { strict: false });
    await keeper.look();
    await keeper.look();
  };
  const listOf = async (roundId: string, number: number): Promise<Listed[]> => {
    const answer = await server.get(`/open/v1/rounds/${roundId}/releases/${number}/files.json`);
    return (await answer.json()) as Listed[];
  };
  const pathOf = ({ address }: Listed): string => new URL(address).pathname;
  const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());
  const fileOf = async (name: string, roundId = 'demo-2026'): Promise<string> =>
    pathOf((await listOf(roundId, 1)).find((file) => file.name === name)!);
  /** What a monitor is told of the store. */
  const told = async (): Promise<Record<string, number>> => {
    const metrics = await (await server.get('/metrics', { authorization: `Bearer ${TOKEN}` })).text();
    const lines = metrics.matchAll(/^atlas_release_store_(\w+) (\d+)$/gm);
    return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
  };
  /** A round with an interim release of one answer. */
  const released = async (id: string): Promise<ReleaseDeskUser> => {
    await givenForm(server, await givenRound(server, id), withoutInReach('RW603'));
    const desk = new ReleaseDeskUser(await theSurveyLead(server), id);
    expect(await desk.release('interim')).toMatchObject({ number: 1 });
    return desk;
  };
  /** Once the product asks a store again that it could not reach. */
  const answered = async (path: string, status: number, at = server): Promise<Response> => {
    for (;;) {
      const answer = await at.get(path);
      if (answer.status === status) return answer;
      await answer.arrayBuffer();
      await kept(at);
      await pause(200);
    }
  };

  it('lie there under the path of their address, as the server answers them, and nothing else does', async () => {
    await released('in-bucket');
    await givenForm(server, 'in-bucket', withInReach('RH801'));
    await kept(server);
    const expected: string[] = [];
    for (const round of ['2017-18', 'demo-2026', 'in-bucket']) {
      const files = await listOf(round, 1);
      expect(files.map(({ name }) => name).sort()).toEqual([...EXACT_FILES].sort());
      for (const file of files) {
        const path = pathOf(file);
        expected.push(`public${path}`);
        const [direct, served] = [await bucket.get(path), await server.get(path)];
        for (const name of ['content-type', 'content-disposition', 'cache-control'])
          expect([path, name, direct.headers.get(name)]).toEqual([path, name, served.headers.get(name)]);
        expect([path, direct.status, served.status]).toEqual([path, 200, 200]);
        expect(direct.headers.get('cache-control')).toBe(FOR_GOOD);
        expect(sha256(await bytesOf(direct))).toBe(file.sha256);
        expect(sha256(await bytesOf(served))).toBe(file.sha256);
      }
    }
    // Only what releases hold: every key is one of a listed file, so nothing of the answer that came later is there.
    expect(await bucket.keys()).toEqual(expected.sort());
    await kept(server);
    expect(await bucket.keys()).toEqual(expected);
    const events = await server.reader.query(
      `SELECT COUNT(*) AS n FROM audit_event WHERE action = 'release.files-stored'`,
    );
    expect(Number(events[0].n)).toBe(3);
  });

  it('are refused for as long as the bucket is away, and nothing else is', async () => {
    await released('unread');
    await kept(server);
    const path = await fileOf('hospitals.csv', 'unread');
    await bucket.goAway();
    const refused = await server.get(path);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused.headers.get('cache-control')).not.toBe(FOR_GOOD);
    expect(await refused.json()).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect((await server.get('/open/v1/rounds/unread/releases/1/hospitals.csv')).status).toBe(200);
    const ready = await server.get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }]);
    expect(await told()).toMatchObject({ up: 0 });
    await bucket.comeBack();
    await answered(path, 200);
    expect(await told()).toEqual({ up: 1, refused: 0, waiting: 0 });
  });

  it('are put there later when it was away at the release, and are there for readers meanwhile', async () => {
    await bucket.goAway();
    await released('put-later');
    await kept(server);
    const [first] = await listOf('put-later', 1);
    expect((await server.get(pathOf(first!))).status).toBe(200);
    expect(await told()).toMatchObject({ waiting: 1 });
    await bucket.comeBack();
    while ((await bucket.get(pathOf(first!))).status !== 200) {
      await kept(server);
      await pause(200);
    }
    for (const file of await listOf('put-later', 1))
      expect(sha256(await bytesOf(await bucket.get(pathOf(file)))), file.name).toBe(file.sha256);
  });

  it('are not given out with other bytes, nor overwritten; taken away, the right ones come back', async () => {
    await released('damaged');
    await kept(server);
    const path = await fileOf('hospitals.csv', 'damaged');
    await bucket.put(path, 'ods_code,score\nRW603,100\n');
    const refused = await server.get(path);
    expect([refused.status, await refused.json()]).toMatchObject([502, { code: 'STORED_FILE_DAMAGED' }]);
    await kept(server);
    expect(await (await bucket.get(path)).text()).toContain('RW603,100');
    expect((await server.get(path)).status).toBe(502);
    expect(await told()).toEqual({ up: 1, refused: 1, waiting: 0 });
    const { data } = await server.send(
      '{ system { releaseStore { state stored refused waiting } } }',
      {},
      (await colleague(server, 'admin', grant('administrator'))).cookie,
    );
    const stored = (await bucket.keys()).length;
    expect(data?.['system'].releaseStore).toEqual({ state: 'answering', stored, refused: 1, waiting: 0 });
    await bucket.delete(path);
    await answered(path, 200);
    expect(sha256(await bytesOf(await bucket.get(path)))).toBe(path.split('/').at(-2));
    expect(
      (
        await server.reader.query(
          `SELECT action FROM audit_event WHERE action LIKE 'release.file-%' ORDER BY seq`,
        )
      ).map(({ action }: { action: string }) => action),
    ).toEqual(['release.file-refused', 'release.file-refused', 'release.file-mended']);
  });

  it('of a release that was replaced stay, and get others beside them that say so', async () => {
    const desk = await released('replaced');
    await kept(server);
    const before = await listOf('replaced', 1);
    await givenForm(server, 'replaced', withInReach('RH801'));
    await desk.release('erratum', { note: 'A hospital was missing.', replaces: 1 });
    await kept(server);
    const after = await listOf('replaced', 1);
    for (const file of [...before, ...after]) {
      expect((await bucket.get(pathOf(file))).status, file.address).toBe(200);
      expect((await server.get(pathOf(file))).status, file.address).toBe(200);
    }
  });

  it('of a release that is withdrawn are taken out; its address says so', async () => {
    const desk = await released('withdrawn');
    await kept(server);
    const path = await fileOf('hospitals.csv', 'withdrawn');
    expect((await bucket.get(path)).status).toBe(200);
    await desk.mark('withdrawRelease', 1, 'A hospital asked for it.');
    expect((await server.get(path)).status).toBe(410);
    await kept(server);
    expect((await bucket.keys()).filter((key) => key.includes('/withdrawn/'))).toEqual([]);
    expect((await server.get(path)).status).toBe(410);
  });

  it('keep answering under the hash of bytes that an earlier version made, as long as they lie there', async () => {
    await released('older');
    await kept(server);
    const body = '{"made":"by an earlier version"}';
    const hash = sha256(Buffer.from(body));
    const path = `/open/v1/rounds/older/releases/1/${hash}/summary.json`;
    await bucket.put(path, body);
    expect((await server.get(path)).status).toBe(404);
    const file = { name: 'summary.json', sha256: hash, bytes: body.length, fileName: '', fault: '' as const };
    await server.app
      .get(ReleaseFileRows, { strict: false })
      .record({ roundId: 'older', releaseNumber: 1, replacedBy: 0 }, [
        { ...file, contentType: 'application/json; charset=utf-8' },
      ]);
    expect(await (await server.get(path)).text()).toBe(body);
    const other = path.replace('summary.json', 'hospitals.geojson');
    expect((await server.get(other)).status).toBe(404);
  });

  it('give out nothing that only somebody else has put into the bucket', async () => {
    const body = '{"made":"up"}';
    const path = `/open/v1/rounds/demo-2026/releases/1/${sha256(Buffer.from(body))}/summary.json`;
    await bucket.put(path, body);
    expect((await server.get(path)).status).toBe(404);
  });

  it('are refused from the start where other bytes lie under their path before them', async () => {
    await bucket.goAway();
    await released('foul-play');
    const path = await fileOf('summary.json', 'foul-play');
    await bucket.comeBack();
    await bucket.put(path, '{"release":"mine"}');
    await answered(path, 502);
    expect(await (await bucket.get(path)).text()).toBe('{"release":"mine"}');
    expect((await server.get(await fileOf('export.zip', 'foul-play'))).status).toBe(200);
  });

  it('are found by another instance, which puts nothing there twice', async () => {
    const before = await bucket.keys();
    const path = await fileOf('export.zip');
    const direct = await bucket.get(path);
    const recorded = async (at: TestServer) =>
      Number((await at.reader.query('SELECT COUNT(*) AS n FROM release_file'))[0].n);
    const rows = await recorded(server);
    // Of SQLite there is one process at a time.
    if (place.env['DATABASE_URL'] === undefined) await server.stop();
    const other = await begin();
    await kept(other);
    expect(await bucket.keys()).toEqual(before);
    expect((await bucket.get(path)).headers.get('last-modified')).toBe(direct.headers.get('last-modified'));
    expect(await recorded(other)).toBe(rows);
    const served = await other.get(path);
    expect([served.status, sha256(await bytesOf(served))]).toEqual([200, path.split('/').at(-2)]);
    if (place.env['DATABASE_URL'] !== undefined) await server.stop();
    server = other;
  });
});
