import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { readingRoutes } from '../support/routes.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ROUND = 'excluded-forms';
/** Counts; the only form without in-reach. */
const COUNTED = 'RW603';
/** Left out; says that there is in-reach, which nobody else does. */
const EXCLUDED = 'RH801';
/** Waits for a decision; says the same. */
const PENDING = 'RA301';
const WORDS = { [EXCLUDED]: 'wombat-excluded', [PENDING]: 'numbat-pending' };

/** What shows forms to those who decide about them, and nothing else. */
const FOR_CLEANERS = [
  'cleaningForms',
  'cleaningQueue',
  'cleaningDecisions',
  'freezeDifference',
  'siteQueries',
];

/** Files of a round's open data, and those for its own team; the address is one with the name as its last part. */
const FILES = [
  'summary.json',
  'hospitals.geojson',
  'hospitals.csv',
  'long.csv',
  'forms.csv',
  'codebook.csv',
  'datapackage.json',
];

const VALUES: Readonly<Record<string, unknown>> = {
  id: ROUND,
  roundId: ROUND,
  odsCode: EXCLUDED,
  text: 'Exeter',
  from: 1,
  to: 1,
};

describe('a form that was left out, and one that waits', () => {
  let server: TestServer;
  let lead: Cleaner;
  let ids: readonly string[];
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = new Cleaner(await theSurveyLead(server), await givenRound(server, ROUND));
    await lead.settings({ mode: 'review' });
    const counted = await givenForm(server, ROUND, withoutInReach(COUNTED));
    const form = (code: typeof EXCLUDED | typeof PENDING) =>
      givenForm(server, ROUND, withInReach(code, { integration: ['83'], comments: [WORDS[code] ?? ''] }));
    const excluded = await form(EXCLUDED);
    const pending = await form(PENDING);
    ids = [excluded.id, pending.id];
    expect((await lead.decide({ kind: 'accept', formId: counted.id })).problems).toEqual([]);
    expect((await lead.decide({ kind: 'exclude', formId: excluded.id, reason: 'test' })).problems).toEqual(
      [],
    );
    await lead.release('interim', 'excluded-interim');
    await lead.freeze('');
    await lead.release('final', 'excluded-final');
  });
  afterAll(() => server.stop());

  const expectClean = (what: string, answer: string): void => {
    for (const secret of [...ids, ...Object.values(WORDS)]) expect(answer, what).not.toContain(secret);
  };

  it('reaches no query, whoever asks', async () => {
    const schema = await Schema.of(server);
    const queries = schema.operations('Query').filter(({ name }) => !FOR_CLEANERS.includes(name));
    expect(queries.length).toBeGreaterThan(20);
    let answered = 0;
    for (const field of queries) {
      const answer = await lead.person.ask(schema.callOf('query', field, VALUES, 3));
      if (answer.data?.[field.name] != null) answered += 1;
      expectClean(field.name, JSON.stringify(answer));
    }
    // A query that only refuses would show nothing in any case.
    expect(answered).toBeGreaterThan(15);
  });

  it('reaches no file and no address', async () => {
    const routes = readingRoutes(server).flatMap((route) =>
      route.includes(':file') ? FILES.map((file) => route.replace(':file', file)) : [route],
    );
    expect(routes.length).toBeGreaterThan(12);
    let answered = 0;
    for (const route of routes) {
      const path = route
        .replace(':round', ROUND)
        .replace(':frame', 'acute-ed-2018')
        .replace(':version', '1.1')
        .replace(/:\w+/g, 'nobodys-token-nobodys');
      const answer = await lead.person.get(path);
      const text = await answer.text();
      if (answer.status === 200) answered += 1;
      expectClean(path, text);
    }
    expect(answered).toBeGreaterThan(6);
  });

  it('is in no figure: the summary counts it as left out or waiting, and as nothing else', async () => {
    const summary = (await (await server.get(`/open/v1/rounds/${ROUND}/summary.json`)).json()) as Record<
      string,
      any
    >;
    expect(summary['forms']).toEqual({
      received: 3,
      accepted: 1,
      merged: 0,
      excluded: 1,
      withdrawn: 0,
      pending: 1,
      partial: 0,
      analysed: 1,
    });
    const inReach = summary['indicators'].find(({ id }: { id: string }) => id === 'iapt-in-reach');
    expect(inReach).toMatchObject({ yes: 0, no: 1 });
  });

  it('makes its hospital neither answered nor reached, live or released', async () => {
    const { data } = await lead.ask(
      `query ($roundId: ID!) {
        liveRound(id: $roundId) { forms { analysed } hospitals { odsCode category forms } }
        tracker(roundId: $roundId, level: england) { england { submitted } toRing { odsCode } }
        release(roundId: $roundId) { hospitals { odsCode category } } }`,
    );
    const of = (hospitals: readonly Record<string, unknown>[], code: string) =>
      hospitals.find(({ odsCode }) => odsCode === code);
    for (const code of [EXCLUDED, PENDING]) {
      expect(of(data?.['liveRound'].hospitals, code)).toMatchObject({ category: 'NR', forms: 0 });
      // This round does not name silent hospitals: released, it is as little known as any of them.
      expect(of(data?.['release'].hospitals, code)).toMatchObject({ category: 'NP' });
    }
    expect(data?.['tracker'].england.submitted).toBe(1);
    expect(of(data?.['tracker'].toRing, COUNTED)).toBeUndefined();
  });
});
