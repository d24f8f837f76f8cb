import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Cleaner, givenForm } from '../support/cleaner.js';
import { CodedRound, ROUND, TEXTS } from '../support/coded-round.js';
import { withInReach } from '../support/given.js';
import type { Person } from '../support/people.js';
import { readingRoutes } from '../support/routes.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Words that stand in comments which look identifying and which nobody has cleared. */
const WORDS = ['quokka', 'wombat', 'numbat'] as const;
const COMMENTS = {
  positives: [`Ask Dr Example Person about the ${WORDS[0]}.`],
  improve: [`Ring the ${WORDS[1]} on 0161 496 0000.`],
  comments: [`Write to ${WORDS[2]}@example.org about it.`],
};

/** The only query that shows a comment before a person cleared it: the forms as they lie before a cleaner. */
const FOR_CLEANERS = ['cleaningForms'];

describe('a comment that looks identifying, of a form that counts', () => {
  let server: TestServer;
  let coded: CodedRound;
  let lead: Cleaner;
  let form: string;
  let values: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server);
    lead = new Cleaner(coded.lead, ROUND);
    const odsCode = coded.hospitals[0]!;
    const consents = { consent_facts: ['yes'], consent_score: ['yes'], consent_quote: ['yes'] };
    form = (await givenForm(server, ROUND, withInReach(odsCode, { ...COMMENTS, ...consents }))).id;
    await coded.begins();
    await lead.release('interim', 'uncleared-interim');
    await lead.freeze('');
    await lead.release('final', 'uncleared-final');
    values = {
      id: ROUND,
      roundId: ROUND,
      codebookId: coded.book.id,
      taskId: coded.task.anna,
      formId: form,
      ids: [form],
      entity: 'response',
      entityId: form,
      responseId: form,
      odsCode,
      text: '',
      page: 1,
      perPage: 100,
      skip: 0,
      take: 100,
      from: 1,
      to: 1,
    };
  });
  afterAll(() => server.stop());

  const expectNone = (what: string, answer: string): void => {
    for (const word of WORDS) expect(answer.includes(word), `${word} in ${what}`).toBe(false);
  };

  it('is before the cleaner, and counts: so there is something that could leak', async () => {
    const { data } = await lead.ask(
      `query ($roundId: ID!, $ids: [ID!]!) { cleaningForms(roundId: $roundId, ids: $ids) {
        outcome comments { state original shown } } }`,
      { ids: [form] },
    );
    const [seen] = data!['cleaningForms'];
    expect(['accepted', 'merged']).toContain(seen.outcome);
    expect(seen.comments.map(({ state }: { state: string }) => state)).toEqual(['waits', 'waits', 'waits']);
    for (const word of WORDS) expect(JSON.stringify(seen)).toContain(word);
  });

  it('is in no other answer of any query, whoever asks', async () => {
    const schema = await Schema.of(server);
    const queries = schema.operations('Query').filter(({ name }) => !FOR_CLEANERS.includes(name));
    const people: Readonly<Record<string, Pick<Person, 'ask'>>> = {
      lead: coded.lead,
      coder: coded.anna,
      visitor: { ask: (query, variables) => server.send(query, variables) },
    };
    const answered: string[] = [];
    let text = '';
    for (const field of queries)
      for (const [who, person] of Object.entries(people)) {
        const answer = await person.ask(schema.callOf('query', field, values, 4));
        if (answer.data?.[field.name] != null) answered.push(`${who} ${field.name}`);
        expectNone(`${field.name} for the ${who}`, JSON.stringify(answer));
        text += JSON.stringify(answer);
      }
    // A query that only refuses would show nothing in any case; other comments of the round are seen where they may be.
    expect(answered.length).toBeGreaterThan(30);
    expect(answered).toEqual(
      expect.arrayContaining(['coder codingDesk', 'lead liveRound', 'visitor release']),
    );
    expect(text).toContain(TEXTS[4]);
  });

  it('is in no file, no page and no live view', async () => {
    const files = ['summary.json', 'hospitals.geojson', 'hospitals.csv'];
    const routes = readingRoutes(server).flatMap((route) =>
      route.includes(':file') ? files.map((file) => route.replace(':file', file)) : [route],
    );
    let answered = 0;
    for (const route of routes) {
      const path = route
        .replace(/:round(?:Id)?\b/, ROUND)
        .replace(/:codebook(?:Id)?\b/, coded.book.id)
        .replace(':frame', 'acute-ed-2018')
        .replace(':version', '1.1')
        .replace(/:\w+/g, 'nobodys-token-nobodys');
      for (const who of [coded.lead, coded.anna]) {
        const answer = await who.get(path);
        if (answer.status === 200) answered += 1;
        expectNone(path, await answer.text());
      }
    }
    expect(answered).toBeGreaterThan(12);
    expect(await coded.file('codings.csv')).not.toBe('');
  });

  it('is in the coding as soon as a person has cleared it, and only that one', async () => {
    expect(await lead.reopen('A comment is cleared.')).toEqual([]);
    const cleared = await lead.decide({ kind: 'clear_comment', formId: form, variable: 'positives' });
    expect(cleared.problems).toEqual([]);
    const text = JSON.stringify(await coded.deskOf('anna'));
    expect(text).toContain(WORDS[0]);
    expect(text).not.toContain(WORDS[1]);
    expect(text).not.toContain(WORDS[2]);
  });
});
