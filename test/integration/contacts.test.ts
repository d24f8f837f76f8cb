import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { ContactDetail } from '../../server/src/fieldwork/contacts/contact-detail.entity.js';
import { ContactRetentionService } from '../../server/src/fieldwork/contacts/contact-retention.service.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Release } from '../../server/src/publication/release.entity.js';
import { colleague, grant } from '../support/colleagues.js';
import { ContactLead, contactCsv } from '../support/contact-book.js';
import { givenRound, rowCounts } from '../support/given.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const ANN = 'ann@example.org,Ann Example,liaison lead,RW603';

describe('contacts', () => {
  const clock = new TestClock();
  let server: TestServer;
  let lead: ContactLead;
  let list: string;
  beforeEach(async () => {
    server = await startServer({}, { clock });
    await givenRound(server, '2027');
    lead = new ContactLead(server, await colleague(server, 'lead', grant('survey_lead')), '2027');
    list = await lead.list('Faculty');
  });
  afterEach(async () => {
    clock.release();
    await server.stop();
  });

  it('come from a list: first a report that stores nothing, then exactly that', async () => {
    const csv = contactCsv(ANN, 'bob@example.org,,,"RW603; RJ122"');
    const before = await rowCounts(server);
    const checked = await lead.upload(list, csv);
    expect(checked.report).toMatchObject({ stored: false, rows: 2, people: 2, added: 2, problemCount: 0 });
    expect(await rowCounts(server)).toEqual(before);
    const stored = await lead.upload(list, csv, { plan: checked.report.plan });
    expect(stored.report).toMatchObject({ stored: true, added: 2 });
    expect((await lead.contacts()).map(({ email, job }) => [email, job])).toEqual([
      ['ann@example.org', 'liaison lead'],
      ['bob@example.org', ''],
    ]);
    expect((await lead.upload(list, csv)).report).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it('are one person for each address, whatever its letters and on how many lists it stands', async () => {
    await lead.imports(list, contactCsv(ANN, 'ANN@Example.org,,,RJ122'));
    const second = await lead.list('College');
    expect(await lead.imports(second, contactCsv('Ann@example.ORG,Another Name,,'))).toMatchObject({
      changed: 1,
    });
    const [ann, ...others] = await lead.contacts();
    expect(others).toEqual([]);
    expect(ann).toMatchObject({ name: 'Ann Example', listIds: expect.arrayContaining([list, second]) });
    expect(ann?.['hospitals'].map(({ odsCode }: { odsCode: string }) => odsCode)).toEqual(['RJ122', 'RW603']);
  });

  it.each([
    ['wrong headings', 'mail,hospitals\na@example.org,RW603', ['1 MISSING_COLUMN', '1 UNKNOWN_COLUMN']],
    ['a formula', contactCsv('ann@example.org,=1+1,,RW603'), ['2 FORMULA']],
    ['a hospital that is not known', contactCsv(ANN, 'b@example.org,,,ZZZ99'), ['3 UNKNOWN_HOSPITAL']],
    ['what is no address', contactCsv('nobody,,,RW603'), ['2 NOT_AN_EMAIL_ADDRESS']],
  ])(
    'are not taken from a list with %s: nothing is stored, and each line is named',
    async (_what, csv, lines) => {
      const before = await rowCounts(server);
      const { report } = await lead.upload(list, csv);
      expect(report.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(lines);
      expect(report.plan).toBe('');
      expect((await lead.upload(list, csv, { plan: 'x' })).status).toBe(409);
      expect(await rowCounts(server)).toEqual(before);
    },
  );

  it('proposes the code of a hospital that is written by its name', async () => {
    const { report } = await lead.upload(list, contactCsv('a@example.org,,,Royal Oldham Hospital'));
    expect(report.problems[0]?.mend).toContain('RW603');
  });

  it('takes a byte-order mark for none, and refuses spreadsheets and 50 MB before reading them', async () => {
    const marked = await lead.upload(list, `\uFEFF${contactCsv(ANN)}`);
    expect(marked.report.problemCount).toBe(0);
    expect(marked.report.notices[0]).toContain('byte-order mark');
    const archive = await lead.upload(list, new Uint8Array([0x50, 0x4b, 3, 4, 9]));
    expect([archive.status, archive.problems[0]?.code]).toEqual([400, 'NOT_A_TEXT_FILE']);
    const large = await lead.upload(list, new Uint8Array(50 * 1024 * 1024).fill(97));
    expect([large.status, large.problems[0]?.code]).toEqual([413, 'TOO_LARGE']);
    expect(large.problems[0]?.message).toContain('at most 5 MB');
  });

  it('says what is missing about where a list comes from, and stores nothing that changed since the report', async () => {
    const { report } = await lead.upload(list, contactCsv(ANN));
    const bare = await lead.upload(list, contactCsv(ANN), {
      plan: report.plan,
      source: ' ',
      basis: 'because',
    });
    expect(bare.problems.map(({ field }) => field)).toEqual(['source', 'legalBasis']);
    await lead.imports(list, contactCsv('ann@example.org,Ann Other,,'));
    expect((await lead.upload(list, contactCsv(ANN), { plan: report.plan })).status).toBe(409);
  });

  it('can be added, changed and searched one by one', async () => {
    const save = (input: Record<string, unknown>) =>
      lead
        .ask(
          `mutation ($input: SaveContactInput!) { saveContact(input: $input) { ... on Contact { id email }
            ... on ContactRefused { problems { code field } } } }`,
          { input: { roundId: '2027', legalBasis: 'consent', source: 'by telephone', ...input } },
        )
        .then(({ data }) => data?.['saveContact'] as Record<string, any>);
    const { id } = await save({ listId: list, email: 'Ann@Example.org', hospitals: 'RW603' });
    expect(await save({ listId: list, email: 'ann@example.org' })).toEqual({
      problems: [{ code: 'ADDRESS_TAKEN', field: 'email' }],
    });
    expect(
      (await save({ id, email: 'no', hospitals: 'ZZZ99', source: '' }))['problems'].map(
        ({ field }: { field: string }) => field,
      ),
    ).toEqual(['email', 'source', 'hospitals']);
    await save({ id, email: 'ann.new@example.org', name: 'Ann 50%', hospitals: 'RJ122' });
    expect(await lead.contacts('search: "50%"')).toMatchObject([
      { email: 'ann.new@example.org', hospitals: [{ odsCode: 'RJ122' }] },
    ]);
    expect(await lead.contacts('search: "5_%"')).toEqual([]);
  });

  it('are erased with what waits for them, and keep only the wish to get no more mail', async () => {
    await lead.imports(list, contactCsv(ANN, 'bob@example.org,,,RJ122'));
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await lead.send('invitation', { sendAt: later })).toMatchObject({ recipients: 2, queued: 2 });
    const id = await lead.idOf('ann@example.org');
    const optOut =
      'mutation ($roundId: ID!, $id: ID!) { setOptOut(roundId: $roundId, id: $id, optedOut: true) { optedOutAt } }';
    const { data } = await lead.ask(optOut, { id });
    expect(data?.['setOptOut'].optedOutAt).not.toBeNull();
    await lead.ask('mutation ($roundId: ID!, $id: ID!) { eraseContact(roundId: $roundId, id: $id) }', { id });
    const everything: unknown[] = [];
    for (const { tableName } of server.reader.entityMetadatas)
      everything.push(await server.reader.query(`SELECT * FROM "${tableName}"`));
    expect(JSON.stringify(everything)).not.toMatch(/ann@example|Ann Example/i);
    const states = (await server.reader.getRepository(OutboxMessage).find()).map(({ state }) => state);
    expect(states.sort()).toEqual(['dropped', 'queued']);
    // On the next list she stands again, and still gets nothing.
    expect(await lead.imports(list, contactCsv(ANN))).toMatchObject({ added: 1, optedOut: 1 });
    expect((await lead.contacts('only: opted_out')).map(({ email }) => email)).toEqual(['ann@example.org']);
  });

  it('can be taken away as a file in which no cell is a formula', async () => {
    await lead.imports(list, contactCsv('ann@example.org,Ann - 1,,RW603'));
    const signedIn = await colleague(server, 'second', grant('survey_lead'));
    const file = await signedIn.get('/manage/v1/rounds/2027/contacts.csv');
    expect(await file.text()).toContain('ann@example.org,Ann - 1,,RW603,public_task,a test,,');
    expect(file.headers.get('cache-control')).toContain('no-store');
  });

  it('of another round are nobody’s business, and general lists belong to the whole survey', async () => {
    await givenRound(server, '2028');
    const own = await colleague(server, 'own', grant('survey_lead', { kind: 'round', id: '2028' }));
    const elsewhere = new ContactLead(server, own, '2027');
    expect(await elsewhere.list('x')).toBe('FORBIDDEN');
    expect((await elsewhere.upload(list, contactCsv(ANN))).status).toBe(403);
    const general = await lead.list('All members', '');
    const here = new ContactLead(server, own, '2028');
    expect((await here.upload(general, contactCsv(ANN))).status).toBe(403);
    expect((await here.upload(list, contactCsv(ANN))).status).toBe(404);
    await lead.imports(general, contactCsv(ANN));
    expect(await here.contacts()).toHaveLength(1);
  });

  describe('who stand on a list of another round too', () => {
    /** The lead of 2028 has put Ann, who is on a list of 2027, on a list of their own. */
    const withSharedAnn = async (line: string) => {
      await givenRound(server, '2028');
      const own = await colleague(server, 'own', grant('survey_lead', { kind: 'round', id: '2028' }));
      const here = new ContactLead(server, own, '2028');
      await lead.imports(list, contactCsv(ANN));
      const report = await here.imports(await here.list('Ours'), contactCsv(line));
      return { here, report };
    };
    const save = (who: ContactLead, id: string, email: string) =>
      who.ask(
        `mutation ($input: SaveContactInput!) { saveContact(input: $input) { ... on Contact { email }
          ... on ContactRefused { problems { code } } } }`,
        {
          input: {
            id,
            listId: '',
            roundId: who.roundId,
            email,
            name: 'Eve',
            job: '',
            hospitals: 'RJ122',
            legalBasis: 'consent',
            source: 'a test',
          },
        },
      );

    it('come onto the list as they are, and it says so', async () => {
      const { here, report } = await withSharedAnn('ann@example.org,,,RJ122');
      expect(report).toMatchObject({ stored: true, changed: 1 });
      expect(report.notices.join()).toContain('1 person is on lists of others too');
      expect(await here.contacts()).toHaveLength(1);
      const [ann] = await lead.contacts();
      expect(ann?.['hospitals'].map(({ odsCode }: { odsCode: string }) => odsCode)).toEqual(['RW603']);
    });

    it('can be changed or erased by whoever leads the whole survey, and not by the lead of one round', async () => {
      const { here } = await withSharedAnn('ann@example.org,,,');
      const id = await here.idOf('ann@example.org');
      // Else the links of the other round would go to Eve.
      expect((await save(here, id, 'eve@example.org')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      const erase = 'mutation ($roundId: ID!, $id: ID!) { eraseContact(roundId: $roundId, id: $id) }';
      expect((await here.ask(erase, { id })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect((await lead.contacts()).map(({ email, name }) => [email, name])).toEqual([
        ['ann@example.org', 'Ann Example'],
      ]);
      expect((await save(lead, id, 'ann@example.net')).data?.['saveContact'].email).toBe('ann@example.net');
      expect((await lead.ask(erase, { id })).errors).toBeUndefined();
    });

    it('can be spared mail by any lead, and given it back by those alone who keep them', async () => {
      const { here } = await withSharedAnn('ann@example.org,,,');
      const id = await here.idOf('ann@example.org');
      const set = (who: ContactLead, to: boolean) =>
        who.ask(
          `mutation ($roundId: ID!, $id: ID!, $to: Boolean!) {
            setOptOut(roundId: $roundId, id: $id, optedOut: $to) { optedOutAt } }`,
          { id, to },
        );
      expect((await set(here, true)).data?.['setOptOut'].optedOutAt).not.toBeNull();
      expect((await set(here, false)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect((await set(lead, false)).data?.['setOptOut'].optedOutAt).toBeNull();
    });
  });

  it('are erased twelve months after the final release of the last round that they were kept for', async () => {
    await givenRound(server, '2029');
    await lead.imports(list, contactCsv(ANN, 'bob@example.org,,,RJ122'));
    const later = new ContactLead(server, await colleague(server, 'third', grant('survey_lead')), '2029');
    await later.imports(await later.list('Next'), contactCsv('bob@example.org,,,'));
    const release = {
      id: 'r1',
      roundId: '2027',
      number: 1,
      kind: 'final' as const,
      publishedAt: '2027-05-31T00:00:00.000Z',
      publishedBy: 'lead',
      note: '',
      idempotencyKey: 'final',
      document: '{}',
      members: [],
      sha256: '',
    };
    await server.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(Release, release));
    const retention = server.app.get(ContactRetentionService);
    clock.set('2028-05-30T00:00:00.000Z');
    expect(await retention.eraseOld()).toBe(0);
    clock.set('2028-06-01T00:00:00.000Z');
    expect(await retention.eraseOld()).toBe(1);
    clock.release();
    expect(await lead.contacts()).toMatchObject([{ email: 'bob@example.org' }]);
  });

  it('are erased twelve months after their last change where no round has them: on general lists only', async () => {
    await lead.imports(await lead.list('Faculty of another year', ''), contactCsv('gill@example.org,,,'));
    await lead.imports(list, contactCsv(ANN));
    const emails = async () =>
      (await server.reader.getRepository(ContactDetail).find()).map(({ email }) => email).sort();
    const [{ changedAt }] = (await server.reader.getRepository(Contact).find()) as [Contact];
    const daysLater = (days: number) =>
      clock.set(new Date(Date.parse(changedAt) + days * 86_400_000).toISOString());
    const retention = server.app.get(ContactRetentionService);
    daysLater(360);
    expect(await retention.eraseOld()).toBe(0);
    daysLater(370);
    expect(await retention.eraseOld()).toBe(1);
    clock.release();
    // The other is on a list of a round that was never released.
    expect(await emails()).toEqual(['ann@example.org']);
  });
});
