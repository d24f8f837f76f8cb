import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AccessGrant } from '../../server/src/access/people/access-grant.entity.js';
import { person as personCommand } from '../../server/src/cli/person.js';
import { RegisterContact } from '../../server/src/commissioning/register/register-inbox.entity.js';
import { RegisterServiceRow } from '../../server/src/commissioning/register/register-service.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { verifyPlace } from '../support/audit-chain.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { ContactLead, contactCsv } from '../support/contact-book.js';
import { givenLink, givenRound } from '../support/given.js';
import { LiaisonTeam, thePublic } from '../support/people.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { SchemeMember } from '../support/scheme-member.js';
import {
  copyOfTemplate,
  type GraphqlAnswer,
  type Place,
  startAt,
  type TestServer,
} from '../support/start-server.js';

const NAME = 'Annabel Quillfeather';
const EMAIL = 'annabel.quillfeather@example.org';
/** Their addresses stand beside each other everywhere; erasing one must not touch the other. */
const OTHER = 'jo.annabel.quillfeather@example.org';

const code = (answer: GraphqlAnswer): unknown => answer.errors?.[0]?.extensions['code'];

/** Texts of all columns of all tables that hold a text. */
async function everyText(server: TestServer): Promise<string> {
  const texts: string[] = [];
  for (const { tableName } of server.reader.entityMetadatas)
    for (const row of await server.reader.query<Record<string, unknown>[]>(`SELECT * FROM "${tableName}"`))
      texts.push(`${tableName}: ${JSON.stringify(row)}`);
  return texts.join('\n').toLowerCase();
}

/** Puts a person into every table that can hold one, the ways that the product has. */
async function givenEverywhere(server: TestServer, administrator: Colleague): Promise<{ cookie: string }> {
  const lead = await colleague(server, 'lead', grant('survey_lead'));
  await givenRound(server, '2027');
  const invited = await administrator.ask(
    `mutation ($name: String!, $email: String!) { invitePerson(input: { name: $name, email: $email, role: commissioner, scopeKind: survey, scopeId: "all" }) { id } }`,
    { name: NAME, email: EMAIL },
  );
  expect(invited.errors).toBeUndefined();
  // Signed in, with a scheme in which they are alone.
  const asked = await thePublic(server).ask(
    'mutation ($email: String!) { requestSignIn(email: $email) { demoPath } }',
    { email: EMAIL },
  );
  const token = String(asked.data?.['requestSignIn'].demoPath).split('#')[1];
  const entered = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($t: String!) { confirmSignIn(token: $t) { signedIn } }',
      variables: { t: token },
    }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  await new SchemeMember({
    ask: (query, variables) => server.send(query, variables, cookie),
    get: (path, headers = {}) => server.get(path, { ...headers, cookie }),
  }).create('QOP', { title: `${EMAIL} plans` });
  // On a list, with another whose address ends in the same letters, and whose source names the person.
  const contacts = new ContactLead(server, lead, '2027');
  const list = await contacts.list('Faculty');
  const csv = contactCsv(`${EMAIL},${NAME},consultant,RW603`, `${OTHER},Jo Annabel,nurse,RW603`);
  const { report } = await contacts.upload(list, csv);
  await contacts.upload(list, csv, { plan: report.plan });
  await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
    const [person, other] = [EMAIL, OTHER].map((email) => ({ addressHash: sha256(`contact:${email}`) }));
    const { id: contactId } = await manager.findOneByOrFail(Contact, person!);
    await manager.update(Contact, other!, { source: `told by ${EMAIL.toUpperCase()}, 2026` });
    const invitationId = newId();
    await manager.insert(Invitation, {
      id: invitationId,
      roundId: '2027',
      odsCode: 'RW603',
      tokenHash: sha256(invitationId),
      state: 'sent',
      mode: null,
      createdAt: '2026-02-01T00:00:00.000Z',
      expiresAt: '2027-02-01T00:00:00.000Z',
      contactId,
      mailingId: null,
      sentAt: '2026-02-01T00:00:00.000Z',
      bouncedAt: null,
      openedAt: null,
      remindersSent: null,
    });
    const mail = {
      kind: 'invitation',
      template: 'test-1',
      roundId: '2027',
      groupId: null,
      attempts: 1,
      leasedUntil: '2026-02-01T00:00:00.000Z',
      createdAt: '2026-02-01T00:00:00.000Z',
    };
    const toThem = {
      subjectId: invitationId,
      recipient: EMAIL,
      subject: `For ${NAME}`,
      body: `Dear ${NAME}`,
    };
    await manager.insert(OutboxMessage, [
      // Refused by the mail server, which quotes the address; sent; and one to somebody else that names it.
      {
        ...mail,
        ...toThem,
        id: newId(),
        dedupeKey: 'one',
        state: 'bounced',
        reason: `550 <${EMAIL}> unknown`,
        sentAt: null,
      },
      {
        ...mail,
        ...toThem,
        id: newId(),
        dedupeKey: 'two',
        state: 'sent',
        reason: '',
        sentAt: mail.createdAt,
      },
      {
        ...mail,
        id: newId(),
        dedupeKey: 'three',
        subjectId: newId(),
        recipient: OTHER,
        subject: 'Hello',
        body: `Ask ${EMAIL}.\nOr me.`,
        state: 'sent',
        reason: '',
        sentAt: mail.createdAt,
      },
    ]);
    const service = await manager.findOneByOrFail(RegisterServiceRow, { id: await anyService(server) });
    await manager.insert(RegisterContact, {
      serviceId: service.id,
      email: EMAIL,
      setAt: '2026-01-01T00:00:00.000Z',
    });
  });
  await new RegisterKeeper(thePublic(server)).correct('The telephone number is wrong, says xylophone.', {
    odsCode: 'RW603',
    email: EMAIL,
  });
  // In a form that is being filled in, by whoever does so.
  const team = new LiaisonTeam(server, await givenLink(server));
  await team.save('comments', { comments: [`First line\n${EMAIL} knows more`] });
  // And a new address that waits.
  const rectified = await administrator.ask(
    'mutation ($email: String!) { rectifyPerson(input: { email: $email, newEmail: "a.quillfeather.new@example.org" }) { waits demoPath } }',
    { email: EMAIL },
  );
  expect(rectified.data?.['rectifyPerson']).toMatchObject({ waits: true });
  return { cookie };
}

async function anyService(server: TestServer): Promise<string> {
  const [row] = await server.reader.getRepository(RegisterServiceRow).find({ take: 1 });
  return row!.id;
}

describe('what is kept about a person', () => {
  let place: Place;
  let server: TestServer;
  let administrator: Colleague;
  let cookie: string;
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    administrator = await colleague(server, 'admin', grant('administrator'));
    ({ cookie } = await givenEverywhere(server, administrator));
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });

  const find = (email: string) =>
    administrator.ask(
      'mutation ($email: String!) { findPerson(email: $email) { email obstacle { code } records { kind count first last kept } } }',
      { email },
    );
  const kinds = async (email: string): Promise<Record<string, number>> => {
    const { data } = await find(email);
    return Object.fromEntries(data?.['findPerson'].records.map((one: any) => [one.kind, one.count]));
  };

  it('is found by the exact address, kind by kind, and nothing of private schemes', async () => {
    const { data } = await find(` ${EMAIL.toUpperCase()} `);
    expect(data?.['findPerson']).toMatchObject({ email: EMAIL, obstacle: null });
    expect(Object.fromEntries(data?.['findPerson'].records.map((one: any) => [one.kind, one.count]))).toEqual(
      {
        account: 1,
        grants: 1,
        new_address: 1,
        sessions: 1,
        sign_in_requests: 1,
        contact: 1,
        invitations: 1,
        // Welcome, sign-in, two invitations, the new address, and the one to somebody else.
        mails: 5,
        corrections: 1,
        register_contact: 1,
        audit: expect.any(Number),
        // The source of another contact, and a draft.
        mentions: 2,
      },
    );
    expect((await find('quillfeather@example.org')).data?.['findPerson'].records).toEqual([]);
    expect(code(await find('not an address'))).toBe('BAD_INPUT');
  });

  it('is for administrators alone, and every look leaves an event that names nobody', async () => {
    const others = [
      thePublic(server),
      await colleague(server, 'other-lead', grant('survey_lead')),
      await colleague(server, 'nobody'),
    ];
    for (const one of others)
      for (const operation of [
        `findPerson(email: "${EMAIL}") { email }`,
        `exportPerson(email: "${EMAIL}") { json }`,
        `erasePerson(email: "${EMAIL}") { mails }`,
        `rectifyPerson(input: { email: "${EMAIL}", name: "X" }) { waits }`,
      ])
        expect(code(await one.ask(`mutation { ${operation} }`)), operation).toBe('FORBIDDEN');
    const events = await server.reader.getRepository(AuditEvent).findBy({ action: 'person.looked-up' });
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toMatch(/quillfeather/i);
  });

  it('is handed out whole, in words, for programs, to read and as a table', async () => {
    const { data } = await administrator.ask(
      'mutation ($email: String!) { exportPerson(email: $email) { json html csv } }',
      { email: EMAIL },
    );
    const { json, html, csv } = data?.['exportPerson'] as Record<'json' | 'html' | 'csv', string>;
    const { records } = JSON.parse(json) as { records: { kind: string; rows: Record<string, string>[] }[] };
    const of = (kind: string) => records.find((one) => one.kind === kind)?.rows ?? [];
    expect(of('contact')).toMatchObject([
      { name: NAME, 'e-mail address': EMAIL, role: 'consultant', hospitals: 'RW603' },
    ]);
    expect(of('corrections')).toMatchObject([{ text: expect.stringMatching(/xylophone/) }]);
    expect(of('mails').map(({ text }) => text)).toContain(`Dear ${NAME}`);
    // Of a mail to somebody else it says no more than that it names the address.
    expect(json).not.toContain('Or me.');
    expect(json).not.toMatch(/token|[0-9a-f]{64}/);
    for (const text of [html, csv]) expect(text).toContain(NAME);
    expect(json + html + csv).not.toContain('QOP');
  });

  it('is handed out to the person themselves, with their schemes', async () => {
    const { data } = await server.send('mutation { exportOwnData { json } }', {}, cookie);
    expect(data?.['exportOwnData'].json).toContain('QOP');
    expect(code(await server.send('mutation { exportOwnData { json } }', {}, await server.signIn()))).toBe(
      'NOT_FOUND',
    );
  });

  it('cannot be erased of the last administrator', async () => {
    expect((await find(administrator.email)).data?.['findPerson'].obstacle).toEqual({
      code: 'LAST_ADMINISTRATOR',
    });
    expect(
      code(await administrator.ask(`mutation { erasePerson(email: "${administrator.email}") { mails } }`)),
    ).toBe('CONFLICT');
  });

  it('goes when it is erased: the address and the name are nowhere in the database any more, nor in a file', async () => {
    const before = await everyText(server);
    for (const table of [
      'person_contact',
      'contact_detail',
      'register_sender',
      'register_contact',
      'outbox_message',
      'response',
      'scheme',
    ])
      expect(before, table).toMatch(new RegExp(`^${table}: .*annabel.quillfeather@`, 'm'));
    const answers = await server.reader.getRepository(Invitation).count();
    const { data } = await administrator.ask(
      'mutation ($email: String!) { erasePerson(email: $email) { mails texts } }',
      { email: EMAIL },
    );
    expect(data?.['erasePerson']).toEqual({ mails: 6, texts: 2 });

    const after = (await everyText(server)).replaceAll(OTHER, '');
    for (const secret of [EMAIL, NAME.toLowerCase(), 'a.quillfeather.new', 'xylophone'])
      expect(after.split('\n').filter((line) => line.includes(secret))).toEqual([]);
    // Nobody else is touched, and what others wrote stays but for the address.
    const all = await everyText(server);
    expect(all).toContain(OTHER);
    expect(all).toContain('told by [erased], 2026');
    expect(all).toMatch(/first line\\+n\[erased\] knows more/);
    expect(await server.reader.getRepository(Invitation).count()).toBe(answers);
    expect(await kinds(EMAIL)).toEqual({});
    const { dataDir } = { dataDir: String(place.env['DATA_DIR']) };
    for (const file of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1').toLowerCase();
      expect(bytes.replaceAll(OTHER, '').includes(EMAIL), file.name).toBe(false);
      expect(bytes.includes(NAME.toLowerCase()), file.name).toBe(false);
    }
  });

  it('leaves roles that hold no more, a session that has ended, and a whole audit trail', async () => {
    expect((await server.send('{ viewer { signedIn } }', {}, cookie)).data?.['viewer'].signedIn).toBe(false);
    const [event] = await server.reader.getRepository(AuditEvent).findBy({ action: 'person.erased' });
    expect(event).toMatchObject({ entity: 'person', actorId: administrator.personId });
    const grants = await server.reader.getRepository(AccessGrant).findBy({ personId: event!.entityId });
    expect(grants.map(({ revokedAt }) => revokedAt === null)).toEqual([false]);
    expect(await verifyPlace(place)).toMatchObject({ code: 0 });
  });

  it('is not there a second time', async () => {
    expect(code(await administrator.ask(`mutation { erasePerson(email: "${EMAIL}") { mails } }`))).toBe(
      'NOT_FOUND',
    );
  });
});
