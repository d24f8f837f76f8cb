import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { SignInLink } from '../../server/src/access/sign-in/sign-in-link.entity.js';
import {
  LINK_MINUTES,
  REQUESTS_PER_ADDRESS,
  SIGN_IN_LIMIT,
} from '../../server/src/access/sign-in/sign-in.service.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { colleague, confirmLink, givenAccount, grant } from '../support/colleagues.js';
import { MailSink } from '../support/mail-sink.js';
import {
  emptyPlace,
  type GraphqlAnswer,
  type Place,
  startAt,
  startServer,
  type TestServer,
} from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const LIVE = '/manage/v1/rounds/demo-2026/live.geojson';
const REQUEST = 'mutation ($email: String!) { requestSignIn(email: $email) { message sendsMail demoPath } }';

describe('signing in by a link', () => {
  const clock = new TestClock();
  let server: TestServer;
  let sink: MailSink;
  let people = 0;

  beforeAll(async () => {
    sink = await MailSink.open();
    server = await startServer({ ...sink.env, PUBLIC_URL: 'https://atlas.example' }, { clock });
  });
  afterEach(() => clock.release());
  afterAll(async () => {
    await server.stop();
    await sink.close();
  });

  const someLead = async (): Promise<string> => {
    const email = `lead-${(people += 1)}@example.org`;
    await givenAccount(server, email, grant('survey_lead'));
    return email;
  };
  const worker = () => server.app.get(OutboxWorker);
  const mailsTo = (email: string) => sink.taken.filter(({ recipient }) => recipient === email);
  /** Asks for a link and reads it in the mail. */
  const linkFor = async (email: string): Promise<string> => {
    const before = mailsTo(email).length;
    expect((await server.send(REQUEST, { email })).errors).toBeUndefined();
    await worker().runOnce();
    await expect.poll(() => mailsTo(email).length).toBe(before + 1);
    return /https:\/\/atlas\.example\/sign-in\/confirm#([\w-]+)/.exec(mailsTo(email).at(-1)!.text)?.[1] ?? '';
  };

  it('opens the live round to whom the mail went, once the button is pressed', async () => {
    const token = await linkFor(await someLead());
    const { cookie } = await confirmLink(server, token);
    expect((await server.get(LIVE, { cookie })).status).toBe(200);
  });

  it('takes an address as people write it', async () => {
    const email = await someLead();
    await server.send(REQUEST, { email: ` ${email.toUpperCase()} ` });
    await worker().runOnce();
    await expect.poll(() => mailsTo(email).length).toBe(1);
  });

  it('is not done by opening the link: a mail scanner that follows it uses nothing up', async () => {
    const token = await linkFor(await someLead());
    await server.get('/sign-in/confirm');
    await server.get(`/sign-in/confirm?token=${token}`);
    expect((await confirmLink(server, token)).code).toBe('');
  });

  it('works once', async () => {
    const token = await linkFor(await someLead());
    expect((await confirmLink(server, token)).cookie).not.toBe('');
    expect(await confirmLink(server, token)).toEqual({ cookie: '', code: 'UNUSABLE_LINK' });
  });

  it('works once for two who press at the same time', async () => {
    const token = await linkFor(await someLead());
    const both = await Promise.all([confirmLink(server, token), confirmLink(server, token)]);
    expect(both.map(({ code }) => code).sort()).toEqual(['', 'UNUSABLE_LINK']);
  });

  it('ends the session that the browser showed, whosever it was', async () => {
    const before = await colleague(server, `before-${people}`, grant('administrator'));
    const stays = await colleague(server, `stays-${people}`, grant('administrator'));
    const viewer = async (cookie: string) =>
      (await server.send('{ viewer { signedIn displayName } }', {}, cookie)).data?.['viewer'];
    const { cookie } = await confirmLink(server, await linkFor(await someLead()), before.cookie);
    expect((await viewer(cookie)).signedIn).toBe(true);
    expect((await viewer(before.cookie)).signedIn).toBe(false);
    expect((await viewer(stays.cookie)).signedIn).toBe(true);
  });

  it('ends with its time', async () => {
    clock.set('2026-05-01T12:00:00.000Z');
    const token = await linkFor(await someLead());
    clock.set(`2026-05-01T12:${LINK_MINUTES}:00.000Z`);
    expect((await confirmLink(server, token)).code).toBe('UNUSABLE_LINK');
    clock.set(`2026-05-01T12:0${LINK_MINUTES - 1}:59.000Z`);
    expect((await confirmLink(server, token)).code).toBe('');
  });

  it('does not tell a used, an expired and a made-up link apart', async () => {
    const used = await linkFor(await someLead());
    await confirmLink(server, used);
    const ask = (token: string) =>
      server.send('mutation ($token: String!) { confirmSignIn(token: $token) { signedIn } }', { token });
    const answers = [used, 'A'.repeat(22), '', '"', 'x'.repeat(5000)].map(async (token) =>
      JSON.stringify(await ask(token)),
    );
    expect(new Set(await Promise.all(answers)).size).toBe(1);
  });

  it('gives a stranger the same answer as somebody with an account, and leaves the same rows', async () => {
    const email = await someLead();
    const known = await server.send(REQUEST, { email });
    const strange = await server.send(REQUEST, { email: 'stranger@example.org' });
    expect(strange).toEqual(known);
    expect(known.data?.['requestSignIn']).toMatchObject({ sendsMail: true, demoPath: '' });
    await worker().runOnce();
    expect(mailsTo('stranger@example.org')).toEqual([]);
  });

  it('limits how often it can be asked for, for an address with an account and for one without', async () => {
    for (const email of [await someLead(), 'often@example.org']) {
      const codes: unknown[] = [];
      for (let times = 0; times <= REQUESTS_PER_ADDRESS; times += 1)
        codes.push((await server.send(REQUEST, { email })).errors?.[0]?.extensions['code']);
      expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
      expect(codes.slice(0, -1).filter((code) => code !== undefined)).toEqual([]);
    }
  });

  it('refuses what is no address by name', async () => {
    const { errors } = await server.send(REQUEST, { email: 'ada@example.org\nBcc: eve@example.org' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'email' });
  });

  it('is of no use once the last grant is gone', async () => {
    const email = await someLead();
    const token = await linkFor(email);
    const admin = await colleague(server, `admin-${people}`, grant('administrator'));
    const { data } = await admin.ask('{ people { email grants { id } } }');
    const person = data?.['people'].find((each: { email: string }) => each.email === email);
    await admin.ask('mutation ($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: person.grants[0].id });
    expect((await confirmLink(server, token)).code).toBe('UNUSABLE_LINK');
  });

  it('leaves no token anywhere in the database, nor in the outbox that others read', async () => {
    const token = await linkFor(await someLead());
    for (const { tableName } of server.reader.entityMetadatas) {
      const rows: unknown = await server.reader.query(`SELECT * FROM "${tableName}"`);
      expect(JSON.stringify(rows).includes(token), tableName).toBe(false);
    }
    const admin = await colleague(server, `reader-${people}`, grant('administrator'));
    const { data } = await admin.ask('{ outbox { messages { kind body } } }');
    const bodies = (data?.['outbox'].messages ?? []).map(({ body }: { body: string }) => body).join();
    expect(bodies).toContain('a link that only the recipient gets');
    expect(bodies).not.toContain('#');
  });

  it('sends a link that is asked for before a thousand other mails', async () => {
    const email = await someLead();
    const rows = Array.from({ length: 300 }, (_, at) => ({
      id: `waiting-${at}`,
      kind: 'welcome',
      template: 'welcome-1',
      subjectId: 'nobody',
      roundId: '',
      dedupeKey: `waiting-${at}`,
      recipient: `waiting-${at}@example.org`,
      subject: 'Waiting',
      body: 'Waiting',
      state: 'queued' as const,
      attempts: 0,
      leasedUntil: '2026-01-01T00:00:00.000Z',
      reason: '',
      createdAt: '2026-01-01T00:00:00.000Z',
      sentAt: null,
    }));
    await server.send(REQUEST, { email });
    await server.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(OutboxMessage, rows));
    const before = sink.taken.length;
    await worker().runOnce();
    await expect.poll(() => mailsTo(email).length).toBe(1);
    expect(sink.taken.slice(before).findIndex(({ recipient }) => recipient === email)).toBeLessThan(20);
  });
});

describe('one machine that asks for links', () => {
  const clock = new TestClock();
  let server: TestServer;
  beforeAll(async () => {
    clock.set('2026-05-01T12:00:00.000Z');
    server = await startServer({ PROXY_ADDRESS: '127.0.0.1' }, { clock });
  });
  afterAll(() => server.stop());

  const ask = async (email: string, from: string): Promise<string> => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ query: REQUEST, variables: { email } }),
    });
    const { errors } = (await answer.json()) as GraphqlAnswer;
    return String(errors?.[0]?.extensions['code'] ?? '');
  };

  it('for ever new addresses does not keep everybody else from signing in', async () => {
    const codes: string[] = [];
    for (let each = 0; each <= SIGN_IN_LIMIT.perAddress; each += 1)
      // What is further left anybody can write.
      codes.push(await ask(`made-up-${each}@example.org`, `198.51.100.${each}, 203.0.113.9`));
    expect(codes.indexOf('TOO_MANY_REQUESTS')).toBe(SIGN_IN_LIMIT.perAddress);
    expect(await ask('lead@example.org', '203.0.113.10')).toBe('');
    clock.set('2026-05-01T13:01:00.000Z');
    expect(await ask('once-more@example.org', '203.0.113.9')).toBe('');
  });
});

describe('without a mail server', () => {
  let server: TestServer | undefined;
  let place: Place | undefined;
  afterEach(async () => {
    await server?.stop();
    await place?.remove();
    server = place = undefined;
  });

  it('the demonstration shows the link to whoever asks, on this machine only', async () => {
    server = await startServer();
    await givenAccount(server, 'lead@example.org', grant('survey_lead'));
    const { data } = await server.send(REQUEST, { email: 'lead@example.org' });
    const token = String(data?.['requestSignIn'].demoPath).split('#')[1] ?? '';
    expect((await server.get(LIVE, { cookie: (await confirmLink(server, token)).cookie })).status).toBe(200);
  });

  it('in production the first administrator finds a link in a file, and nobody is shown one', async () => {
    place = await emptyPlace();
    server = await startAt(place, { MODE: 'production', ADMIN_EMAIL: 'First@Example.org' });
    await server.app.get(OutboxWorker).runOnce();
    const folder = join(place.env['DATA_DIR'] ?? '', 'sign-in-links');
    await expect.poll(() => readdirSync(folder)).toEqual(['first@example.org.txt']);
    const file = join(folder, 'first@example.org.txt');
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    const token = /confirm#([\w-]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const { cookie } = await confirmLink(server, token);
    const { data } = await server.send('{ viewer { permissions } }', {}, cookie);
    expect(data?.['viewer'].permissions).toContain('ManagePeople');
    const asked = await server.send(REQUEST, { email: 'first@example.org' });
    expect(asked.data?.['requestSignIn']).toMatchObject({ sendsMail: false, demoPath: '' });
    // A stranger is told the same, and neither is told to look at a mail that nobody sends.
    expect(asked.data?.['requestSignIn'].message).toMatch(/no mail server.*in a file on the server/);
    expect(await server.send(REQUEST, { email: 'stranger@example.org' })).toEqual(asked);
    expect(await server.reader.getRepository(SignInLink).countBy({ state: 'used' })).toBe(1);
  });
});
