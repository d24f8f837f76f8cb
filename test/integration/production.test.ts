import { afterEach, describe, expect, it } from 'vitest';

import { createApp } from '../../server/src/create-app.js';
import { DomainError } from '../../server/src/platform/domain-error.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { givenLink, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, emptyPlace, type Place, startAt, type TestServer } from '../support/start-server.js';

describe('starting and starting again', () => {
  let place: Place;
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await place.remove();
  });

  it('a second start adds not one row to any table, and serves the same public bytes', async () => {
    place = await copyOfTemplate();
    const pictures: unknown[] = [];
    for (let start = 1; start <= 2; start += 1) {
      server = await startAt(place);
      const files = ['rounds', 'rounds/2017-18/summary.json', 'rounds/demo-2026/hospitals.csv'];
      const bodies = files.map(async (file) => (await server!.get(`/open/v1/${file}`)).text());
      pictures.push([await rowCounts(server), await Promise.all(bodies)]);
      await server.stop();
      server = undefined;
    }
    expect(pictures[1]).toEqual(pictures[0]);
  });

  it('an answer that was acknowledged is there after a stop, and so is the session of the lead', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    const cookie = await server.signIn();
    const team = new LiaisonTeam(server, await givenLink(server));
    const first = await team.submit(withoutInReach('RW603'), { key: 'before-the-stop' });
    await server.stop();
    server = await startAt(place);
    expect(
      await new LiaisonTeam(server, team.link).submit(withoutInReach('RW603'), { key: 'before-the-stop' }),
    ).toEqual(first);
    expect((await server.get('/manage/v1/rounds/demo-2026/live.geojson', { cookie })).status).toBe(200);
  });

  describe('in production', () => {
    const production = { MODE: 'production', HOST: '127.0.0.1' };

    it('refuses a database that holds a synthetic round, and leaves it as it was', async () => {
      place = await copyOfTemplate();
      const start = createApp(
        loadConfig({ LOG_LEVEL: 'silent', CLIENT_DIR: '', ...place.env, ...production }),
      ).then((app) => app.init().finally(() => app.close()));
      await expect(start).rejects.toThrow(DomainError);
      await expect(start).rejects.toMatchObject({
        code: 'CONFLICT',
        field: 'MODE',
        mend: expect.stringMatching(/DATA_DIR/),
      });
      server = await startAt(place);
      expect((await server.get('/open/v1/rounds/demo-2026/summary.json')).status).toBe(200);
    });

    it('begins with the report of 2018 and without the invented round', async () => {
      place = await emptyPlace();
      server = await startAt(place, production);
      const rounds = (await (await server.get('/open/v1/rounds')).json()) as { id: string }[];
      expect(rounds.map(({ id }) => id)).toEqual(['2017-18']);
      const { data } = await server.send('{ viewer { demo signedIn permissions } }');
      expect(data?.['viewer']).toEqual({
        demo: false,
        signedIn: false,
        permissions: ['Public', 'AnswerWithToken'],
      });
      const { response, invitation, site } = await rowCounts(server);
      expect([response, invitation, site]).toEqual([0, 0, 221]);
      // Starting once more as production adds nothing either.
      const before = await rowCounts(server);
      await server.stop();
      server = await startAt(place, production);
      expect(await rowCounts(server)).toEqual(before);
    });

    it('signs nobody in through the demo, makes no demo link and does not tell its schema', async () => {
      place = await emptyPlace();
      server = await startAt(place, production);
      const before = await rowCounts(server);
      const signIn = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { signInToDemo(role: survey_lead) { signedIn } }' }),
      });
      expect(signIn.headers.get('set-cookie')).toBeNull();
      expect(await signIn.json()).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
      const link = await server.send('mutation { openDemoAnswer { path } }');
      expect(link.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      for (const query of [
        '{ __schema { types { name } } }',
        '{ __type(name: "Query") { fields { name } } }',
      ]) {
        const { data, errors } = await server.send(query);
        expect(data ?? null).toBeNull();
        expect(errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
      }
      expect(await rowCounts(server)).toEqual(before);
    });

    it('takes answers to a live round', async () => {
      place = await emptyPlace();
      server = await startAt(place, production);
      const roundId = await givenRound(server, 'live-2026');
      const team = new LiaisonTeam(server, await givenLink(server, { roundId }));
      expect((await team.submit(withoutInReach('RW603'))).receipt).toMatchObject({ revision: 1 });
    });
  });
});
