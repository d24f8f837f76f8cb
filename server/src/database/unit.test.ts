import { DataSource, type EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { ChangeCounter } from './change-counter.entity.js';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { openUnit } from './unit.js';
import { SYSTEM } from './unit-of-work.js';

let source: DataSource;
beforeAll(async () => {
  source = await new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities,
    migrations,
  }).initialize();
  await source.runMigrations({ transaction: 'each' });
});
afterAll(() => source.destroy());

const row = { topic: 'late', slot: '0', value: 1 };

describe('a unit that has ended', () => {
  it.each<[string, (manager: EntityManager) => Promise<unknown>]>([
    ['save', (manager) => manager.save(ChangeCounter, row)],
    ['insert', (manager) => manager.insert(ChangeCounter, row)],
    [
      'insert in a step of its own',
      (manager) => manager.transaction((own) => own.insert(ChangeCounter, row)),
    ],
  ])(
    'can neither %s nor begin a transaction on the connection that all units share',
    async (_case, write) => {
      const runner = source.createQueryRunner();
      const begun = vi.spyOn(runner, 'startTransaction');
      const unit = openUnit(runner, SYSTEM, '2026-03-15T12:00:00.000Z');
      unit.end();
      await expect(write(unit.manager)).rejects.toThrow('has ended');
      expect(begun).not.toHaveBeenCalled();
      expect(await source.getRepository(ChangeCounter).countBy({ topic: 'late' })).toBe(0);
      begun.mockRestore();
    },
  );
});
