import { connect, createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { REQUESTS_PER_ADDRESS } from '../../server/src/access/sign-in/sign-in.service.js';
import { AuditCheckService } from '../../server/src/health/audit-check.service.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { HourlyCounts } from '../../server/src/platform/limits/hourly-counts.js';
import { verifyPlace } from '../support/audit-chain.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';
import { TestClock } from '../support/test-clock.js';

const HOUR_MS = 3_600_000;
/** As it is unless set. */
const SESSION_HOURS = 12;
const YEAR = 365 * 24;
const REQUEST = 'mutation ($email: String!) { requestSignIn(email: $email) { message } }';
const LIVE = '/manage/v1/rounds/demo-2026/live.geojson';

describe('a clock that is an hour slow or a year ahead for a while', () => {
  const clock = new TestClock();
  let place: Place;
  let server: TestServer;
  const now = Date.now();
  const at = (hours: number): void => clock.set(new Date(now + hours * HOUR_MS).toISOString());
  const start = async (env: Record<string, string> = {}): Promise<TestServer> =>
    (server = await startAt(place, { CLIENT_DIR: undefined, ...env }, { clock }));
  beforeEach(async () => {
    place = await copyOfTemplate();
    at(0);
  });
  afterEach(async () => {
    expect(await verifyPlace(place)).toMatchObject({ code: 0, wrong: '' });
    await server.stop();
    clock.release();
    await place.remove();
  });

  it('ends no session that has begun, and opens none that outlasts it', async () => {
    await start();
    const cookie = await server.signIn();
    const status = async (which: string) => (await server.get(LIVE, { cookie: which })).status;
    at(-1);
    expect(await status(cookie)).toBe(200);
    at(YEAR);
    expect(await status(cookie)).toBe(403);
    const ahead = await server.signIn();
    expect(await status(ahead)).toBe(200);
    at(0.1);
    expect([await status(cookie), await status(ahead)]).toEqual([200, 403]);
    at(SESSION_HOURS + 0.1);
    expect(await status(cookie)).toBe(403);
  });

  it('keeps links and drafts as they are', async () => {
    await start();
    const team = new LiaisonTeam(server, await givenLink(server));
    for (const hours of [0, -1, 0.1]) {
      at(hours);
      expect((await team.open()).status).toBe(302);
    }
    expect((await team.submit(withoutInReach('RW603'))).receipt?.revision).toBe(1);
  });

  it('keeps nobody out who asked for links to sign in meanwhile', async () => {
    await start();
    const { email } = await colleague(server, 'often', grant('survey_lead'));
    const ask = async () => (await server.send(REQUEST, { email })).errors?.[0]?.extensions['code'];
    at(YEAR);
    for (let times = 0; times < REQUESTS_PER_ADDRESS; times += 1) expect(await ask()).toBeUndefined();
    expect(await ask()).toBe('TOO_MANY_REQUESTS');
    at(0.1);
    expect(await ask()).toBeUndefined();
  });

  it('keeps nobody out of what is counted by the hour', async () => {
    await start();
    const counts = server.app.get(HourlyCounts);
    const take = () => counts.take({ name: 'clock', perAddress: 2, inAll: 2 }, '192.0.2.7');
    at(YEAR);
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
    at(0.1);
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  });

  it('keeps the audit trail from being checked no longer than a day', async () => {
    await start();
    const checks = server.app.get(AuditCheckService);
    const count = async () =>
      (await storedRows(place, `SELECT seq FROM audit_event WHERE action = 'audit.checked'`)).length;
    at(YEAR);
    await checks.checkWhenDue();
    expect(await count()).toBe(1);
    at(0.1);
    await checks.checkWhenDue();
    expect(await count()).toBe(2);
    at(-1);
    await checks.checkWhenDue();
    expect(await count()).toBe(2);
    // Events stay in the order in which they were stored, whatever time they say.
    const events = await storedRows<{ seq: number; at: string }>(
      place,
      'SELECT seq, at FROM audit_event ORDER BY seq',
    );
    expect(events.map(({ seq }) => Number(seq))).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-2)?.at.slice(0, 4)).not.toBe(events.at(-1)?.at.slice(0, 4));
  });

  it('leaves no mail waiting that was queued or tried meanwhile, and sends none twice', async () => {
    const sink = await MailSink.open();
    const gate = new Gate(Number(new URL(sink.env.SMTP_URL).port));
    await start({ ...sink.env, SMTP_URL: await gate.open() });
    const worker = server.app.get(OutboxWorker);
    const people = await Promise.all(
      ['before', 'meanwhile', 'after'].map((name) => colleague(server, name, grant('survey_lead'))),
    );
    const [before, meanwhile, after] = people.map(({ email }) => email);
    gate.isShut = true;
    at(YEAR);
    await server.send(REQUEST, { email: before });
    await server.send(REQUEST, { email: meanwhile });
    await worker.runOnce();
    gate.isShut = false;
    at(0.1);
    await server.send(REQUEST, { email: after });
    await expect
      .poll(async () => (await worker.runOnce(), [...sink.perRecipient.keys()].sort()))
      .toEqual([after, before, meanwhile].sort());
    at(1);
    await worker.runOnce();
    expect([...sink.perRecipient.values()]).toEqual([1, 1, 1]);
    await gate.close();
    await sink.close();
  });
});

/** A way to the mail server that can be shut: whoever comes then is turned away. */
class Gate {
  isShut = false;
  private readonly server: Server;

  constructor(port: number) {
    this.server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (this.isShut) return socket.destroy();
      const through = connect(port, '127.0.0.1').on('error', () => socket.destroy());
      return socket.pipe(through).pipe(socket);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
