import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** New addresses of accounts that wait for their owner to confirm them. */
export class CorrectAddresses1790000600000 implements MigrationInterface {
  readonly name = 'CorrectAddresses1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'pending_rectification',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'person_id', kind: 'text', length: 36 },
        { name: 'email', kind: 'text', length: 254 },
        { name: 'token_hash', kind: 'text', length: 64, nullable: true },
        { name: 'requested_at', kind: 'instant' },
        { name: 'expires_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_pending_rectification_person', columns: ['person_id'], unique: true },
        { name: 'uq_pending_rectification_token', columns: ['token_hash'], unique: true },
      ],
      foreignKeys: [{ name: 'fk_pending_rectification_person', column: 'person_id', references: 'person' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'pending_rectification');
  }
}
