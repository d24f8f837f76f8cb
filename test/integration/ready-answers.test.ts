import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const LIVE = '/manage/v1/rounds/demo-2026/live.geojson';
const TOKEN = 'a-secret-of-the-monitor-0123456789';
const SUMMARY = '/open/v1/rounds/demo-2026/summary.json';

/** Answers are given again without asking the routes; nobody may notice, except by the time it takes. */
/** Headers that belong to one answer only. */
const OWN = ['date', 'ratelimit', 'x-request-id'];

describe('an answer that is given again', () => {
  const clock = new TestClock();
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN }, { clock });
  });
  afterAll(() => server.stop());

  const twice = async (path: string, headers: Record<string, string> = {}): Promise<Response[]> => [
    await server.get(path, headers),
    await server.get(path, headers),
  ];
  const formsAt = async (odsCode: string, cookie: string): Promise<number | undefined> => {
    const { features } = (await (await server.get(LIVE, { cookie })).json()) as {
      features: { properties: { odsCode: string; forms: number } }[];
    };
    return features.find(({ properties }) => properties.odsCode === odsCode)?.properties.forms;
  };

  it.each(['identity', 'gzip', 'br', 'br;q=0, gzip'])(
    'has the same bytes and headers (%s)',
    async (takes) => {
      const [first, again] = await twice(SUMMARY, { 'accept-encoding': takes });
      const headersOf = (answer: Response | undefined) =>
        [...(answer?.headers ?? [])].filter(([name]) => !OWN.includes(name)).sort();
      expect(headersOf(again)).toEqual(headersOf(first));
      expect(await again?.text()).toBe(await first?.text());
      expect(again?.status).toBe(200);
    },
  );

  const again = async (): Promise<number> => {
    const text = await (await server.get('/metrics', { authorization: `Bearer ${TOKEN}` })).text();
    const counted = /^atlas_http_repeated_answers_total\{route="\/open\/v1\/rounds\/:\w+\/:\w+"\} (\d+)$/m;
    return Number(counted.exec(text)?.[1] ?? 0);
  };

  it('has an id of its own and is counted under its declared address', async () => {
    // Within a second of the clock, an answer is made once and given again from then on.
    clock.set('2026-11-23T10:00:00.000Z');
    try {
      await server.get(SUMMARY);
      const before = await again();
      const ids = [];
      for (let asked = 0; asked < 5; asked += 1)
        ids.push((await server.get(SUMMARY)).headers.get('x-request-id'));
      // Where several instances write, each question goes to the routes, which count it.
      expect(await again()).toBe(before + (inject('template').engine === 'sqlite' ? 5 : 0));
      for (const id of ids) expect(id).toMatch(/^[\w-]{36}$/);
      expect(new Set(ids).size).toBe(5);
    } finally {
      clock.release();
    }
  });

  it('stays good while pages are typed on, and not when a form is begun', async () => {
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RW603' }));
    const isRepeatedAfter = async (act: () => Promise<unknown>): Promise<boolean> => {
      await server.get(SUMMARY);
      await act();
      const before = await again();
      await server.get(SUMMARY);
      return (await again()) > before;
    };
    clock.set('2026-11-23T10:00:00.000Z');
    try {
      const isSqlite = inject('template').engine === 'sqlite';
      expect(await isRepeatedAfter(() => team.save('role', { role: ['psychologist'] }))).toBe(false);
      expect(await isRepeatedAfter(() => team.save('role', { role: ['iapt_lead'] }))).toBe(isSqlite);
      expect((await team.stored())?.draft).toMatchObject({ role: { given: 'iapt_lead' } });
    } finally {
      clock.release();
    }
  });

  it('keeps encodings apart', async () => {
    for (const takes of ['gzip', 'br', 'identity'])
      expect((await server.get(SUMMARY, { 'accept-encoding': takes })).headers.get('content-encoding')).toBe(
        takes === 'identity' ? null : takes,
      );
  });

  it('still says 304 to who has it', async () => {
    const [first] = await twice(SUMMARY);
    const etag = first?.headers.get('etag') ?? '';
    for (const answer of await twice(SUMMARY, { 'if-none-match': etag })) expect(answer.status).toBe(304);
    expect((await server.get(SUMMARY)).status).toBe(200);
  });

  it('shows every answer that was acknowledged before it was asked for', async () => {
    const cookie = await server.signIn();
    for (let forms = 1; forms <= 3; forms += 1) {
      const link = await givenLink(server, { odsCode: 'RW603' });
      const before = (await formsAt('RW603', cookie)) ?? 0;
      await new LiaisonTeam(server, link).submit(withoutInReach('RW603'));
      expect(await formsAt('RW603', cookie)).toBe(before + 1);
    }
  });

  it('is not given to a stranger, whoever asked before, nor to a session that was ended', async () => {
    const cookie = await server.signIn();
    for (const answer of await twice(LIVE, { cookie })) expect(answer.status).toBe(200);
    for (const answer of await twice(LIVE)) expect(answer.status).toBe(403);
    for (const answer of await twice(LIVE, { cookie: `${cookie}x` })) expect(answer.status).toBe(403);
    await server.send('mutation { signOut { signedIn } }', {}, cookie);
    for (const answer of await twice(LIVE, { cookie })) expect(answer.status).toBe(403);
  });

  it('ends with the session, although nothing was stored since', async () => {
    const cookie = await server.signIn();
    for (const answer of await twice(LIVE, { cookie })) expect(answer.status).toBe(200);
    clock.set(new Date(Date.now() + 48 * 3_600_000).toISOString());
    try {
      expect((await server.get(LIVE, { cookie })).status).toBe(403);
    } finally {
      clock.release();
    }
  });

  it('is not made of what cannot be repeated: refusals, HEAD, and pages of a form', async () => {
    for (const answer of await twice('/open/v1/rounds/nope/summary.json')) expect(answer.status).toBe(404);
    await server.get(SUMMARY);
    const head = await fetch(server.url + SUMMARY, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
