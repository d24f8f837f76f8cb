import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Releases: immutable documents that every public answer is made from. */
export class CreateRelease1767225600300 implements MigrationInterface {
  readonly name = 'CreateRelease1767225600300';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'release',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'number', kind: 'integer' },
        { name: 'kind', kind: 'text', length: 20 },
        { name: 'published_at', kind: 'instant' },
        { name: 'published_by', kind: 'text', length: 64 },
        { name: 'note', kind: 'long' },
        { name: 'idempotency_key', kind: 'text', length: 64 },
        { name: 'document', kind: 'long' },
        { name: 'members', kind: 'json' },
        { name: 'sha256', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_release_number', columns: ['round_id', 'number'], unique: true },
        { name: 'uq_release_key', columns: ['round_id', 'idempotency_key'], unique: true },
      ],
      foreignKeys: [{ name: 'fk_release_round', column: 'round_id', references: 'round' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'release');
  }
}
