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

  let Saver: typeof Made;

  beforeEach(async () => {
    ({ Saver } = (await import(COMPILED.href)) as { Saver: typeof Made });
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-saver-'));
    const place = { dataDir, databaseUrl: '' };
    const writer = await openWriter(place);
    await migrate(writer);
    saver = Saver.of(dataDir, { many: 1, pauseMs: 0 })!;
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
  /** Three changes at once, the second of which the database refuses with these words of SQLite. */
  async function raiseThree(refusal: string) {
    outside.exec(
      `CREATE TRIGGER no_99 BEFORE UPDATE ON change_counter WHEN NEW.value = 99
       BEGIN SELECT RAISE(${refusal}); END`,
    );
    return Promise.allSettled([
      unitOfWork.changeRow(SYSTEM, raise('t1', 0)),
      unitOfWork.changeRow(SYSTEM, raise('t2', 0, 99)),
      unitOfWork.changeRow(SYSTEM, raise('t3', 0)),
    ]);
  }
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
    const settled = await raiseThree("ABORT, 'ninety-nine is refused'");
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: { message: 'ninety-nine is refused' } });
    expect(['t1', 't2', 't3'].map(valueOf)).toEqual([1, 0, 1]);
    expect(['t1', 't2', 't3'].map(eventsOf)).toEqual([1, 0, 1]);
    expect((await chain()).breaks).toEqual([]);
  });

  it('stores none of a commit that failed, says so to each, and goes on with the next', async () => {
    const settled = await raiseThree("ROLLBACK, 'the whole commit'");
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
      // false = it was on the disk already.
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

  /** A unit of work with a saver that is like no other, beside which nothing else works. */
  async function withSaver(options: Parameters<typeof Made.of>[1], folder = dataDir) {
    await unitOfWork.close();
    const lost: unknown[] = [];
    const place = { dataDir, databaseUrl: '' };
    saver = Saver.of(folder, { many: 1, pauseMs: 0, onLost: (cause) => lost.push(cause), ...options })!;
    unitOfWork = new SqliteUnitOfWork(await openWriter(place), () => openWriter(place), new Clock(), {
      saver,
    });
    return lost;
  }

  it('does without where the thread cannot open the file', async () => {
    const elsewhere = join(dataDir, 'elsewhere');
    mkdirSync(elsewhere);
    const lost = await withSaver({}, elsewhere);
    await begun(1);
    expect(await unitOfWork.changeRow(SYSTEM, raise('t1', 0))).toBe(true);
    expect(valueOf('t1')).toBe(1);
    expect(lost).toHaveLength(1);
  });

  it('leaves to the writer what it cannot do for a reason that is not of the change', async () => {
    const lost = await withSaver({ program: support('saver-that-cannot-write.mjs') });
    await begun(1);
    const changes = ['t1', 't2', 't3'].map((topic) => unitOfWork.changeRow(SYSTEM, raise(topic, 0)));
    expect(await Promise.all(changes)).toEqual([true, true, true]);
    expect(['t1', 't2', 't3'].map(eventsOf)).toEqual([1, 1, 1]);
    expect(lost).toHaveLength(1);
    expect((await chain()).breaks).toEqual([]);
  });

  it('has stored once what it could not say any more, and the writer goes on behind it', async () => {
    await withSaver({ program: support('saver-that-stores-and-dies.mjs') });
    for (let round = 0; round < 3; round += 1) {
      await begun(round + 1);
      const changes = ['t1', 't2'].map((topic) => unitOfWork.changeRow(SYSTEM, raise(topic, round)));
      const after = unitOfWork.run(SYSTEM, (unit) => unit.audit('counter.seen', 'counter', 't3'));
      // Not as it was read any more: whoever asks finds their own there.
      expect(await Promise.all(changes)).toEqual([false, false]);
      await after;
      expect(['t1', 't2'].map(valueOf)).toEqual([round + 1, round + 1]);
      expect(['t1', 't2', 't3'].map(eventsOf)).toEqual([round + 1, round + 1, round + 1]);
    }
    expect((await chain()).breaks).toEqual([]);
  });

  it('is ended when little is saved, and begun again when it is much', async () => {
    await withSaver({ many: 5, restMs: 300 });
    const raiseAll = (value: number) =>
      Promise.all(
        Array.from({ length: 20 }, (_, each) => unitOfWork.changeRow(SYSTEM, raise(`t${each}`, value))),
      );
    await raiseAll(0);
    await expect.poll(() => saver.mayTake()).toBe(true);
    await expect.poll(() => saver.mayTake()).toBe(false);
    await expect
      .poll(async () => {
        await raiseAll(Number(valueOf('t0')));
        return saver.mayTake();
      })
      .toBe(true);
    expect((await chain()).breaks).toEqual([]);
  });

  it('is not begun again for a while when it was lost', async () => {
    const lost = await withSaver({ pauseMs: 60_000 });
    await begun(1);
    await (saver as unknown as { thread: { terminate(): Promise<number> } }).thread.terminate();
    for (let value = 0; value < 10; value += 1)
      expect(await unitOfWork.changeRow(SYSTEM, raise('t1', value))).toBe(true);
    expect([saver.mayTake(), lost.length]).toEqual([false, 1]);
  });

  it('changes nothing that is kept for others; every other unit does', async () => {
    const counts = (): number[] => [unitOfWork.commits, unitOfWork.visibleCommits];
    const [commits = 0, visible = 0] = counts();
    await unitOfWork.changeRow(SYSTEM, raise('t1', 0));
    expect(counts()).toEqual([commits + 1, visible]);
    await unitOfWork.run(SYSTEM, (unit) => unit.audit('counter.seen', 'counter', 't1'));
    expect(counts()).toEqual([commits + 2, visible + 1]);
    // Without the thread both share one commit.
    await unitOfWork.close();
    const place = { dataDir, databaseUrl: '' };
    unitOfWork = new SqliteUnitOfWork(await openWriter(place), () => openWriter(place), new Clock());
    await Promise.all([
      unitOfWork.changeRow(SYSTEM, raise('t2', 0)),
      unitOfWork.run(SYSTEM, (unit) => unit.audit('counter.seen', 'counter', 't2')),
    ]);
    expect(counts()).toEqual([1, 1]);
    await unitOfWork.changeRow(SYSTEM, raise('t3', 0));
    expect(counts()).toEqual([2, 1]);
  });
});

/** Threads that do not do as they should. */
const support = (name: string): URL => new URL(`../support/${name}`, import.meta.url);
