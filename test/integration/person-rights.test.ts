import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';

import { PersonContact } from '../../server/src/access/people/person-contact.entity.js';
import { Session } from '../../server/src/access/session.entity.js';
import { person as personCommand } from '../../server/src/cli/person.js';
import { Scheme } from '../../server/src/commissioning/schemes/scheme.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { AccountRetention } from '../../server/src/privacy/account-retention.service.js';
import { type Colleague, colleague, grant, signedIn } from '../support/colleagues.js';
import { MailSink } from '../support/mail-sink.js';
import { thePublic } from '../support/people.js';
import { codeOf, everyText } from '../support/person-everywhere.js';
import { SchemeMember } from '../support/scheme-member.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

describe('a person put right', () => {
  let place: Place;
  let server: TestServer;
  let administrator: Colleague;
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place, { RETAIN_CONTACTS_MONTHS: '5', PRIVACY_CONTACT: 'privacy@example.org' });
    administrator = await colleague(server, 'admin', grant('administrator'));
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });
  const rectify = (input: Record<string, string>) =>
    administrator.ask(
      'mutation ($input: RectifyPersonInput!) { rectifyPerson(input: $input) { waits demoPath } }',
      { input },
    );
  const addressOf = async (personId: string): Promise<string> =>
    (await server.reader.getRepository(PersonContact).findOneByOrFail({ personId })).email;

  it('has the right name at once, and a new address when its owner has confirmed it, once', async () => {
    const bob = await colleague(server, 'bob', grant('coder'));
    const elsewhere = await signedIn(server, bob.personId, bob.email);
    const { data } = await rectify({
      email: bob.email,
      name: 'Robert Example',
      newEmail: 'Robert@example.org',
    });
    expect(data?.['rectifyPerson'].waits).toBe(true);
    expect((await bob.ask('{ viewer { displayName } }')).data?.['viewer'].displayName).toBe('Robert Example');
    expect(await addressOf(bob.personId)).toBe(bob.email);
    const token = String(data?.['rectifyPerson'].demoPath).split('#')[1];
    // In the browser where he reads his new mail.
    const confirm = () => bob.ask('mutation ($token: String!) { confirmAddress(token: $token) }', { token });
    const isSignedIn = async (who: Colleague) =>
      (await who.ask('{ viewer { signedIn } }')).data?.['viewer'].signedIn as boolean;
    expect((await confirm()).data).toEqual({ confirmAddress: true });
    expect(await addressOf(bob.personId)).toBe('robert@example.org');
    // Whoever was let in by the old mailbox is so no more.
    expect([await isSignedIn(bob), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(codeOf(await confirm())).toBe('UNUSABLE_LINK');
    expect(await everyText(server)).not.toContain('bob@example.org');
  });

  it('cannot get the address of somebody else, nor be somebody of whom nothing is kept', async () => {
    const eve = await colleague(server, 'eve', grant('coder'));
    expect(codeOf(await rectify({ email: eve.email, newEmail: administrator.email }))).toBe('CONFLICT');
    expect(codeOf(await rectify({ email: 'nobody@example.org', name: 'Nobody' }))).toBe('NOT_FOUND');
    expect(codeOf(await rectify({ email: eve.email }))).toBe('BAD_INPUT');
    expect(await addressOf(eve.personId)).toBe(eve.email);
  });

  it('finds in the privacy notice the figures that are set, and whom to ask', async () => {
    const { data } = await thePublic(server).ask('{ privacyNotice { askAt backups periods { key words } } }');
    const { askAt, periods } = data!['privacyNotice'];
    expect(askAt).toBe('privacy@example.org');
    expect(periods.find(({ key }: any) => key === 'contacts').words).toMatch(
      / 5 months after the final release/,
    );
    const planned = await server.signIn();
    const round = await server.send('{ roundPlans { retention } }', {}, planned);
    expect(JSON.stringify(round.data)).toContain('erased 5 months after the final release');
  });

  it('goes by time: what is due is counted before, and gone after', async () => {
    await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const old = { personId: 'gone', role: 'person', createdAt: '2020-01-01T00:00:00.000Z' };
      await manager.insert(Session, {
        ...old,
        id: sha256('old'),
        expiresAt: '2020-01-01T12:00:00.000Z',
        revokedAt: null,
      });
      await manager.insert(OutboxMessage, {
        id: newId(),
        kind: 'welcome',
        template: 'welcome-1',
        subjectId: newId(),
        roundId: '',
        groupId: null,
        dedupeKey: 'old',
        recipient: 'old@example.org',
        subject: 'Old',
        body: 'Old',
        state: 'failed',
        attempts: 9,
        leasedUntil: old.createdAt,
        reason: '',
        createdAt: old.createdAt,
        sentAt: null,
      });
    });
    const due = async (): Promise<Record<string, number>> => {
      const { data } = await administrator.ask('{ retentionPeriods { key due length nextRun } }');
      expect(data?.['retentionPeriods'].every(({ nextRun }: any) => nextRun !== null)).toBe(true);
      return Object.fromEntries(data?.['retentionPeriods'].map((one: any) => [one.key, one.due]));
    };
    expect(await due()).toMatchObject({ mails: 1, sessions: 1, contacts: 0 });
    expect(await server.app.get(AccountRetention).erase()).toBe(2);
    expect(await due()).toMatchObject({ mails: 0, sessions: 0 });
    const [mail] = await server.reader.getRepository(OutboxMessage).findBy({ dedupeKey: 'old' });
    expect(mail).toMatchObject({ recipient: '', body: '', state: 'dropped' });
    // A second time there is nothing to do, and no event says that there was.
    expect(await server.app.get(AccountRetention).erase()).toBe(0);
  });
});

describe('a person whose address is to change', () => {
  it('is told so at the old one, whatever becomes of the new one', async () => {
    const sink = await MailSink.open();
    const place = await copyOfTemplate();
    const server = await startAt(place, sink.env);
    try {
      const administrator = await colleague(server, 'admin', grant('administrator'));
      const dora = await colleague(server, 'dora', grant('coder'));
      const { data } = await administrator.ask(
        `mutation ($email: String!) { rectifyPerson(input: { email: $email, newEmail: "new.dora@example.org" }) { waits demoPath } }`,
        { email: dora.email },
      );
      expect(data?.['rectifyPerson']).toEqual({ waits: true, demoPath: '' });
      const worker = server.app.get(OutboxWorker);
      await expect
        .poll(async () => (await worker.runOnce(), [...sink.perRecipient.keys()].sort()), { timeout: 60_000 })
        .toEqual([dora.email, 'new.dora@example.org'].sort());
      const told = sink.taken.find(({ recipient }) => recipient === dora.email);
      expect(told?.text).not.toMatch(/new\.dora|confirm-address/);
      // Its own copy keeps neither address nor words.
      const kept = () =>
        server.reader.getRepository(OutboxMessage).findOneByOrFail({ kind: 'address_notice' });
      await expect.poll(async () => (await kept()).recipient, { timeout: 60_000 }).toBe('');
    } finally {
      await server.stop();
      await place.remove();
      await sink.close();
    }
  });
});

describe.skipIf(inject('template').engine === 'sqlite')('an owner who is erased at the same moment', () => {
  it('as the last other member leaves takes the scheme along: none lies there for nobody', async () => {
    const place = await copyOfTemplate();
    const server = await startAt(place);
    const other = new pg.Client({ connectionString: String(place.env['DATABASE_URL']) });
    await other.connect();
    try {
      const administrator = await colleague(server, 'admin', grant('administrator'));
      const owner = await colleague(server, 'owner', grant('commissioner'));
      const member = await colleague(server, 'member', grant('commissioner'));
      const plans = new SchemeMember(owner);
      const { id } = (await plans.create('QOP')).scheme;
      expect((await new SchemeMember(member).join(await plans.invite(id, 'edit'))).error).toBe('');
      // As `leave` does it: the scheme is held while somebody goes.
      await other.query('BEGIN');
      await other.query('SELECT id FROM scheme WHERE id = $1 FOR UPDATE', [id]);
      await other.query('DELETE FROM scheme_member WHERE scheme_id = $1 AND member_id = $2', [
        id,
        member.personId,
      ]);
      const erased = administrator.ask(
        'mutation ($email: String!) { erasePerson(email: $email) { mails } }',
        { email: owner.email },
      );
      const waits = async (): Promise<number> =>
        (
          await server.reader.query(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        ).length;
      await expect.poll(waits, { timeout: 60_000 }).toBe(1);
      await other.query('COMMIT');
      expect((await erased).errors).toBeUndefined();
      expect(await server.reader.getRepository(Scheme).findBy({ id })).toEqual([]);
    } finally {
      await other.end();
      await server.stop();
      await place.remove();
    }
  });
});

describe('npm run person', () => {
  let place: Place;
  beforeAll(async () => {
    place = await copyOfTemplate();
    const server = await startAt(place);
    await colleague(server, 'carol', grant('coder'));
    await server.stop();
  });
  afterAll(() => place.remove());

  it('says what would go, erases when told to, and refuses what it does not understand', async () => {
    const said: string[] = [];
    const listen = (text: string | Uint8Array): boolean => {
      said.push(String(text));
      return true;
    };
    const [out, err] = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    for (const stream of [out, err]) stream.mockImplementation(listen);
    const run = async (...argv: string[]): Promise<[number, string]> => {
      said.length = 0;
      const ended = await personCommand(argv, { LOG_LEVEL: 'silent', ...place.env });
      return [ended, said.join('')];
    };
    try {
      expect(await run('erase', 'carol@example.org')).toEqual([
        0,
        expect.stringMatching(/Account: 1\. Goes.*Add --yes/s),
      ]);
      const folder = join(String(place.env['DATA_DIR']), 'handed-out');
      expect((await run('export', 'carol@example.org', '--to', folder))[0]).toBe(0);
      expect(readFileSync(join(folder, 'personal-data.json'), 'utf8')).toContain('Example carol');
      // What was handed out about one person is never written over with another's.
      const again = [
        1,
        expect.stringMatching(/Files about a person lie in .*handed-out already\. Name another/),
      ];
      expect(await run('export', 'dave@example.org', '--to', folder)).toEqual(again);
      const notFolder = [1, expect.stringMatching(/cannot be made \(E.*Name another folder/)];
      expect(
        await run('export', 'carol@example.org', '--to', join(folder, 'personal-data.csv', 'x')),
      ).toEqual(notFolder);
      expect((await run('rectify', 'carol@example.org', '--name', 'Carol Example'))[0]).toBe(0);
      expect(await run('erase', 'carol@example.org', '--yes')).toEqual([0, expect.stringMatching(/^Erased/)]);
      expect(await run('find', 'carol@example.org')).toEqual([0, expect.stringMatching(/Nothing is kept/)]);
      expect((await run('erase', 'carol@example.org', '--yes'))[0]).toBe(1);
      expect(await run('forget', 'carol@example.org')).toEqual([2, expect.stringMatching(/^Usage/)]);
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
  });
});
