import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import type { Checkpointer as Made } from '../../server/src/database/checkpointer.js';
import { databaseFile, openWriter } from '../../server/src/database/data-source.js';
import { SqliteUnitOfWork } from '../../server/src/database/sqlite-unit-of-work.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Clock } from '../../server/src/platform/clock.js';

/** The built server: the sources run as they are have no thread. */
const COMPILED = new URL('../../server/dist/database/checkpointer.js', import.meta.url);
const MIB = 1024 * 1024;
/** As many as make the thread copy. */
const UNITS = 512;

describe.runIf(inject('template').engine === 'sqlite')('the thread that copies the log of changes', () => {
  let Checkpointer: typeof Made;
  let dataDir: string;
  let writer: DataSource;
  let checkpointer: Made;

  beforeEach(async () => {
    ({ Checkpointer } = (await import(COMPILED.href)) as { Checkpointer: typeof Made });
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-checkpoint-'));
    writer = await openWriter({ dataDir, databaseUrl: '' });
    await writer.query('CREATE TABLE kept (number INTEGER PRIMARY KEY, words TEXT NOT NULL)');
    checkpointer = Checkpointer.of(dataDir)!;
  });
  afterEach(async () => {
    await checkpointer.close();
    if (writer.isInitialized) await writer.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const log = (): string => `${databaseFile(dataDir)}-wal`;
  /** Ten commits of a hundred kilobytes, between which the writer asks as it does between two groups of units. */
  const writeOneMegabyte = async (words: string): Promise<void> => {
    for (let commit = 0; commit < 10; commit += 1) {
      await checkpointer.finish();
      await writer.query(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
         INSERT INTO kept (words) SELECT ? FROM n`,
        [words.repeat(1000)],
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('keeps the log short however much is written, and all of it is there', async () => {
    await checkpointer.relieve(writer);
    for (let megabyte = 0; megabyte < 60; megabyte += 1) {
      await writeOneMegabyte('a');
      checkpointer.committed(UNITS);
      // Other work of a server: meanwhile the thread copies.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(statSync(log()).size).toBeLessThan(30 * MIB);
    await checkpointer.close();
    await writer.destroy();
    // The last connection has copied the rest and taken the log away.
    expect(existsSync(log())).toBe(false);
    writer = await openWriter({ dataDir, databaseUrl: '' });
    const [row] = await writer.query<{ many: number }[]>('SELECT COUNT(*) AS many FROM kept');
    expect(row?.many).toBe(60_000);
  });

  it('is told by the unit of work what was committed, and waited for between two groups', async () => {
    checkpointer = Checkpointer.of(dataDir, 64)!;
    await checkpointer.relieve(writer);
    const reopen = () => openWriter({ dataDir, databaseUrl: '' });
    const unitOfWork = new SqliteUnitOfWork(writer, reopen, new Clock(), { checkpointer });
    const write = () =>
      unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.query('INSERT INTO kept (words) VALUES (?)', ['c'.repeat(40_000)]),
      );
    // Sixty megabytes: more than the log at which the writer would copy for itself.
    const state = (): string => (checkpointer as unknown as { state: string }).state;
    for (let round = 0; round < 100; round += 1) {
      await Promise.all(Array.from({ length: 16 }, write));
      // A thread on a busy machine is given its time; a unit of work that does not ask for it would go on for all that.
      await expect.poll(state, { interval: 2 }).not.toBe('copying');
    }
    expect(statSync(log()).size).toBeLessThan(20 * MIB);
    await unitOfWork.close();
    expect(existsSync(log())).toBe(false);
  });

  it('does without: the writer goes on, and is closed, when the thread cannot open the file', async () => {
    const elsewhere = join(dataDir, 'elsewhere');
    mkdirSync(elsewhere);
    await checkpointer.close();
    checkpointer = Checkpointer.of(elsewhere)!;
    for (let order = 0; order < 3; order += 1) {
      checkpointer.committed(UNITS);
      await checkpointer.finish();
      await writeOneMegabyte('b');
    }
    await checkpointer.close();
    const [row] = await writer.query<{ many: number }[]>('SELECT COUNT(*) AS many FROM kept');
    expect(row?.many).toBe(3000);
  });
});
