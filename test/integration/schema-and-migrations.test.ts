import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { APPEND_ONLY_TABLES } from '../../server/src/database/append-only.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { createCodebook } from '../support/coding-desk.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withoutInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { ReportWriter } from '../support/report-writer.js';
import { givenDesk } from '../support/release-desk-acts.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('the database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    await server.unitOfWork.run(SYSTEM, ({ audit }) =>
      audit(
        'test.about-two',
        'round',
        'demo-2026',
        {},
        { subjects: [{ entity: 'response', id: 'nowhere' }] },
      ),
    );
    const cleaner = new Cleaner(await theSurveyLead(server), await givenRound(server, 'append-only'));
    await cleaner.settings({});
    const { id } = await givenForm(server, cleaner.roundId, withoutInReach('RW603'));
    await cleaner.decide({ kind: 'accept', formId: id });
    await cleaner.freeze('');
    const { desk } = await givenDesk(server);
    await desk.open();
    await desk.sign();
    await desk.mark('setReleaseDoi', 1, '10.1234/example');
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

  const COLUMN: Readonly<Record<(typeof APPEND_ONLY_TABLES)[number], string>> = {
    audit_event: 'action',
    audit_subject: 'entity',
    response_revision: 'reason',
    release: 'note',
    codebook_version: 'note',
    cleaning_decision: 'note',
    freeze: 'reason',
    report_version: 'note',
    report_edition: 'sha256',
    reply_event: 'kind',
    release_sign_off: 'role',
    release_mark: 'reason',
    register_revision: 'change',
  };
  const refused = (statement: string, why: RegExp) =>
    expect(
      server.unitOfWork.run(SYSTEM, ({ manager }) => manager.query(statement)),
      statement,
    ).rejects.toThrow(why);
  const isPostgres = inject('template').engine === 'postgres';

  it.each(APPEND_ONLY_TABLES)('refuses UPDATE, DELETE and TRUNCATE on %s', async (table) => {
    if (table === 'codebook_version') await createCodebook(await theSurveyLead(server));
    if (table === 'register_revision') await new RegisterKeeper(await theSurveyLead(server)).save();
    if (table === 'report_version') {
      const writer = new ReportWriter(await theSurveyLead(server), 'demo-2026');
      await writer.save((await writer.read()).report, { 'summary-meaning': 'Made up.' });
    }
    const rows = await server.reader.query(`SELECT 1 FROM "${table}" LIMIT 1`);
    expect(rows, `${table} needs a row for this test to mean something`).toHaveLength(1);
    await refused(`UPDATE "${table}" SET "${COLUMN[table]}" = 'changed'`, /append-only/);
    await refused(`DELETE FROM "${table}"`, /append-only/);
    if (isPostgres) await refused(`TRUNCATE "${table}" CASCADE`, /append-only/);
  });

  it('lets nothing but a stored event move the head of the audit chain', async () => {
    await refused('UPDATE audit_head SET seq = seq - 1', /audit_head follows/);
    await refused('UPDATE audit_head SET seq = seq + 1', /audit_head follows/);
    await refused(`UPDATE audit_head SET hash = '${'0'.repeat(64)}'`, /audit_head follows/);
    await refused('DELETE FROM audit_head', /audit_head follows/);
    if (isPostgres) await refused('TRUNCATE audit_head', /append-only/);
  });

  it('takes no event that does not follow the last one', async () => {
    const copied = '"at", actor_id, action, entity, entity_id, reason, detail, "before", "after", request_id';
    const forged = (seq: string, prev: string) =>
      `INSERT INTO audit_event (seq, ${copied}, prev_hash, hash)
       SELECT ${seq}, ${copied}, ${prev}, '${'f'.repeat(64)}' FROM audit_event WHERE seq = 1`;
    const last = '(SELECT MAX(seq) FROM audit_event)';
    await refused(forged(`${last} + 2`, `(SELECT hash FROM audit_head)`), /audit_head follows/);
    await refused(forged(`${last} + 1`, `'${'0'.repeat(64)}'`), /audit_head follows/);
  });
});
