import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { AuditCheckService } from '../../server/src/health/audit-check.service.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

/** On SQLite the product is told by the same process whether a commit succeeded, and there is one instance. */
describe.skipIf(inject('template').engine === 'sqlite')('on PostgreSQL', () => {
  let place: Place;
  let servers: TestServer[] = [];
  const statement = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: place.env['DATABASE_URL'] });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  beforeAll(async () => {
    place = await copyOfTemplate();
    servers = [await startAt(place, { CLIENT_DIR: undefined }), await startAt(place)];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await place.remove();
  });

  it('a connection that breaks during a commit is not answered with "nothing was stored"; sent again it is stored once', async () => {
    const [server] = servers as [TestServer];
    const team = new LiaisonTeam(server, await givenLink(server));
    await statement(
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
       CREATE CONSTRAINT TRIGGER break_off AFTER INSERT ON response_revision
       DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_off()`,
    );
    const sent = await team.submit(withoutInReach('RW603'), { key: 'broken-off' });
    expect([sent.error, sent.receipt]).toEqual(['OUTCOME_UNKNOWN', undefined]);
    await statement('DROP TRIGGER break_off ON response_revision');
    const again = await team.submit(withoutInReach('RW603'), { key: 'broken-off' });
    expect(again.receipt?.revision).toBe(1);
  });

  it('of several instances one checks the audit trail when it is due', async () => {
    const checks = servers.map((server) => server.app.get(AuditCheckService));
    const noted = () => storedRows(place, `SELECT seq FROM audit_event WHERE action = 'audit.checked'`);
    const before = (await noted()).length;
    await Promise.all([...checks, ...checks].map((check) => check.checkWhenDue()));
    expect((await noted()).length).toBe(before + 1);
    const leases = await storedRows<{ holder: string }>(
      place,
      `SELECT holder FROM job_lease WHERE id = 'audit-check'`,
    );
    // Nobody has to wait for an instance that is done.
    expect(leases).toEqual([{ holder: '' }]);
  });
});
