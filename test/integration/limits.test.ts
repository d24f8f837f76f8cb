import { afterEach, describe, expect, inject, it } from 'vitest';

import { MESSAGE_LIMIT } from '../../server/src/commissioning/register/register-limit.js';
import { LimitSweeper } from '../../server/src/platform/limits/limit-sweeper.js';
import { givenLink } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';
import { TestClock } from '../support/test-clock.js';

const SUMMARY = '/open/v1/rounds/2017-18/summary.json';
const BEHIND_PROXY = { PROXY_ADDRESS: '127.0.0.1' };
const FROM = '198.51.100.7';
const CORRECT = `mutation { sendCorrection(serviceId: "", odsCode: "", text: "x", email: "", website: "") { __typename } }`;

describe('limits', () => {
  const clock = new TestClock();
  let place: Place | undefined;
  let running: TestServer[] = [];
  const start = async (env: Record<string, string | undefined> = {}): Promise<TestServer> => {
    place ??= await copyOfTemplate();
    const server = await startAt(place, { ...BEHIND_PROXY, ...env }, { clock });
    running.push(server);
    return server;
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    running = [];
  };
  afterEach(async () => {
    await stopAll();
    await place?.remove();
    place = undefined;
    clock.release();
  });

  /** The code of the refusal of a correction; '' = it was taken, or refused for another reason than its number. */
  const correct = async (server: TestServer, from = FROM): Promise<string> => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ query: CORRECT }),
    });
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code ?? '';
  };

  it('on messages hold over a restart, until the hour is over, and store no address', async () => {
    clock.set('2027-02-01T10:00:00.000Z');
    const before = await start();
    for (let each = 0; each < MESSAGE_LIMIT.perAddress; each += 1) expect(await correct(before)).toBe('');
    await stopAll();
    const after = await start();
    expect(await correct(after)).toBe('TOO_MANY_REQUESTS');
    expect(await correct(after, '198.51.100.8')).toBe('');
    const rows = await storedRows<{ who: string }>(place!, 'SELECT * FROM limit_count');
    expect(JSON.stringify(rows)).not.toContain('198.51.100');
    // One row for all together; the others under hashes with a key that is of no other day.
    expect(new Set(rows.map(({ who }) => who.length))).toEqual(new Set([0, 64]));
    clock.set('2027-02-01T11:00:00.000Z');
    expect(await correct(after)).toBe('');
  });

  it('forget what they counted after an hour, and at midnight whose it was', async () => {
    clock.set('2027-02-01T23:50:00.000Z');
    const server = await start();
    await correct(server);
    const [first] = await storedRows<{ id: string; value: string }>(place!, 'SELECT * FROM limit_key');
    expect(first?.id).toBe('2027-02-01');
    clock.set('2027-02-02T00:10:00.000Z');
    await correct(server);
    const keys = await storedRows<{ id: string; value: string }>(place!, 'SELECT * FROM limit_key');
    expect(keys.map(({ id }) => id)).toEqual(['2027-02-02']);
    expect(keys[0]?.value).not.toBe(first?.value);
    clock.set('2027-02-03T09:00:00.000Z');
    await server.app.get(LimitSweeper).sweep();
    for (const table of ['limit_count', 'limit_key'])
      expect(await storedRows(place!, `SELECT * FROM ${table}`)).toEqual([]);
  });

  it('on an account say what is left, refuse the rest with the seconds to wait, and leave others alone', async () => {
    clock.set('2027-02-01T10:00:15.000Z');
    const server = await start({ ACCOUNT_REQUESTS_PER_MINUTE: '3' });
    const cookie = await server.signIn();
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ viewer { signedIn } }' }),
      });
    const answers = [
      await ask({ cookie }),
      await ask({ cookie }),
      await ask({ cookie }),
      await ask({ cookie }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get('ratelimit')])).toEqual([
      [200, '"account";r=2;t=45'],
      [200, '"account";r=1;t=45'],
      [200, '"account";r=0;t=45'],
      [429, '"account";r=0;t=45'],
    ]);
    expect(answers[3]!.headers.get('retry-after')).toBe('45');
    expect(await answers[3]!.json()).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }],
    });
    const file = await server.get('/manage/v1/rounds/demo-2026/live.geojson', { cookie });
    expect([file.status, await file.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'TOO_MANY_REQUESTS' }),
    ]);
    expect((await ask({})).status).toBe(200);
    clock.set('2027-02-01T10:01:00.000Z');
    expect((await ask({ cookie })).status).toBe(200);
  });

  it('on a link refuse what that link asks too often, as a page, and no other link', async () => {
    clock.set('2026-05-01T12:00:00.000Z');
    const server = await start({ LINK_REQUESTS_PER_MINUTE: '3', CLIENT_DIR: undefined });
    const [one, other] = [
      new LiaisonTeam(server, await givenLink(server)),
      new LiaisonTeam(server, await givenLink(server, { odsCode: 'RH801' })),
    ];
    const seen: number[] = [];
    for (let each = 0; each < 4; each += 1) seen.push((await one.open('information')).status);
    expect(seen.at(-1)).toBe(429);
    expect(seen.slice(0, 3)).not.toContain(429);
    expect((await other.open('information')).status).not.toBe(429);
  });

  it('on links that lead nowhere stop whoever tries them out, and nobody else', async () => {
    clock.set('2027-02-01T10:00:00.000Z');
    const server = await start({ CLIENT_DIR: undefined });
    const attempt = async (at: number, from: string): Promise<number> => {
      const token = `guess-${at}`.padEnd(22, 'A');
      return (await server.get(`/respond/${token}`, { 'x-forwarded-for': from })).status;
    };
    const seen: number[] = [];
    for (let at = 0; at < 61; at += 1) seen.push(await attempt(at, FROM));
    expect(new Set(seen.slice(0, 60))).toEqual(new Set([404]));
    expect(seen[60]).toBe(429);
    expect(await attempt(99, '198.51.100.9')).toBe(404);
  });

  describe.skipIf(inject('template').engine === 'sqlite')('of a minute on two instances', () => {
    const LIMIT = 20;
    const get = async (server: TestServer, times: number): Promise<number> => {
      let admitted = 0;
      for (let each = 0; each < times; each += 1)
        if ((await server.get(SUMMARY, { 'x-forwarded-for': FROM })).status === 200) admitted += 1;
      return admitted;
    };
    const told = async (): Promise<number> => {
      const rows = await storedRows<{ taken: number }>(
        place!,
        `SELECT taken FROM limit_count WHERE limit_name = 'open'`,
      );
      return rows.reduce((sum, { taken }) => sum + taken, 0);
    };

    it('hold for both together', async () => {
      clock.set('2027-02-01T10:00:00.000Z');
      const one = await start({ OPEN_REQUESTS_PER_MINUTE: String(LIMIT) });
      const other = await start({ OPEN_REQUESTS_PER_MINUTE: String(LIMIT) });
      expect(await get(one, 15)).toBe(15);
      await expect.poll(told).toBe(15);
      // An instance hears of it soon after a request that it gets itself; each of these is told before the next.
      let admitted = 15;
      for (let each = 0; each < LIMIT && (await get(other, 1)) === 1; each += 1) {
        admitted += 1;
        await expect.poll(told).toBe(admitted);
      }
      expect(admitted).toBeGreaterThanOrEqual(LIMIT);
      admitted += await get(one, 1);
      // Each for itself they would admit twice as many.
      expect(admitted).toBeLessThanOrEqual(LIMIT + 3);
      // Somebody else has as much as ever, and everybody when the minute is over.
      expect((await one.get(SUMMARY, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
      clock.set('2027-02-01T10:01:00.000Z');
      expect(await get(one, 1)).toBe(1);
    });
  });
});
