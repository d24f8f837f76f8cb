import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import { ChangeCounter } from '../../server/src/database/change-counter.entity.js';
import { databaseFile, migrate, openWriter } from '../../server/src/database/data-source.js';
import type { RowChange } from '../../server/src/database/row-change.js';
import type { Saver as Made } from '../../server/src/database/saver.js';
import { SqliteUnitOfWork } from '../../server/src/database/sqlite-unit-of-work.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { readChain } from '../../server/src/platform/audit/read-chain.js';
import { verifyChain } from '../../server/src/platform/audit/verify-chain.js';
import { Clock } from '../../server/src/platform/clock.js';

/** The built server: the sources run as they are have no thread. */
const COMPILED = new URL('../../server/dist/database/saver.js', import.meta.url);

const raise = (topic: string, from: number, to = from + 1): RowChange => ({
  target: ChangeCounter,
  asRead: { topic, slot: '0', value: from },
  change: { value: to },
  event: { action: 'counter.raised', entity: 'counter', entityId: topic, detail: { to } },
});

describe.runIf(inject('template').engine === 'sqlite')('the thread that saves beside the writer', () => {
  let dataDir: string;
  let saver: Made;
  let unitOfWork: SqliteUnitOfWork;
  /** Sees what is committed, from outside. */
  let outside: Database.Database;

  beforeEach(async () => {
    const { Saver } = (await import(COMPILED.href)) as { Saver: typeof Made };
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-saver-'));
    const place = { dataDir, databaseUrl: '' };
    const writer = await openWriter(place);
    await migrate(writer);
    saver = Saver.of(dataDir, 1)!;
    unitOfWork = new SqliteUnitOfWork(writer, () => openWriter(place), new Clock(), { saver });
    outside = new Database(databaseFile(dataDir));
    for (let each = 0; each < 40; each += 1)
      await unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.insert(ChangeCounter, { topic: `t${each}`, slot: '0', value: 0 }),
      );
    await begun();
  });
  afterEach(async () => {
    await unitOfWork.close();
    outside.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The thread is begun with the first change, which the writer still makes. */
  async function begun(earlier = 0): Promise<void> {
    await unitOfWork.changeRow(SYSTEM, raise('t39', earlier));
    await expect.poll(() => saver.mayTake()).toBe(true);
  }
  const valueOf = (topic: string): unknown =>
    outside.prepare('SELECT value FROM change_counter WHERE topic = ?').pluck().get(topic);
  const eventsOf = (topic: string): unknown =>
    outside.prepare('SELECT COUNT(*) FROM audit_event WHERE entity_id = ?').pluck().get(topic);
  const chain = async () => {
    const ask = (text: string, values: readonly unknown[]) => outside.prepare(text).all(...values);
    return verifyChain(readChain(async (text, values) => ask(text, values) as never, 'sqlite'));
  };

  it('acknowledges what is on disk, in one chain with what the writer stores', async () => {
    let acknowledged = 0;
    const raiseOften = async (topic: string): Promise<void> => {
      for (let value = 0; value < 30; value += 1) {
        expect(await unitOfWork.changeRow(SYSTEM, raise(topic, value))).toBe(true);
        expect(valueOf(topic)).toBe(value + 1);
        acknowledged += 1;
      }
    };
    const writeBetween = async (): Promise<void> => {
      for (let turn = 0; turn < 30; turn += 1) {
        await unitOfWork.run(SYSTEM, async (unit) => {
          await unit.manager.update(ChangeCounter, { topic: 't38' }, { value: turn });
          await unit.audit('counter.set', 'counter', 't38');
        });
        acknowledged += 1;
      }
    };
    await Promise.all([...Array.from({ length: 20 }, (_, each) => raiseOften(`t${each}`)), writeBetween()]);
    const report = await chain();
    expect(report.breaks).toEqual([]);
    // And the one with which the thread was begun.
    expect(report.count).toBe(acknowledged + 1);
  });

  it('changes nothing and notes nothing where the row is not as it was read', async () => {
    const both = [
      unitOfWork.changeRow(SYSTEM, raise('t1', 0)),
      unitOfWork.changeRow(SYSTEM, raise('t1', 0, 7)),
    ];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect([valueOf('t1'), eventsOf('t1')]).toEqual([1, 1]);
  });

  it('refuses one change that the database refuses, and stores its neighbours', async () => {
    outside.exec(
      `CREATE TRIGGER no_99 BEFORE UPDATE ON change_counter WHEN NEW.value = 99
       BEGIN SELECT RAISE(ABORT, 'ninety-nine is refused'); END`,
    );
    const settled = await Promise.allSettled([
      unitOfWork.changeRow(SYSTEM, raise('t1', 0)),
      unitOfWork.changeRow(SYSTEM, raise('t2', 0, 99)),
      unitOfWork.changeRow(SYSTEM, raise('t3', 0)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: { message: 'ninety-nine is refused' } });
    expect(['t1', 't2', 't3'].map(valueOf)).toEqual([1, 0, 1]);
    expect(['t1', 't2', 't3'].map(eventsOf)).toEqual([1, 0, 1]);
    expect((await chain()).breaks).toEqual([]);
  });

  it('stores none of a commit that failed, says so to each, and goes on with the next', async () => {
    outside.exec(
      `CREATE TRIGGER no_99 BEFORE UPDATE ON change_counter WHEN NEW.value = 99
       BEGIN SELECT RAISE(ROLLBACK, 'the whole commit'); END`,
    );
    const settled = await Promise.allSettled([
      unitOfWork.changeRow(SYSTEM, raise('t1', 0)),
      unitOfWork.changeRow(SYSTEM, raise('t2', 0, 99)),
      unitOfWork.changeRow(SYSTEM, raise('t3', 0)),
    ]);
    // The writer, which tries then, comes to the third in a commit of its own.
    const refused = { status: 'rejected', reason: { code: 'STORAGE_UNAVAILABLE' } };
    expect(settled).toMatchObject([refused, refused, { status: 'fulfilled', value: true }]);
    expect(['t1', 't2', 't3'].map(valueOf)).toEqual([0, 0, 1]);
    expect(['t1', 't2', 't3'].map(eventsOf)).toEqual([0, 0, 1]);
    expect(await unitOfWork.changeRow(SYSTEM, raise('t1', 0))).toBe(true);
    expect((await chain()).breaks).toEqual([]);
  });

  it('stores everything once when the thread ends in the middle: the writer goes on with it', async () => {
    for (let round = 0; round < 10; round += 1) {
      await begun(round + 1);
      const asked = Array.from({ length: 30 }, (_, each) =>
        unitOfWork.changeRow(SYSTEM, raise(`t${each}`, round)),
      );
      // As a thread ends that has no memory left: only a test can reach in and do it.
      const { thread } = saver as unknown as { thread: { terminate(): Promise<number> } };
      for (let turn = 0; turn < round; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await thread.terminate();
      // false = it was on the disk already, which whoever asks finds there.
      for (const isNew of await Promise.all(asked)) expect([true, false]).toContain(isNew);
      for (let each = 0; each < 30; each += 1) {
        expect(valueOf(`t${each}`)).toBe(round + 1);
        expect(eventsOf(`t${each}`)).toBe(round + 1);
      }
    }
    expect((await chain()).breaks).toEqual([]);
  });

  it('leaves no log of changes behind when it is closed, and takes nothing more', async () => {
    const last = unitOfWork.changeRow(SYSTEM, raise('t1', 0));
    outside.close();
    await unitOfWork.close();
    expect(await last).toBe(true);
    expect(existsSync(`${databaseFile(dataDir)}-wal`)).toBe(false);
    await expect(unitOfWork.changeRow(SYSTEM, raise('t1', 1))).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
    });
    outside = new Database(databaseFile(dataDir));
    expect(valueOf('t1')).toBe(1);
  });

  it('does without where the thread cannot open the file', async () => {
    await saver.close();
    const { Saver } = (await import(COMPILED.href)) as { Saver: typeof Made };
    const elsewhere = join(dataDir, 'elsewhere');
    mkdirSync(elsewhere);
    const lost = Saver.of(elsewhere, 1)!;
    const writer = await openWriter({ dataDir, databaseUrl: '' });
    const alone = new SqliteUnitOfWork(writer, () => openWriter({ dataDir, databaseUrl: '' }), new Clock(), {
      saver: lost,
    });
    expect(await alone.changeRow(SYSTEM, raise('t1', 0))).toBe(true);
    await expect.poll(() => lost.mayTake()).toBe(true);
    expect(await alone.changeRow(SYSTEM, raise('t1', 1))).toBe(true);
    expect(valueOf('t1')).toBe(2);
    await alone.close();
  });
});
