import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, describe, expect, inject, it } from 'vitest';

import { MOST_IN_FLIGHT } from '../../server/src/outbox/outbox-worker.js';
import { verifyPlace } from '../support/audit-chain.js';
import { type BuiltServer, startBuilt } from '../support/built-server.js';
import { colleague, grant } from '../support/colleagues.js';
import { ContactLead, contactCsv } from '../support/contact-book.js';
import { givenLink, givenRound, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { LiaisonTeam } from '../support/people.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { copyOfTemplate, emptyPlace, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

const COUNT = 10 * MOST_IN_FLIGHT;
/** How long the database stays away, in seconds; longer by hand than with every run. */
const GONE_S = Number(process.env['GONE_SECONDS'] ?? 2);

/** Several processes share a PostgreSQL; a SQLite file has one. */
describe.skipIf(inject('template').engine === 'sqlite')('several instances on one PostgreSQL', () => {
  let place: Place | undefined;
  let built: BuiltServer[] = [];
  let server: TestServer | undefined;
  let sink: MailSink | undefined;
  let postgres: TestPostgres | undefined;
  afterEach(async () => {
    await Promise.all(built.map((each) => each.kill()));
    built = [];
    await server?.stop();
    server = undefined;
    await sink?.close();
    sink = undefined;
    await place?.remove();
    place = undefined;
    await postgres?.stop();
    postgres = undefined;
  });

  it('that start at the same moment on an empty database fill it once, and all of them serve it', async () => {
    const here = (place = await emptyPlace());
    built = await Promise.all([1, 2, 3].map(() => startBuilt(here)));
    const pages = await Promise.all(
      built.map(async ({ url }) => (await fetch(`${url}/open/v1/rounds/demo-2026/hospitals.csv`)).text()),
    );
    expect(new Set(pages).size).toBe(1);
    expect(await storedRows(here, 'SELECT id FROM round ORDER BY id')).toHaveLength(2);
    expect(
      await storedRows(
        here,
        `SELECT seq FROM audit_event WHERE action IN ('round.seeded', 'reference.loaded')`,
      ),
    ).toHaveLength(2);
    expect(await storedRows(here, `SELECT number FROM release WHERE round_id = 'demo-2026'`)).toHaveLength(1);
    expect((await verifyPlace(here)).code).toBe(0);
  });

  it('share a mailing; when one of three is killed in the middle, the others finish and nobody gets two', async () => {
    const here = (place = await copyOfTemplate());
    const mails = (sink = await MailSink.open({ delay: 20 }));
    const setup = await startAt(here, { CLIENT_DIR: undefined });
    await givenRound(setup, '2027');
    const lead = new ContactLead(setup, await colleague(setup, 'lead', grant('survey_lead')), '2027');
    const teams = Array.from({ length: COUNT }, (_, at) => `team-${at}@example.org,,,RW603`);
    await lead.imports(await lead.list('Faculty'), contactCsv(...teams));
    expect(await lead.send()).toMatchObject({ queued: COUNT });
    await setup.stop();
    const where = { ...here, env: { ...here.env, ...mails.env } };
    built = await Promise.all([1, 2, 3].map(() => startBuilt(where)));
    await expect.poll(() => mails.taken.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(COUNT / 4);
    const [first, ...others] = built;
    await first!.kill();
    // Leases that were taken after the kill are those of the two that are left.
    const lastLease = new Date(Date.now() + 300_000).toISOString();
    const open = async () =>
      (
        await storedRows(
          here,
          `SELECT id FROM outbox_message
           WHERE state = 'queued' OR (state = 'sending' AND leased_until > '${lastLease}')`,
        )
      ).length;
    await expect.poll(open, { timeout: 90_000, interval: 100 }).toBe(0);
    await Promise.all(others.map((each) => each.stop()));
    const states = await storedRows<{ state: string }>(here, 'SELECT state FROM outbox_message');
    const sent = states.filter(({ state }) => state === 'sent').length;
    const left = states.filter(({ state }) => state === 'sending').length;
    // What the killed one had in hand stays its own until its lease is over; then it is in doubt, never sent again.
    expect(sent + left).toBe(COUNT);
    expect(left).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect([...mails.perRecipient.values()].filter((times) => times !== 1)).toEqual([]);
    expect(mails.perRecipient.size).toBeGreaterThanOrEqual(sent);
    expect((await verifyPlace(here)).code).toBe(0);
  });

  it(`say when to ask again while the database is away for ${GONE_S} seconds, and go on by themselves`, async () => {
    const own = (postgres = await startPostgres());
    await own.create('atlas');
    const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-gone-'));
    const remove = () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true }));
    place = { env: { DATA_DIR: dataDir, DATABASE_URL: own.url('atlas') }, remove };
    const running = (server = await startAt(place, { CLIENT_DIR: undefined }));
    const cookie = await running.signIn();
    const team = new LiaisonTeam(running, await givenLink(running));
    expect((await team.submit(withoutInReach('RW603'), { key: 'before-it-went' })).problems).toEqual([]);
    await own.kill();
    const until = Date.now() + GONE_S * 1000;
    do {
      const query = JSON.stringify({ query: '{ myGrants { role } }' });
      const headers = { 'content-type': 'application/json', cookie };
      const answers = [
        await running.get('/health/ready'),
        await fetch(`${running.url}/graphql`, { method: 'POST', headers, body: query }),
        await team.press('comments', { comments: ['lost'], expectedRevision: ['0'] }),
      ];
      for (const answer of answers) {
        expect([answer.url, answer.status]).toEqual([answer.url, 503]);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(await answers[0]!.json()).toMatchObject({
        code: 'STORAGE_UNAVAILABLE',
        mend: expect.stringMatching(/again/),
      });
      expect(await answers[1]!.text()).toContain('STORAGE_UNAVAILABLE');
      // A link has only so many requests in a minute: a fast machine would be told 429.
      await setTimeout(100);
    } while (Date.now() < until);
    await own.restart();
    await expect
      .poll(async () => (await running.get('/health/ready')).status, { timeout: 60_000, interval: 200 })
      .toBe(200);
    const again = await team.submit(withoutInReach('RW603'), { key: 'before-it-went' });
    expect(again.receipt?.revision).toBe(1);
    expect((await team.submit(withoutInReach('RW603'), { reason: 'it is back' })).receipt?.revision).toBe(2);
    expect((await verifyPlace(place)).code).toBe(0);
  });
});
