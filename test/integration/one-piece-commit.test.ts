import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { ChangeCounter } from '../../server/src/database/change-counter.entity.js';
import type { Unit } from '../../server/src/database/unit.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { tamper, verifyPlace } from '../support/audit-chain.js';
import { Gate } from '../support/gate.js';
import { waiters } from '../support/held-commits.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

const WHOLE = { code: 0, printed: expect.stringContaining('The chain is whole.'), wrong: '' };

/** What is stored: the change, and the event of it. */
interface Stored {
  readonly changes: number;
  readonly events: number;
}

/** On SQLite units stand in one queue of one process, and nobody waits for a lock of another. */
describe.skipIf(inject('template').engine === 'sqlite')('a commit on PostgreSQL', () => {
  let place: Place;
  let server: TestServer;
  let holder: pg.Client;
  let name = '';
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    holder = new pg.Client({ connectionString: place.env['DATABASE_URL'] });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await server.stop();
    await place.remove();
  });
  beforeEach(({ task }) => {
    name = task.id;
  });

  const work = async ({
    manager,
    audit,
    touch,
  }: Pick<Unit, 'manager' | 'audit' | 'touch'>): Promise<void> => {
    await manager.insert(ChangeCounter, { topic: name, slot: '0', value: 1 });
    touch('in one piece', name);
    await audit('test.in-one-piece', 'thing', name, {}, { subjects: [{ entity: 'round', id: name }] });
  };
  const stored = async (): Promise<Stored> => {
    const count = async (text: string): Promise<number> => (await storedRows(place, text)).length;
    return {
      changes: await count(`SELECT topic FROM change_counter WHERE topic = '${name}'`),
      events: await count(`SELECT seq FROM audit_event WHERE entity_id = '${name}'`),
    };
  };
  /** Begins a unit while the end of the chain is held, and lets `meanwhile` happen once it waits for that. */
  const whileItWaits = async (at: TestServer, meanwhile: () => Promise<unknown>): Promise<unknown> => {
    await holder.query('BEGIN');
    await holder.query('SELECT seq FROM audit_head FOR UPDATE');
    const ended = at.unitOfWork.run(SYSTEM, work).then(
      () => 'stored',
      (error: unknown) => error,
    );
    await waiters(holder, 1);
    await meanwhile();
    await holder.query('COMMIT');
    return ended;
  };

  it('asks nothing more of the instance once it has its turn at the audit chain', async () => {
    const gate = new Gate(new URL(place.env['DATABASE_URL'] ?? ''));
    const far = await startAt(place, { DATABASE_URL: await gate.open() });
    try {
      // From here on the database hears nothing of the instance, and the instance nothing of the database.
      const ended = whileItWaits(far, async () => gate.fallSilent());
      await expect.poll(stored, { timeout: 30_000 }).toEqual({ changes: 1, events: 1 });
      // And others have their turn.
      await server.unitOfWork.run(SYSTEM, ({ audit }) => audit('test.in-one-piece', 'thing', 'after'));
      gate.close();
      // It was stored; whoever did not hear so is told that nobody knows.
      expect(await ended).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    } finally {
      gate.close();
      await far.stop();
    }
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('whose turn never came stored nothing, and does not say that nobody knows', async () => {
    const ended = await whileItWaits(server, () =>
      storedRows(
        place,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      ),
    );
    expect(ended).toMatchObject({ code: '57P01' });
    expect(await stored()).toEqual({ changes: 0, events: 0 });
    await server.unitOfWork.run(SYSTEM, work);
    expect(await stored()).toEqual({ changes: 1, events: 1 });
  });

  it('that the database refuses at its end stores nothing, and the connection goes on', async () => {
    const tooLong = server.unitOfWork.run(SYSTEM, async (unit) => {
      await work(unit);
      await unit.audit('test.in-one-piece', 'x'.repeat(65), name);
    });
    await expect(tooLong).rejects.toMatchObject({ code: '22001' });
    expect(await stored()).toEqual({ changes: 0, events: 0 });
    await Promise.all(
      Array.from({ length: 12 }, () =>
        server.unitOfWork.run(SYSTEM, ({ audit }) => audit('test.in-one-piece', 'thing', 'after')),
      ),
    );
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it.each([1, 3, 50, 51])('stores %i events, with whatever letters', async (count) => {
    await server.unitOfWork.run({ id: 'anna', requestId: 'r-1' }, async ({ audit }) => {
      for (let index = 0; index < count; index += 1)
        await audit(
          'test.in-one-piece',
          'thing',
          name,
          { index, 'schlüssel "': 'é\\u0000 – 🜂 \u2028', none: null, share: 0.1 },
          {
            reason: `"Why?"\n\\ $1 ' 漢字 ${index}`,
            before: index % 2 === 0 ? null : { state: 'a' },
            after: { state: 'b' },
            subjects: Array.from({ length: index % 4 }, (_, at) => ({ entity: 'response', id: `r${at}` })),
          },
        );
    });
    expect((await stored()).events).toBe(count);
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('notes as many changed parts as one act may have', async () => {
    const parts = Array.from({ length: 12_000 }, (_, at) => `part ${at}`);
    await server.unitOfWork.run(SYSTEM, async ({ touch }) => parts.forEach((part) => touch(name, part)));
    const noted = await storedRows(place, `SELECT what FROM change_note WHERE topic = '${name}'`);
    expect(noted).toHaveLength(parts.length);
  });

  it('adds the same event where the database computes other hashes, step by step', async () => {
    const database = new URL(place.env['DATABASE_URL'] ?? '').pathname.slice(1);
    await storedRows(place, `ALTER DATABASE "${database}" SET search_path = public, pg_catalog`);
    // As CockroachDB has it: a function of that name, which gives text.
    await storedRows(
      place,
      `CREATE FUNCTION public.sha256(bytea) RETURNS text LANGUAGE sql AS $$ SELECT 'other' $$`,
    );
    const other = await startAt(place);
    try {
      await Promise.all(
        [server, other, other].map(({ unitOfWork }, at) =>
          unitOfWork.run(SYSTEM, async (unit) => {
            if (at === 0) await work(unit);
            else await unit.audit('test.in-one-piece', 'thing', 'after', { at });
          }),
        ),
      );
    } finally {
      await other.stop();
      await storedRows(place, `ALTER DATABASE "${database}" RESET search_path`);
    }
    expect(await stored()).toEqual({ changes: 1, events: 1 });
    expect(await verifyPlace(place)).toEqual(WHOLE);
  });

  it('without a head of the chain stores nothing', async () => {
    await tamper(place, 'DELETE FROM audit_head');
    await expect(server.unitOfWork.run(SYSTEM, work)).rejects.toMatchObject({ code: '23502' });
    expect(await stored()).toEqual({ changes: 0, events: 0 });
  });
});
