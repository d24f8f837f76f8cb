import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Which instance does what the product does by itself. */
export class LeaseJobs1790000500002 implements MigrationInterface {
  readonly name = 'LeaseJobs1790000500002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'job_lease',
      columns: [
        { name: 'id', kind: 'id', length: 64 },
        { name: 'holder', kind: 'text', length: 36 },
        { name: 'leased_until', kind: 'instant' },
      ],
      primaryKey: ['id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'job_lease');
  }
}
