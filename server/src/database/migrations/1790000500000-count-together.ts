import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Limits that hold across instances and over a restart. */
export class CountTogether1790000500000 implements MigrationInterface {
  readonly name = 'CountTogether1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'limit_count',
      columns: [
        { name: 'limit_name', kind: 'id', length: 20 },
        { name: 'who', kind: 'id', length: 64 },
        { name: 'slot', kind: 'id', length: 24 },
        { name: 'taken', kind: 'integer' },
      ],
      primaryKey: ['limit_name', 'who', 'slot'],
      indexes: [{ name: 'ix_limit_count_slot', columns: ['slot'] }],
    });
    await createTable(runner, {
      name: 'limit_key',
      columns: [
        { name: 'id', kind: 'id', length: 10 },
        { name: 'value', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'limit_key', 'limit_count');
  }
}
