import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AccessGrant } from '../../server/src/access/people/access-grant.entity.js';
import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { Response } from '../../server/src/fieldwork/response.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { PersonalDataService } from '../../server/src/privacy/personal-data.service.js';
import { verifyPlace } from '../support/audit-chain.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { thePublic } from '../support/people.js';
import { codeOf, EMAIL, everyText, givenEverywhere, NAME, OTHER } from '../support/person-everywhere.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

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
        mails: 6,
        corrections: 1,
        register_contact: 1,
        audit: expect.any(Number),
        // The source of another contact, and a draft.
        mentions: 2,
      },
    );
    expect((await find('quillfeather@example.org')).data?.['findPerson'].records).toEqual([]);
    expect(codeOf(await find('not an address'))).toBe('BAD_INPUT');
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
        expect(codeOf(await one.ask(`mutation { ${operation} }`)), operation).toBe('FORBIDDEN');
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'person.looked-up' }, order: { seq: 'ASC' } });
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toMatch(/quillfeather/i);
  });

  it('is handed out whole, in words, for programs, to read and as a table', async () => {
    const { data } = await administrator.ask(
      'mutation ($email: String!) { exportPerson(email: $email) { json html csv } }',
      { email: EMAIL },
    );
    const { json, html, csv } = data!['exportPerson'] as Record<'json' | 'html' | 'csv', string>;
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
    expect(codeOf(await server.send('mutation { exportOwnData { json } }', {}, await server.signIn()))).toBe(
      'NOT_FOUND',
    );
  });

  it('keeps from the administrator what was typed and not sent, and not from the person', async () => {
    const { manager } = server.reader;
    const contact = await manager.findOneByOrFail(Contact, { addressHash: sha256(`contact:${EMAIL}`) });
    const { id: invitationId } = await manager.findOneByOrFail(Invitation, { contactId: contact.id });
    const [form] = await manager.find(Response, {
      where: { state: 'submitted' },
      take: 1,
      order: { id: 'ASC' },
    });
    const set = (values: object) =>
      server.unitOfWork.run({ id: 'test' }, (unit) =>
        unit.manager.update(Response, { id: form!.id }, values),
      );
    await set({ invitationId, draft: { final_comment: { values: ['Half a thought.'] } } });
    try {
      const { data } = await administrator.ask(
        'mutation ($email: String!) { exportPerson(email: $email) { json html csv } }',
        { email: EMAIL },
      );
      const files = data!['exportPerson'] as Record<string, string>;
      for (const text of Object.values(files)) {
        expect(text).not.toContain('Half a thought.');
        expect(text).toContain('The link of the form shows it');
      }
      const own = await server.send('mutation { exportOwnData { json } }', {}, cookie);
      expect(own.data?.['exportOwnData'].json).toContain('Half a thought.');
      const operator = { id: 'operator', grants: [grant('administrator')] };
      const handedOut = await server.app.get(PersonalDataService).export(operator, EMAIL, true);
      expect(JSON.stringify(handedOut.sections)).toContain('Half a thought.');
      const events = await manager.find(AuditEvent, {
        where: { action: 'person.exported' },
        order: { seq: 'ASC' },
      });
      expect(events.slice(-3).map(({ detail }) => detail)).toEqual([
        { withDrafts: false },
        { withDrafts: true },
        { withDrafts: true },
      ]);
    } finally {
      await set({ invitationId: form!.invitationId, draft: form!.draft });
    }
  });

  it('cannot be erased of the last administrator', async () => {
    expect((await find(administrator.email)).data?.['findPerson'].obstacle).toEqual({
      code: 'LAST_ADMINISTRATOR',
    });
    expect(
      codeOf(await administrator.ask(`mutation { erasePerson(email: "${administrator.email}") { mails } }`)),
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
    const [event] = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'person.erased' }, order: { seq: 'ASC' } });
    expect(event).toMatchObject({ entity: 'person', actorId: administrator.personId });
    const grants = await server.reader.getRepository(AccessGrant).findBy({ personId: event!.entityId });
    expect(grants.map(({ revokedAt }) => revokedAt === null)).toEqual([false]);
    expect(await verifyPlace(place)).toMatchObject({ code: 0 });
  });

  it('can be given no role, which nobody could use', async () => {
    const [event] = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'person.erased' }, order: { seq: 'ASC' } });
    const given = await administrator.ask(
      `mutation ($id: ID!) {
        giveGrant(personId: $id, grant: { role: administrator, scopeKind: survey, scopeId: "all" }) { id }
      }`,
      { id: event!.entityId },
    );
    expect(codeOf(given)).toBe('CONFLICT');
  });

  it('is not there a second time', async () => {
    expect(codeOf(await administrator.ask(`mutation { erasePerson(email: "${EMAIL}") { mails } }`))).toBe(
      'NOT_FOUND',
    );
  });
});
