import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Session } from '../../server/src/access/session.entity.js';
import { givenLink, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Who may call an operation: everybody, or the survey lead alone. An operation that is not here fails the test. */
const WHO: Readonly<Record<string, 'everybody' | 'lead'>> = {
  'Query areas': 'everybody',
  'Query earlyImplementers': 'everybody',
  'Query frameDifference': 'lead',
  'Query hospital': 'everybody',
  'Query instruments': 'everybody',
  'Query liveRound': 'lead',
  'Query referenceSources': 'everybody',
  'Query release': 'everybody',
  'Query round': 'everybody',
  'Query rounds': 'everybody',
  'Query samplingFrame': 'lead',
  'Query samplingFrames': 'lead',
  'Query search': 'everybody',
  'Query tracker': 'lead',
  'Query trust': 'everybody',
  'Query viewer': 'everybody',
  'Mutation addFrameUnit': 'lead',
  'Mutation addSiteAlias': 'lead',
  'Mutation createFrame': 'lead',
  'Mutation freezeFrame': 'lead',
  'Mutation openDemoAnswer': 'everybody',
  'Mutation releaseRound': 'lead',
  'Mutation removeSiteAlias': 'lead',
  'Mutation setEligibility': 'lead',
  'Mutation signInToDemo': 'everybody',
  'Mutation signOut': 'everybody',
  'Mutation submitResponse': 'everybody',
  'GET *': 'everybody',
  'GET /health/ready': 'everybody',
  'GET /manage/v1/rounds/:round/chase-list.csv': 'lead',
  'GET /manage/v1/rounds/:round/live.geojson': 'lead',
  'GET /open/v1/early-implementers.geojson': 'everybody',
  'GET /open/v1/frames/:frame/hospitals.geojson': 'everybody',
  'GET /open/v1/rounds': 'everybody',
  'GET /open/v1/rounds/:round/:file': 'everybody',
  'GET /respond-assets/:name': 'everybody',
  'GET /respond/:token': 'everybody',
  'GET /respond/:token/:page': 'everybody',
  'POST /manage/v1/frames/:frame/import': 'lead',
  'POST /respond/:token/:page': 'everybody',
  'POST /respond/:token/submit': 'everybody',
};

/** Arguments that exist, so that a refusal can only come from the guard. */
const VALUES: Readonly<Record<string, unknown>> = {
  id: 'demo-2026',
  roundId: '2017-18',
  odsCode: 'RW603',
  text: 'Oldham',
};

describe('access', () => {
  let server: TestServer;
  let schema: Schema;
  let lead: Person;
  let everyone: Person;
  beforeAll(async () => {
    server = await startServer();
    schema = await Schema.of(server);
    lead = await theSurveyLead(server);
    everyone = thePublic(server);
  });
  afterAll(() => server.stop());

  /** Every route of the product as its controllers declare it. */
  const routes = (): string[] => {
    const parts = (value: unknown): string => String(value).replace(/^\/|\/$/g, '');
    return [...server.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => {
        const controller = metatype as { readonly prototype: object };
        const base = parts(Reflect.getMetadata(PATH_METADATA, controller));
        return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
          const handler: unknown = Reflect.get(controller.prototype, name);
          if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
          const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
          const path = [base, parts(Reflect.getMetadata(PATH_METADATA, handler))].filter(
            (part) => part !== '',
          );
          return [`${method} ${path.join('/') === '*' ? '*' : `/${path.join('/')}`}`];
        });
      });
  };

  it('is decided for every operation and every route that the product has, and for no other', () => {
    const operations = (['Query', 'Mutation'] as const).flatMap((kind) =>
      schema.operations(kind).map(({ name }) => `${kind} ${name}`),
    );
    expect([...new Set([...operations, ...routes()])].sort()).toEqual(Object.keys(WHO).sort());
  });

  describe.each(['Query', 'Mutation'] as const)('by GraphQL: %s', (kind) => {
    const names = Object.keys(WHO).flatMap((key) =>
      key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [],
    );

    it.each(names)('%s is open to whom it should be and closed to others', async (name) => {
      const field = schema.operations(kind).find((each) => each.name === name)!;
      const call = schema.callOf(kind === 'Query' ? 'query' : 'mutation', field, VALUES);
      const codeFor = async (person: Person): Promise<unknown> =>
        (await person.ask(call)).errors?.[0]?.extensions['code'] ?? 'answered';
      const forLeadsOnly = WHO[`${kind} ${name}`] === 'lead';
      const before = await rowCounts(server);
      const refused = await codeFor(everyone);
      if (forLeadsOnly) {
        expect(refused).toBe('FORBIDDEN');
        expect(await rowCounts(server)).toEqual(before);
      } else expect(refused).not.toBe('FORBIDDEN');
      // Whoever signs out is nobody any more; that is tested below.
      if (name !== 'signOut') expect(await codeFor(lead)).not.toBe('FORBIDDEN');
    });
  });

  it.each(Object.entries(WHO).filter(([key]) => /^(GET|POST) /.test(key)))(
    'by address: %s is for %s',
    async (key, who) => {
      const [method = '', pattern = ''] = key.split(' ');
      const path = pattern
        .replace('*', '/rounds')
        .replace(':round', 'demo-2026')
        .replace(':file', 'summary.json')
        .replace(':frame', 'acute-ed-2018')
        .replace(':token', 'nobodys-token-nobodys-token')
        .replace(':page', 'role');
      const cookie = await server.signIn();
      const statusFor = async (headers: Record<string, string>): Promise<number> =>
        (await fetch(server.url + path, { method, headers, redirect: 'manual' })).status;
      if (who === 'lead') expect(await statusFor({})).toBe(403);
      else expect(await statusFor({})).not.toBe(403);
      expect(await statusFor({ cookie })).not.toBe(403);
    },
  );

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
