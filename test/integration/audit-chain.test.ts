import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { PersonContact } from '../../server/src/access/people/person-contact.entity.js';
import { Person } from '../../server/src/access/people/person.entity.js';
import { migrate, openWriter } from '../../server/src/database/data-source.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { AuditHead } from '../../server/src/platform/audit/audit-head.entity.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { headOf, tamper, verifyPlace } from '../support/audit-chain.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, emptyPlace, type Place, startAt, type TestServer } from '../support/start-server.js';

const isPostgres = inject('template').engine === 'postgres';
const WHOLE = { code: 0, printed: expect.stringContaining('The chain is whole.'), wrong: '' };

describe('the audit chain of a product that runs', () => {
  let place: Place;
  let servers: TestServer[];
  beforeAll(async () => {
    place = await copyOfTemplate();
    // Several instances share a PostgreSQL; a SQLite file has one.
    servers = [await startAt(place)];
    if (isPostgres) servers.push(await startAt(place), await startAt(place));
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await place.remove();
  });

  it('holds after 50 units at once, half of them refused, and counts only the others', async () => {
    const count = () => servers[0]!.reader.getRepository(AuditEvent).count();
    const before = await count();
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        servers[index % servers.length]!.unitOfWork.run(SYSTEM, async ({ audit }) => {
          const subjects = [{ entity: 'response', id: `r${index}` }];
          await audit('test.chained', 'round', 'demo-2026', { index }, { subjects });
          if (index % 3 === 0) await wait(5);
          if (index % 2 === 1) throw new Error('refused');
        }),
      ),
    );
    expect(await count()).toBe(before + 25);
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('holds after teams sent, corrected and were refused at once', async () => {
    const send = async (server: TestServer, index: number): Promise<void> => {
      const team = new LiaisonTeam(server, await givenLink(server));
      const form = withoutInReach('RW603');
      await team.submit(index % 2 === 0 ? form : { ...form, role: ['king'] });
    };
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => send(servers[index % servers.length]!, index)),
    );
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('holds for a reader while it grows', async () => {
    let isWriting = true;
    const [server] = servers;
    const writing = (async () => {
      while (isWriting)
        await server!.unitOfWork.run(SYSTEM, ({ audit }) => audit('test.growing', 'thing', 'one'));
    })();
    try {
      for (let turn = 0; turn < 5; turn += 1) expect(await verifyPlace(place)).toEqual(WHOLE);
    } finally {
      isWriting = false;
      await writing;
    }
  });

  it('holds when a person is erased: names stand beside it, not in it', async () => {
    const [server] = servers;
    const ada = await colleague(server!, 'ada-erased', grant('analyst'));
    const { name } = await server!.reader
      .getRepository(PersonContact)
      .findOneByOrFail({ personId: ada.personId });
    await server!.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      await manager.delete(PersonContact, { personId: ada.personId });
      await audit('test.erased', 'person', ada.personId);
    });
    expect(await server!.reader.getRepository(Person).countBy({ id: ada.personId })).toBe(1);
    const events = await server!.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } });
    expect(events.some(({ actorId, entityId }) => [actorId, entityId].includes(ada.personId))).toBe(true);
    expect(JSON.stringify(events)).not.toContain(name);
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('refuses a text among the facts, and then stores nothing of the unit', async () => {
    const [server] = servers;
    const before = await server!.reader.getRepository(AuditEvent).count();
    const text = 'what somebody wrote '.repeat(20);
    await expect(
      server!.unitOfWork.run(SYSTEM, async ({ audit }) => {
        await audit('test.allowed', 'thing', 'one');
        await audit('test.text', 'thing', 'one', {}, { after: { text } });
      }),
    ).rejects.toThrow(/holds no texts/);
    expect(await server!.reader.getRepository(AuditEvent).count()).toBe(before);
  });
});

describe('somebody who has the database in their hands', () => {
  let place: Place;
  /** The last event; the trail has some before it. */
  let last: number;
  beforeEach(async () => {
    place = await copyOfTemplate();
    const server = await startAt(place);
    for (let index = 0; index < 6; index += 1)
      await server.unitOfWork.run(SYSTEM, ({ audit }) =>
        audit(
          'test.kept',
          'thing',
          `t${index}`,
          { index },
          { subjects: [{ entity: 'site', id: `s${index}` }] },
        ),
      );
    last = (await server.reader.getRepository(AuditHead).find())[0]?.seq ?? 0;
    await server.stop();
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });
  afterEach(() => place.remove());

  const columns = 'action, entity, entity_id, detail, prev_hash, hash';
  const cases: readonly [string, (at: number) => string[], RegExp][] = [
    [
      'changes who did it',
      (at) => [`UPDATE audit_event SET actor_id = 'mallory' WHERE seq = ${at}`],
      /event AT \(test\.kept on thing t\d, .*\) was changed/,
    ],
    [
      'changes a fact',
      (at) => [`UPDATE audit_event SET detail = '{"index":99}' WHERE seq = ${at}`],
      /event AT .* was changed/,
    ],
    ['removes an event', (at) => [`DELETE FROM audit_event WHERE seq = ${at}`], /event AT is missing/],
    [
      'removes an event and closes the gap',
      (at) => [
        `DELETE FROM audit_event WHERE seq = ${at}`,
        `UPDATE audit_event SET seq = seq - 1 WHERE seq = ${at + 1}`,
      ],
      /event AT .*does not follow/,
    ],
    [
      'lets two events change places',
      (at) => [
        `UPDATE audit_event SET seq = -1 WHERE seq = ${at}`,
        `UPDATE audit_event SET seq = ${at} WHERE seq = ${at + 1}`,
        `UPDATE audit_event SET seq = ${at + 1} WHERE seq = -1`,
      ],
      /event AT .*does not follow/,
    ],
    [
      'copies one event over another',
      (at) => [
        `UPDATE audit_event SET (${columns}) =
           (SELECT ${columns} FROM audit_event o WHERE o.seq = ${at - 1}) WHERE seq = ${at}`,
      ],
      /event AT .* was changed/,
    ],
    [
      'takes a subject away',
      (at) => [`DELETE FROM audit_subject WHERE event_seq = ${at}`],
      /event AT .* was changed/,
    ],
    [
      'adds a subject',
      (at) => [`INSERT INTO audit_subject (event_seq, entity, entity_id) VALUES (${at}, 'site', 'x')`],
      /event AT .* was changed/,
    ],
    [
      'cuts off the end',
      (at) => [`DELETE FROM audit_event WHERE seq >= ${at}`],
      /events AT to \d+ are missing at the end/,
    ],
    ['removes the head record', () => ['DELETE FROM audit_head'], /head record of the chain is missing/],
  ];
  it.each(cases)('%s, and verify-audit names the event', async (_what, statements, message) => {
    const at = last - 2;
    await tamper(place, ...statements(at));
    const { code, wrong, printed } = await verifyPlace(place);
    expect(wrong).toMatch(new RegExp(message.source.replace('AT', String(at))));
    expect(code).toBe(1);
    expect(printed).not.toContain('whole');
  });

  it('cuts off the end and sets the head back, and the head that was written down tells', async () => {
    const noted = headOf(await verifyPlace(place));
    expect(await verifyPlace(place, '--head', noted)).toEqual(WHOLE);
    await tamper(
      place,
      `DELETE FROM audit_subject WHERE event_seq = ${last}`,
      `DELETE FROM audit_event WHERE seq = ${last}`,
      `UPDATE audit_head SET seq = ${last - 1}, hash = (SELECT hash FROM audit_event WHERE seq = ${last - 1})`,
    );
    expect(await verifyPlace(place)).toEqual(WHOLE);
    const told = await verifyPlace(place, '--head', noted);
    expect(told).toMatchObject({ code: 1, wrong: expect.stringContaining(`event ${last} is not the one`) });
  });

  it('cannot stop the product from going on, nor heal the break by it', async () => {
    await tamper(place, `DELETE FROM audit_event WHERE seq >= ${last - 1}`);
    const server = await startAt(place);
    await server.unitOfWork.run(SYSTEM, ({ audit }) => audit('test.goes-on', 'thing', 'one'));
    await server.stop();
    const { code, wrong } = await verifyPlace(place);
    expect(wrong).toContain(`events ${last - 1} to ${last} are missing`);
    expect(code).toBe(1);
  });
});

describe('verify-audit', () => {
  it('says that it cannot read a place without a database, and what is not understood', async () => {
    const place = await emptyPlace();
    try {
      expect(await verifyPlace(place)).toMatchObject({ code: 2, printed: '' });
      expect(await verifyPlace(place, '--head', '12')).toMatchObject({
        code: 2,
        wrong: expect.stringContaining('Usage'),
      });
      expect(await verifyPlace(place, '--force')).toMatchObject({ code: 2 });
    } finally {
      await place.remove();
    }
  });
});

describe('an audit trail from before there was a chain', () => {
  it('is brought into it by the migration, in the order of its time, and goes on', async () => {
    const place = await emptyPlace();
    try {
      const writer = await openWriter(loadConfig(place.env));
      try {
        await migrate(writer);
        const isChained = async (): Promise<boolean> => {
          const runner = writer.createQueryRunner();
          try {
            return await runner.hasTable('audit_head');
          } finally {
            await runner.release();
          }
        };
        while (await isChained()) await writer.undoLastMigration({ transaction: 'each' });
        const column = isPostgres
          ? 'FOR EACH ROW EXECUTE FUNCTION refuse_change()'
          : "BEGIN SELECT RAISE(ABORT, 'no'); END";
        await writer.query(`CREATE TRIGGER guard_audit_event_update BEFORE UPDATE ON audit_event ${column}`);
        for (let index = 0; index < 1201; index += 1) {
          const at = `2026-03-15T12:${String(index % 60).padStart(2, '0')}:00.000Z`;
          const id = `${String(2000 - index).padStart(8, '0')}-old`;
          const detail = index === 0 ? '{"site":"s1","round":"r1"}' : `{"index":${index}}`;
          await writer.query(
            `INSERT INTO audit_event (id, "at", actor_id, action, entity, entity_id, detail)
             VALUES ('${id}', '${at}', 'alice', 'test.old', 'thing', 't${index}', '${detail}')`,
          );
        }
        await migrate(writer);
      } finally {
        await writer.destroy();
      }
      const upgraded = await verifyPlace(place);
      expect(upgraded).toEqual(WHOLE);
      expect(upgraded.printed).toContain('1201 audit events. Head 1201:');

      const server = await startAt(place);
      const events = await server.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } });
      const old = events.filter(({ action }) => action === 'test.old');
      expect(old.map(({ seq }) => seq)).toEqual(Array.from({ length: 1201 }, (_, at) => at + 1));
      expect(old.map(({ at }) => at)).toEqual(old.map(({ at }) => at).sort());
      expect(new Set(old.map(({ entityId }) => entityId)).size).toBe(1201);
      const subjects = await server.reader.query(
        'SELECT entity, entity_id FROM audit_subject WHERE event_seq <= 1201 ORDER BY entity',
      );
      expect(subjects).toEqual([
        { entity: 'round', entity_id: 'r1' },
        { entity: 'site', entity_id: 's1' },
      ]);
      expect(events.length).toBeGreaterThan(1201);
      await server.stop();
      expect(await verifyPlace(place, '--head', headOf(upgraded))).toEqual(WHOLE);
    } finally {
      await place.remove();
    }
  });
});
