import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withoutInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

const OLDHAM = 'RW603';

/** Texts of an answer with the way to each: `tasks.0.hospital`. */
function* textsOf(value: unknown, way = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [way, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsOf(inner, way === '' ? key : `${way}.${key}`);
}

describe('the name of a real hospital in a made-up round', () => {
  let server: TestServer;
  let cleaner: Cleaner;
  let formId: string;
  let name: string;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    const roundId = await givenRound(server, 'made-up', { kind: 'synthetic' });
    cleaner = new Cleaner(await theSurveyLead(server), roundId);
    expect(await cleaner.settings({})).toEqual([]);
    ({ id: formId } = await givenForm(server, roundId, withoutInReach(OLDHAM)));
    const { data } = await server.send(`{ hospital(odsCode: "${OLDHAM}") { name } }`);
    name = data?.['hospital'].name;
  });
  afterAll(() => server.stop());

  it('starts with DEMO wherever a query of the round tells it', async () => {
    const schema = await Schema.of(server);
    const values = { roundId: cleaner.roundId, ids: [formId] };
    const ofHistory = { ...values, kind: 'hospital', id: OLDHAM };
    const told: string[] = [];
    const bare: string[] = [];
    for (const field of schema.operations('Query')) {
      if (!field.args.some((arg) => arg.name === 'roundId')) continue;
      const given = field.name === 'history' ? ofHistory : values;
      const args = field.args.filter((arg) => arg.name in given);
      const { data } = await cleaner.person.ask(schema.callOf('query', { ...field, args }, given, 3));
      for (const [way, text] of textsOf(data)) {
        if (!text.includes(name)) continue;
        told.push(field.name);
        if (text.replaceAll(`DEMO ${name}`, '').includes(name)) bare.push(`${way}: ${text}`);
      }
    }
    expect(bare).toEqual([]);
    // Those that a form of the hospital must make speak of it; else the test would pass over nothing.
    expect([...new Set(told)]).toEqual(
      expect.arrayContaining(['cleaningQueue', 'cleaningForms', 'history', 'exploreLive']),
    );
  });

  it('starts so where two freezes are compared', async () => {
    const { ids } = await cleaner.decide({ kind: 'accept', formId });
    await cleaner.freeze('Before.');
    expect(await cleaner.reopen('One less.')).toEqual([]);
    expect((await cleaner.decide({ kind: 'reverse', targetId: ids[0], note: 'A slip.' })).problems).toEqual(
      [],
    );
    await cleaner.freeze('After.');
    const { data } = await cleaner.ask(
      'query ($roundId: ID!) { freezeDifference(roundId: $roundId, from: 1, to: 2) { formsOut { hospital } } }',
    );
    expect(data?.['freezeDifference'].formsOut).toEqual([{ hospital: `DEMO ${name}` }]);
  });
});
