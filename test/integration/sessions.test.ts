import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Session } from '../../server/src/access/session.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { givenLink, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

describe('whoever comes back', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  describe('a session', () => {
    const live = '/manage/v1/rounds/demo-2026/live.geojson';

    it('ends on the server when the lead signs out: the old cookie opens nothing any more', async () => {
      const cookie = await server.signIn();
      expect((await server.get(live, { cookie })).status).toBe(200);
      await server.send('mutation { signOut { signedIn } }', {}, cookie);
      expect((await server.get(live, { cookie })).status).toBe(403);
    });

    it('is not opened by a made-up cookie or by the id that the database holds', async () => {
      const stored = await server.reader
        .getRepository(Session)
        .findOneByOrFail({ personId: 'demo-survey_lead' });
      for (const value of ['', 'guess', stored.id, `${stored.id};`, "' OR 1=1 --"])
        expect((await server.get(live, { cookie: `la_session=${encodeURIComponent(value)}` })).status).toBe(
          403,
        );
    });

    it('ends by itself after its time', async () => {
      const cookie = await server.signIn();
      await server.unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.update(Session, { personId: 'demo-survey_lead' }, { expiresAt: '2020-01-01T00:00:00.000Z' }),
      );
      expect((await server.get(live, { cookie })).status).toBe(403);
    });

    it('ends when nothing is done with it for a while, and goes on while it is used', async () => {
      const clock = new TestClock();
      clock.set('2026-05-01T08:00:00.000Z');
      const other = await startServer({ SESSION_IDLE_MINUTES: '30', SESSION_HOURS: '2' }, { clock });
      try {
        const cookie = await other.signIn();
        const at = async (time: string) => {
          clock.set(`2026-05-01T${time}:00.000Z`);
          return (await other.get(live, { cookie })).status;
        };
        expect([await at('08:20'), await at('08:40'), await at('09:09')]).toEqual([200, 200, 200]);
        expect(await at('09:39')).toBe(403);
        const again = await other.signIn();
        const open = async () =>
          (await other.send('{ mySessions { current } }', {}, again)).data?.['mySessions'];
        // The one that was left is not in the list any more.
        expect(await open()).toEqual([{ current: true }]);
        for (const time of ['10:00', '10:25', '10:50', '11:15', '11:38']) {
          clock.set(`2026-05-01T${time}:00.000Z`);
          expect((await other.get(live, { cookie: again })).status).toBe(200);
        }
        // Two hours after it began it ends, however busy it is.
        clock.set('2026-05-01T11:39:00.000Z');
        expect((await other.get(live, { cookie: again })).status).toBe(403);
      } finally {
        await other.stop();
      }
    });

    it('has a cookie that scripts cannot read and other sites cannot send', async () => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { signInToDemo(role: survey_lead) { signedIn } }' }),
      });
      expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/);
      expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/);
    });
  });

  it('does not let a form of another site run a mutation (a request without a preflight)', async () => {
    const before = await rowCounts(server);
    for (const contentType of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: JSON.stringify({ query: 'mutation { openDemoAnswer { path } }' }),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    const asLink = await server.get(
      `/graphql?query=${encodeURIComponent('mutation { openDemoAnswer { path } }')}`,
    );
    expect(asLink.status).toBeGreaterThanOrEqual(400);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('gives one team no way into the form of another', async () => {
    const oldham = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RW603' }));
    const exeter = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RH801' }));
    await oldham.submit(withoutInReach('RW603'), { key: 'oldhams-own-key' });
    const own = await oldham.stored();
    // The same key on another link is another form, not a way to read or to change this one.
    await exeter.submit(withoutInReach('RH801', { comments: ['from Exeter'] }), { key: 'oldhams-own-key' });
    expect(await oldham.stored()).toEqual(own);
    expect((await exeter.stored())?.id).not.toBe(own?.id);
    expect(await (await exeter.open('receipt')).text()).not.toContain('There are plans for next year.');
  });
});
