import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readCompose, readRoles } from '../support/deployment-files.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { startAt, type TestServer } from '../support/start-server.js';

const PASSWORDS = {
  owner_password: "of the owner's",
  app_password: 'of the app',
  read_password: 'of who reads',
};
const ROLES = ['atlas_owner', 'atlas_app', 'atlas_read'];

/** Without a Docker engine: the SQL that the database of the compose file begins with, and the product on what it makes. */
describe.skipIf(inject('template').engine === 'sqlite')('the roles that the compose file makes', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-compose-'));
  let postgres: TestPostgres;
  let server: TestServer;

  const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const as = (role: string, name = 'atlas'): string => postgres.url(name).replace(/\/\/[^@]*@/, `//${role}@`);
  /** The address that the compose file gives the product, at the server of this test. */
  const given = (name: string): string => {
    const [, role = ''] = /postgresql:\/\/(\w+):/.exec(readCompose().atlas?.environment[name] ?? '') ?? [];
    return as(role);
  };

  beforeAll(async () => {
    postgres = await startPostgres();
    await postgres.create('atlas');
    await ask(postgres.url('atlas'), readRoles(PASSWORDS));
    const env = {
      DATA_DIR: dataDir,
      DATABASE_URL: given('DATABASE_URL'),
      MIGRATE_DATABASE_URL: given('MIGRATE_DATABASE_URL'),
      READ_DATABASE_URL: given('READ_DATABASE_URL'),
    };
    server = await startAt({ env, remove: () => Promise.resolve() });
  }, 180_000);
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('have passwords of their own and none of the rights of a superuser', async () => {
    const rows = await ask(
      postgres.url('atlas'),
      `SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolpassword LIKE 'SCRAM%' AS secret
       FROM pg_authid WHERE rolname LIKE 'atlas\\_%' ORDER BY rolname`,
    );
    const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false };
    expect(rows).toEqual(
      ROLES.toSorted().map((rolname) => ({ rolname, ...none, rolbypassrls: false, secret: true })),
    );
  });

  it('are those that the product works as: it takes a form, and reads as the one that only reads', async () => {
    const team = new LiaisonTeam(server, await givenLink(server));
    expect((await team.submit(withoutInReach('RW603'))).problems).toEqual([]);
    const [{ name }] = await server.reader.query('SELECT current_user AS name');
    expect(name).toBe('atlas_read');
    const [writer] = await server.unitOfWork.run({ id: 'test' }, ({ manager }) =>
      manager.query('SELECT current_user AS name'),
    );
    expect(writer.name).toBe('atlas_app');
  });

  it.each([
    ['atlas_app', 'CREATE TABLE mine (id integer)'],
    ['atlas_app', 'DROP TABLE round CASCADE'],
    ['atlas_app', 'CREATE DATABASE mine'],
    ['atlas_app', 'DELETE FROM audit_event'],
    ['atlas_read', 'DELETE FROM session'],
    ['atlas_owner', 'CREATE DATABASE mine'],
    ['atlas_owner', 'CREATE ROLE mine'],
    ['atlas_owner', `SELECT pg_read_file('/etc/passwd')`],
  ])('%s is refused %s', async (role, sql) => {
    await expect(ask(as(role), sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('let nobody else into the database', async () => {
    await ask(postgres.url('atlas'), 'CREATE ROLE stranger LOGIN');
    await expect(ask(as('stranger'), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });
});
