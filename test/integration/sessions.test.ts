import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Session } from '../../server/src/access/session.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { givenLink, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

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
