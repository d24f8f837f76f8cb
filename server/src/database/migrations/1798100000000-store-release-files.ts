import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Which files of releases lie in a store of their own, and what is wrong with them. */
export class StoreReleaseFiles1798100000000 implements MigrationInterface {
  readonly name = 'StoreReleaseFiles1798100000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'release_file',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'release_number', kind: 'integer' },
        { name: 'replaced_by', kind: 'integer' },
        { name: 'name', kind: 'text', length: 64 },
        { name: 'sha256', kind: 'text', length: 64 },
        { name: 'bytes', kind: 'integer' },
        { name: 'content_type', kind: 'text', length: 120 },
        { name: 'file_name', kind: 'text', length: 200 },
        { name: 'stored_at', kind: 'instant' },
        { name: 'fault', kind: 'text', length: 10 },
        { name: 'removed_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_release_file',
          columns: ['round_id', 'release_number', 'name', 'sha256', 'replaced_by'],
          unique: true,
        },
      ],
      foreignKeys: [{ name: 'fk_release_file_round', column: 'round_id', references: 'round' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'release_file');
  }
}
