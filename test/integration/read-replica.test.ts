import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { READ_REPLICA, type ReadReplica } from '../../server/src/database/read-replica.js';
import { LiveAnswers, liveProgram } from '../../server/src/publication/live/live-answers.js';
import { LiveRounds } from '../../server/src/publication/live/live-rounds.js';
import { BUNDLE } from '../support/built-server.js';
import { colleague, grant } from '../support/colleagues.js';
import { Gate } from '../support/gate.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import type { TestPostgres } from '../support/postgres.js';
import { CLIENT_VERSION, startPostgresForClient } from '../support/postgres-client.js';
import { startAt, type TestServer } from '../support/start-server.js';

const STATISTICS = '/manage/v1/rounds/demo-2026/form-statistics.json';
const PUBLIC = ['rounds', 'rounds/demo-2026/summary.json', 'rounds/demo-2026/hospitals.csv'];
const TRACKER = `{ tracker(roundId: "demo-2026", level: region, threshold: "1/2", eligibleShare: "", question: "") {
  england { frame submitted } } }`;

/** Connections of the product to the standby. */
const READERS = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'liaison-atlas-replica'";

/** A real standby that follows by streaming, beside a product that reads from it. */
describe.skipIf(inject('template').engine === 'sqlite' || CLIENT_VERSION === 0)('a read replica', () => {
  let primary: TestPostgres;
  let standby: TestPostgres;
  let dataDir: string;
  let server: TestServer;
  const replica = (): ReadReplica => server.app.get<ReadReplica>(READ_REPLICA);
  /** The first value of what a statement gives, as a number. */
  const onStandby = async (text: string): Promise<number> => {
    const client = new pg.Client({ connectionString: standby.url('atlas') });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text).finally(() => client.end());
    return Number(Object.values(rows[0] ?? {})[0]);
  };
  /** What everybody is told, and how the replica stands, which only administrators and monitors are told. */
  const ready = async () => {
    const answer = await server.get('/health/ready');
    expect(await answer.json()).toEqual({ status: 'ok' });
    return { code: answer.status, replica: await replica().health() };
  };
  const start = async (readUrl: string): Promise<void> => {
    const env = { DATABASE_URL: primary.url('atlas'), REPLICA_DATABASE_URL: readUrl, DATA_DIR: dataDir };
    server = await startAt({ env, remove: () => Promise.resolve() }, { CLIENT_DIR: undefined });
  };
  /** Waits until the standby has followed, which takes as long as it takes. */
  const hasFollowed = () => expect.poll(async () => (await ready()).replica?.state).toBe('reading');
  /** Forms that the counts are over. */
  const counted = async (cookie: string): Promise<unknown> => {
    const answer = await server.get(STATISTICS, { cookie });
    expect(answer.status).toBe(200);
    return answer.json();
  };

  beforeAll(async () => {
    primary = await startPostgresForClient();
    await primary.create('atlas');
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-replica-'));
    await start('');
    await server.stop();
    standby = await primary.standby();
  });
  afterEach(() => server.stop());
  afterAll(async () => {
    await standby.stop();
    await primary.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('answers who only looks, and leaves to the primary whoever is about to write', async () => {
    await start(standby.url('atlas'));
    const cookie = await server.signIn();
    await hasFollowed();
    for (const path of PUBLIC) expect((await server.get(`/open/v1/${path}`)).status).toBe(200);
    const afterPublic = replica().reads.replica;
    expect(afterPublic).toBeGreaterThan(0);
    expect((await server.send(TRACKER, {}, cookie)).errors).toBeUndefined();
    const afterQuery = replica().reads.replica;
    expect(afterQuery).toBeGreaterThan(afterPublic);
    const team = new LiaisonTeam(server, await givenLink(server));
    const before = { ...replica().reads };
    expect((await team.open()).status).toBe(302);
    expect((await team.submit(withoutInReach('RW603'))).problems).toEqual([]);
    expect(replica().reads).toEqual(before);
    await hasFollowed();
    expect((await ready()).code).toBe(200);
    const administrator = await colleague(server, 'admin', grant('administrator'));
    const { data } = await administrator.ask('{ system { replica { state behindBytes } } }');
    expect(data?.['system'].replica).toEqual({ state: 'reading', behindBytes: expect.any(Number) });
  });

  it('is read by the thread of the live rounds as well, which shows no less than what was acknowledged', async () => {
    await start(standby.url('atlas'));
    const cookie = await server.signIn();
    await hasFollowed();
    Object.assign(server.app.get(LiveAnswers), { program: liveProgram(BUNDLE.href) });
    Object.assign(server.app.get(LiveRounds), { answer: () => Promise.reject(new Error('not here')) });
    const sent = async (): Promise<number> =>
      (await server.send(TRACKER, {}, cookie)).data?.['tracker'].england.submitted as number;
    const before = await onStandby(READERS);
    const base = await sent();
    expect(await onStandby(READERS)).toBeGreaterThan(before);
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      const silent = await server.send(
        `{ tracker(roundId: "demo-2026", level: region, threshold: "1/2", eligibleShare: "", question: "") {
          toRing { odsCode } } }`,
        {},
        cookie,
      );
      const odsCode = String(silent.data?.['tracker'].toRing[0].odsCode);
      const team = new LiaisonTeam(server, await givenLink(server, { odsCode }));
      expect((await team.submit(withoutInReach(odsCode))).problems).toEqual([]);
      expect(await sent()).toBe(base + 1);
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
  });

  it('with more readers than it has connections sends the others to the primary, and is not given up for it', async () => {
    await start(standby.url('atlas'));
    expect((await server.get('/open/v1/rounds')).status).toBe(200);
    const taken = await Promise.all(Array.from({ length: 14 }, () => replica().take()));
    expect(taken.filter((client) => client === undefined).length).toBeGreaterThanOrEqual(4);
    for (const client of taken) client?.release();
    const isGivenAgain = async (): Promise<boolean> => {
      const client = await replica().take();
      client?.release();
      return client !== undefined;
    };
    // Sooner than a replica that was given up is asked again.
    await expect.poll(isGivenAgain, { timeout: 3000, interval: 100 }).toBe(true);
  });

  it('never shows less than what was acknowledged, however far behind it is', async () => {
    await start(standby.url('atlas'));
    const cookie = await server.signIn();
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RVR05' }));
    const sent = async (): Promise<number> =>
      (await server.send(TRACKER, {}, cookie)).data?.['tracker'].england.submitted as number;
    const base = await sent();
    expect((await team.submit(withoutInReach('RVR05'))).receipt?.revision).toBe(1);
    const after = await sent();
    expect(after).toBeGreaterThanOrEqual(base);
    const seen = [JSON.stringify(await counted(cookie))];
    for (let time = 0; time < 5; time += 1) {
      const link = await givenLink(server, { odsCode: ['RTH08', 'RXH01', 'R1F01', 'RW603', 'RVR05'][time] });
      const other = new LiaisonTeam(server, link);
      expect((await other.submit(withoutInReach(link.odsCode))).problems).toEqual([]);
      seen.push(JSON.stringify(await counted(cookie)));
    }
    expect(new Set(seen).size).toBe(seen.length);
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      const late = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RTH08' }));
      expect((await late.submit(withoutInReach('RTH08'))).problems).toEqual([]);
      const before = { ...replica().reads };
      expect(seen).not.toContain(JSON.stringify(await counted(cookie)));
      expect(replica().reads.primary).toBeGreaterThan(before.primary);
      expect(replica().reads.replica).toBe(before.replica);
      const { code, replica: health } = await ready();
      expect([code, health.state]).toEqual([200, 'behind']);
      expect(health.behindBytes).toBeGreaterThan(0);
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
    const again = async (): Promise<boolean> => {
      const before = replica().reads.replica;
      await server.send(TRACKER, {}, cookie);
      return replica().reads.replica > before;
    };
    await expect.poll(again).toBe(true);
  });

  it('may go and come back, in the middle of answers too: nobody is told', async () => {
    await start(standby.url('atlas'));
    const cookie = await server.signIn();
    const looks = async (): Promise<number[]> =>
      Promise.all(
        Array.from({ length: 12 }, async (_, at) =>
          at % 2 === 0
            ? (await server.get(STATISTICS, { cookie })).status
            : ((await server.send(TRACKER, {}, cookie)).errors?.length ?? 0) + 200,
        ),
      );
    const fine = Array.from({ length: 12 }, () => 200);
    for (let time = 0; time < 5; time += 1) {
      const looking = looks();
      await onStandby(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'liaison-atlas-replica'`,
      );
      expect(await looking).toEqual(fine);
    }
    const looking = looks();
    await standby.kill();
    expect(await looking).toEqual(fine);
    expect(await looks()).toEqual(fine);
    expect(await ready()).toMatchObject({ code: 200, replica: { state: 'gone', behindBytes: null } });
    await standby.restart();
    const isUsed = async (): Promise<boolean> => {
      const before = replica().reads.replica;
      await looks();
      return replica().reads.replica > before;
    };
    await expect.poll(isUsed, { timeout: 60_000, interval: 500 }).toBe(true);
    await hasFollowed();
  });

  it('that says nothing any more, on a line that stays open, keeps nobody waiting', async () => {
    const gate = new Gate(new URL(standby.url('atlas')));
    await start(await gate.open());
    const cookie = await server.signIn();
    await hasFollowed();
    await counted(cookie);
    expect(replica().reads.replica).toBeGreaterThan(0);
    gate.fallSilent();
    await counted(cookie);
    expect(await ready()).toMatchObject({ code: 200, replica: { state: 'gone' } });
    gate.close();
  });

  it('that is none of this database is not read from', async () => {
    // The primary itself; a standby of another one is told by the same question.
    await start(primary.url('atlas'));
    for (const path of PUBLIC) expect((await server.get(`/open/v1/${path}`)).status).toBe(200);
    expect(replica().reads.replica).toBe(0);
    expect(await ready()).toMatchObject({ code: 200, replica: { state: 'gone' } });
  });
});
