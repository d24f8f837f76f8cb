import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { APPEND_ONLY_TABLES } from '../../server/src/database/append-only.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withoutInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('the database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    const cleaner = new Cleaner(await theSurveyLead(server), await givenRound(server, 'append-only'));
    await cleaner.settings({});
    const { id } = await givenForm(server, cleaner.roundId, withoutInReach('RW603'));
    await cleaner.decide({ kind: 'accept', formId: id });
    await cleaner.freeze('');
  });
  afterAll(() => server.stop());

  it('is built by the migrations exactly as the entities describe it', async () => {
    const missing = await server.reader.driver.createSchemaBuilder().log();
    expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('cannot be written through the connection that everything reads from', async () => {
    await expect(
      server.reader.query(`INSERT INTO change_counter (topic, slot, value) VALUES ('stray', '0', 1)`),
    ).rejects.toThrow(/read-?only/i);
  });

  it.each(APPEND_ONLY_TABLES)('refuses UPDATE and DELETE on %s', async (table) => {
    const column = {
      audit_event: 'action',
      response_revision: 'reason',
      release: 'note',
      cleaning_decision: 'note',
      freeze: 'reason',
    }[table];
    const rows = await server.reader.query(`SELECT 1 FROM "${table}" LIMIT 1`);
    expect(rows, `${table} needs a row for this test to mean something`).toHaveLength(1);
    for (const statement of [`UPDATE "${table}" SET "${column}" = 'changed'`, `DELETE FROM "${table}"`])
      await expect(server.unitOfWork.run(SYSTEM, ({ manager }) => manager.query(statement))).rejects.toThrow(
        /append-only/,
      );
  });
});
