import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { givenLink, withInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { nameOf, Schema, type SchemaField } from '../support/schema-walk.js';
import { SIGNED_IN_ONLY } from '../support/signed-in-only.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Words in a column's or a field's name that would mean: this is about a person who answered. */
const ABOUT_A_PERSON =
  /e_?mail|phone|telephone|address|first_?name|last_?name|full_?name|surname|forename|birth|nhs_?number|ip_?addr|user_?agent|password/i;

/** Names of fields that lead to what a team wrote, or to who it was. */
const NOT_FOR_THE_PUBLIC =
  /^(draft|token.*|respondent|answers?|invitations?|responses?|revisions|reason|comments?|positives|improve|role|members|session.*|personId|actorId|publishedBy|idempotencyKey)$/i;

/** Words that nobody else uses, so that finding them anywhere means that they came from this form. */
const WRITTEN = { comments: 'xylophone-comment', positives: 'quince-positive', improve: 'zebra-improvement' };

describe('personal data', () => {
  let server: TestServer;
  let schema: Schema;
  let team: LiaisonTeam;
  let everyone: Person;

  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    schema = await Schema.of(server);
    everyone = thePublic(server);
    // A form with words in every box and no consent to anything, released; and a draft that was never sent.
    team = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RW603' }));
    const texts = Object.fromEntries(Object.entries(WRITTEN).map(([variable, text]) => [variable, [text]]));
    const form = withInReach('RW603', {
      ...texts,
      integration: ['37'],
      consent_facts: ['no'],
      consent_score: ['no'],
    });
    expect((await team.submit(form)).problems).toEqual([]);
    await team.save('comments', { comments: ['walrus-draft'] });
    const lead = await theSurveyLead(server);
    const { data } = await lead.ask(
      'mutation { releaseRound(input: { roundId: "demo-2026", kind: interim, note: "", idempotencyKey: "personal-data" }) { __typename } }',
    );
    expect(data?.['releaseRound'].__typename).toBe('Release');
  });
  afterAll(() => server.stop());

  it('has no column: no table keeps a name, an address or a number of a respondent', async () => {
    const columns: string[] = [];
    for (const { tableName } of server.reader.entityMetadatas) {
      const runner = server.reader.createQueryRunner();
      const table = await runner.getTable(tableName);
      await runner.release();
      columns.push(...(table?.columns ?? []).map(({ name }) => `${tableName}.${name}`));
    }
    expect(columns.length).toBeGreaterThan(100);
    // People with an account, and those who are invited, do have an address, in tables of their own; others keep a hash.
    // In the order of their names: that of the tables depends on what was loaded first.
    expect(columns.filter((column) => ABOUT_A_PERSON.test(column)).sort()).toEqual([
      'contact.address_hash',
      'contact_detail.email',
      'mail_opt_out.address_hash',
      'pending_rectification.email',
      'person_contact.email',
      'register_contact.email',
      'register_sender.email',
      'sign_in_link.address_hash',
    ]);
    // Whatever is called a name is the name of a place, an organisation or an area.
    const named = columns
      .filter((column) => /(^|_|\.)name/.test(column))
      .map((column) => column.split('.')[0]);
    expect(new Set(named)).not.toContain('response');
    expect(new Set(named)).not.toContain('invitation');
    expect(new Set(named)).not.toContain('session');
    expect(new Set(named)).not.toContain('person');
    expect(new Set(named)).not.toContain('contact');
    expect(new Set(named)).not.toContain('access_grant');
  });

  const publicOperations = (): SchemaField[] =>
    (['Query', 'Mutation'] as const)
      .flatMap((kind) => schema.operations(kind))
      .filter(({ name }) => !SIGNED_IN_ONLY.includes(name));

  it('has no field: nothing that the public can ask for leads to a form, a link or a person', () => {
    const fields = publicOperations().flatMap((operation) =>
      [...schema.reachableFrom(operation)].flatMap((type) =>
        type.startsWith('__')
          ? []
          : schema
              .fieldsOf(type)
              // How many there are of something tells nothing of one of them.
              .filter(({ type: of }) => nameOf(of) !== 'Int')
              .map(({ name }) => `${type}.${name}`),
      ),
    );
    expect(fields.length).toBeGreaterThan(100);
    const suspicious = fields.filter(
      (field) => NOT_FOR_THE_PUBLIC.test(field.split('.')[1] ?? '') || ABOUT_A_PERSON.test(field),
    );
    expect([...new Set(suspicious)]).toEqual([]);
  });

  it('has no way round: the public reaches no type of the live round, of people or of mail', () => {
    for (const operation of publicOperations()) {
      const reached = [...schema.reachableFrom(operation)].filter((type) =>
        /^(?!ComparedPlace$|Comparison$)(Live|Track|Cleaning|Freeze|SiteQuery|OpenLink|Record|HospitalToRing|Person|Grant|OwnGrant|Outbox|Contact|Mailing|Session|SamplingFrame|FrameUnit|Codebook|Coding|Code|Desk|ComparedCoding|ComparedComment|ComparisonModel|PossibleCoder|Quot|Reply|SiteObjection|SignOff|ReleaseDesk|ReleasePreview|System|HospitalReply)/.test(
          type,
        ),
      );
      expect(reached, `from ${operation.name}`).toEqual([]);
    }
    expect(nameOf(schema.operations('Query').find(({ name }) => name === 'liveRound')!.type)).toBe(
      'LiveRound',
    );
  });

  it('is in no public answer, however deep one asks', async () => {
    const stored = await team.stored();
    const secrets = [
      ...Object.values(WRITTEN),
      'walrus-draft',
      team.link.token,
      team.link.invitationId,
      stored!.id,
      stored!.respondent,
      stored!.idempotencyKey,
    ];
    const answers: [string, string][] = [];
    const values = { id: 'demo-2026', roundId: 'demo-2026', odsCode: 'RW603', text: 'Oldham', level: 'icb' };
    /** Everything below an operation, four levels down, or as far as the limits on queries let anybody go. */
    const askAsDeepAsAllowed = async (operation: Parameters<typeof schema.callOf>[1]) => {
      for (let depth = 4; depth > 2; depth -= 1) {
        const answer = await everyone.ask(schema.callOf('query', operation, values, depth));
        if (answer.errors?.[0]?.extensions['code'] !== 'BAD_INPUT') return answer;
      }
      return everyone.ask(schema.callOf('query', operation, values, 2));
    };
    for (const operation of schema.operations('Query')) {
      const { data, errors } = await askAsDeepAsAllowed(operation);
      expect(errors?.[0]?.extensions['code'], operation.name).toBe(
        SIGNED_IN_ONLY.includes(operation.name) ? 'FORBIDDEN' : undefined,
      );
      answers.push([operation.name, JSON.stringify(data)]);
    }
    for (const path of [
      '/open/v1/rounds',
      ...['summary.json', 'hospitals.geojson', 'hospitals.csv'].map(
        (file) => `/open/v1/rounds/demo-2026/${file}`,
      ),
      '/',
      '/hospitals/RW603',
      '/manage/v1/rounds/demo-2026/live.geojson',
      '/manage/v1/rounds/demo-2026/chase-list.csv',
      '/manage/v1/rounds/demo-2026/form-statistics.json',
      '/manage/v1/rounds/demo-2026/codebooks/any/codings.csv',
      '/manage/v1/rounds/demo-2026/codebooks/any/quotations.csv',
    ])
      answers.push([path, await (await everyone.get(path)).text()]);
    for (const [what, text] of answers)
      for (const secret of secrets)
        expect(text.includes(secret), `${secret} in the answer to ${what}`).toBe(false);
  });

  it('without consent leaves a hospital without code, score or band that would tell its answer', async () => {
    const { data } = await everyone.ask(
      '{ hospital(odsCode: "RW603") { results { round { id } hospital { category score } } } }',
    );
    const result = data?.['hospital'].results.find((each: any) => each.round.id === 'demo-2026');
    expect(result.hospital.score).toBeNull();
    expect(['G2', 'G3', 'G4']).not.toContain(result.hospital.category);
  });

  it('is not in a release either: the stored document and its members hold pseudonyms only', async () => {
    const rows: unknown = await server.reader.query(`SELECT document, members FROM "release"`);
    const text = JSON.stringify(rows);
    for (const secret of [...Object.values(WRITTEN), 'walrus-draft', team.link.token, team.link.invitationId])
      expect(text).not.toContain(secret);
  });

  it('keeps no token: the database holds its hash', async () => {
    for (const { tableName } of server.reader.entityMetadatas) {
      const rows: unknown = await server.reader.query(`SELECT * FROM "${tableName}"`);
      expect(JSON.stringify(rows).includes(team.link.token), tableName).toBe(false);
    }
  });
});
