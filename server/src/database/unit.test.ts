import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { ChangeCounter } from './change-counter.entity.js';
import { openUnit } from './unit.js';
import { SYSTEM } from './unit-of-work.js';

let source: DataSource;
beforeAll(async () => {
  source = await new DataSource({ type: 'better-sqlite3', database: ':memory:', entities, migrations }).initialize();
  await source.runMigrations({ transaction: 'each' });
});
afterAll(() => source.destroy());

describe('a unit that has ended', () => {
  it.each<[string, 'save' | 'insert']>([
    ['with a savepoint of its own', 'save'],
    ['plainly', 'insert'],
  ])('can neither write %s nor leave a transaction open on the connection', async (_case, method) => {
    const runner = source.createQueryRunner();
    const unit = openUnit(runner, SYSTEM, '2026-03-15T12:00:00.000Z');
    unit.end();
    const late = unit.manager[method](ChangeCounter, { topic: method, slot: '0', value: 1 });
    await expect(late).rejects.toThrow('has ended');
    expect(runner.isTransactionActive).toBe(false);
    expect(await source.getRepository(ChangeCounter).countBy({ topic: method })).toBe(0);
  });
});
