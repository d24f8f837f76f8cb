import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/**
 * Takes away what every submission wrote a second time; nothing that was sent is lost.
 *
 * - The rows of single answers: `response_revision.answers` holds them whole (docs/decisions/0006).
 * - The index of request keys: a form has few revisions, and they are found by the form.
 * - The state within the index of a round's forms: each submission moved its entry.
 */
export class LightenSubmissions1767225600310 implements MigrationInterface {
  readonly name = 'LightenSubmissions1767225600310';

  async up(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'answer');
    await runner.dropIndex('response_revision', 'uq_response_revision_key');
    await runner.dropIndex('response', 'ix_response_round_state');
    await runner.createIndex(
      'response',
      new TableIndex({ name: 'ix_response_round', columnNames: ['round_id', 'ods_code'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('response', 'ix_response_round');
    await runner.createIndex(
      'response',
      new TableIndex({ name: 'ix_response_round_state', columnNames: ['round_id', 'state', 'ods_code'] }),
    );
    await runner.createIndex(
      'response_revision',
      new TableIndex({
        name: 'uq_response_revision_key',
        columnNames: ['response_id', 'idempotency_key'],
        isUnique: true,
      }),
    );
    await createTable(runner, {
      name: 'answer',
      columns: [
        { name: 'response_id', kind: 'id' },
        { name: 'revision', kind: 'integer' },
        { name: 'variable', kind: 'id', length: 64 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'code', kind: 'text', length: 400, nullable: true },
        { name: 'number', kind: 'integer', nullable: true },
        { name: 'text', kind: 'long', nullable: true },
      ],
      primaryKey: ['response_id', 'revision', 'variable'],
      indexes: [],
      foreignKeys: [{ name: 'fk_answer_response', column: 'response_id', references: 'response' }],
    });
  }
}
