import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { migrateTables } from '../../server/src/cli/migrate.js';
import { APPEND_ONLY_TABLES } from '../../server/src/database/append-only.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam, theSurveyLead } from '../support/people.js';
import { type Place, startAt, type TestServer } from '../support/start-server.js';

const RELEASE = `mutation { releaseRound(input: { roundId: "demo-2026", kind: interim, note: "", idempotencyKey: "restricted" }) { __typename } }`;
const REFUSED = /permission denied|must be (owner|superuser)|read-only transaction/;

/** A whole product whose roles may do no more than they have to; a SQLite file has no roles. */
describe.skipIf(inject('template').engine === 'sqlite')('with roles of its own on PostgreSQL', () => {
  const tag = randomBytes(4).toString('hex');
  const [owner, app, read] = [`owner_${tag}`, `app_${tag}`, `read_${tag}`];
  const database = `roles_${tag}`;
  const urlOf = (role: string, name = database): string =>
    inject('template')
      .adminUrl.replace(/\/\/[^@]*@/, `//${role}@`)
      .replace(/\/postgres$/, `/${name}`);
  const onServer = (sql: string): Promise<void> => run(inject('template').adminUrl, sql);
  let server: TestServer;
  let place: Place;

  async function run(url: string, sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }
  /** What the database says to a statement; '' = it lets it through. Nothing of it stays. */
  async function refusal(role: string, sql: string): Promise<string> {
    const client = new pg.Client({ connectionString: urlOf(role) });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(sql);
      return '';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  }

  beforeAll(async () => {
    for (const role of [owner, app, read])
      await onServer(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE`);
    await onServer(`CREATE DATABASE ${database} OWNER ${owner}`);
    const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-roles-'));
    place = {
      env: { DATA_DIR: dataDir, DATABASE_URL: urlOf(app), READ_DATABASE_URL: urlOf(read) },
      async remove() {
        await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
        for (const role of [owner, app, read]) await onServer(`DROP ROLE ${role}`);
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
    server = await startAt(place, { MIGRATE_DATABASE_URL: urlOf(owner) });
  });
  afterAll(async () => {
    await server?.stop();
    await place?.remove();
  });

  it('it starts on an empty database, takes a form and its correction, lets it be withdrawn, and releases', async () => {
    const form = withoutInReach('RW603');
    const team = new LiaisonTeam(server, await givenLink(server));
    expect((await team.submit(form)).problems).toEqual([]);
    expect((await team.submit(form, { reason: 'once more' })).receipt?.revision).toBe(2);
    expect(await team.withdraw()).not.toMatch(/INTERNAL|Refused/);
    expect(await team.stored()).toMatchObject({ state: 'withdrawn' });
    const lead = await theSurveyLead(server);
    const { data } = await lead.ask(RELEASE);
    expect(data?.['releaseRound'].__typename).toBe('Release');
    expect((await server.get('/open/v1/rounds/demo-2026/summary.json')).status).toBe(200);
    await server.reader.query('SELECT 1');
    const [{ name }] = await server.reader.query('SELECT current_user AS name');
    expect(name).toBe(read);
  });

  it.each([
    ['CREATE TABLE mine (id integer)'],
    ['ALTER TABLE round ADD COLUMN more integer'],
    ['DROP TABLE round CASCADE'],
    ['TRUNCATE session'],
    ['DROP TRIGGER guard_audit_event_update ON audit_event'],
    ['ALTER TABLE audit_event DISABLE TRIGGER ALL'],
    [`SET session_replication_role = 'replica'`],
    ['INSERT INTO migrations (timestamp, name) VALUES (1, $$x$$)'],
    [`UPDATE response_revision SET at = ''`],
    ['DELETE FROM audit_head'],
    [`COPY round TO '/tmp/round.csv'`],
  ])('the database refuses the product %s', async (sql) => {
    expect(await refusal(app, sql)).toMatch(/permission denied|must be (owner|superuser)/);
  });

  it.each(APPEND_ONLY_TABLES.map((table) => [table]))(
    'the database refuses the product to remove rows of %s, triggers or not',
    async (table) => {
      expect(await refusal(app, `DELETE FROM "${table}"`)).toMatch(/permission denied/);
    },
  );

  it.each([
    ['DELETE FROM session'],
    [`UPDATE round SET title = ''`],
    [`SET default_transaction_read_only = off; INSERT INTO limit_key VALUES ('1', '1')`],
  ])('the database refuses whoever reads %s', async (sql) => {
    expect(await refusal(read, sql)).toMatch(REFUSED);
    expect(await refusal(read, 'SELECT * FROM round')).toBe('');
  });

  it('several that start together give the rights one after the other', async () => {
    const env = { ...place.env, MIGRATE_DATABASE_URL: urlOf(owner) };
    expect(await Promise.all(Array.from({ length: 4 }, () => migrateTables([], env)))).toEqual([0, 0, 0, 0]);
  });

  it('it starts without the owner once the tables are ready, and says what is missing otherwise', async () => {
    await server.stop();
    server = await startAt(place);
    expect((await server.get('/health/ready')).status).toBe(200);
    await server.stop();
    await run(urlOf(owner), 'DROP TRIGGER guard_audit_event_update ON audit_event');
    await expect(startAt(place)).rejects.toThrow(/MIGRATE_DATABASE_URL/);
    expect(await migrateTables([], { ...place.env, MIGRATE_DATABASE_URL: urlOf(owner) })).toBe(0);
    server = await startAt(place);
    expect((await server.get('/health/ready')).status).toBe(200);
  });
});
