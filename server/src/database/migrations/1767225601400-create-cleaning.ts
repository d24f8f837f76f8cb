import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** What people decide about forms: settings of a round's cleaning, decisions, freezes, questions to sites. */
export class CreateCleaning1767225601400 implements MigrationInterface {
  readonly name = 'CreateCleaning1767225601400';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_cleaning',
      columns: [
        { name: 'round_id', kind: 'id' },
        { name: 'mode', kind: 'text', length: 20 },
        { name: 'second_reader', kind: 'text', length: 20 },
        { name: 'checks', kind: 'json' },
        { name: 'decisions', kind: 'integer' },
        { name: 'frozen_as', kind: 'integer' },
      ],
      primaryKey: ['round_id'],
      foreignKeys: [{ name: 'fk_round_cleaning_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'cleaning_decision',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'number', kind: 'integer' },
        { name: 'kind', kind: 'text', length: 20 },
        { name: 'response_id', kind: 'text', length: 36, nullable: true },
        { name: 'ods_code', kind: 'text', length: 10 },
        { name: 'perspective', kind: 'text', length: 20 },
        { name: 'variable', kind: 'text', length: 64 },
        { name: 'basis', kind: 'json' },
        { name: 'rule', kind: 'text', length: 4 },
        { name: 'reason', kind: 'text', length: 40 },
        { name: 'note', kind: 'long' },
        { name: 'value', kind: 'text', length: 1000 },
        { name: 'by', kind: 'text', length: 64 },
        { name: 'at', kind: 'instant' },
        { name: 'needs_second', kind: 'integer' },
        { name: 'target_id', kind: 'text', length: 36, nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_cleaning_decision_number', columns: ['round_id', 'number'], unique: true },
        { name: 'ix_cleaning_decision_response', columns: ['response_id'] },
        { name: 'ix_cleaning_decision_hospital', columns: ['round_id', 'ods_code'] },
        { name: 'ix_cleaning_decision_value', columns: ['round_id', 'kind', 'value'] },
        { name: 'ix_cleaning_decision_target', columns: ['target_id'] },
      ],
      foreignKeys: [
        { name: 'fk_cleaning_decision_round', column: 'round_id', references: 'round' },
        { name: 'fk_cleaning_decision_response', column: 'response_id', references: 'response' },
        { name: 'fk_cleaning_decision_target', column: 'target_id', references: 'cleaning_decision' },
      ],
    });
    await createTable(runner, {
      name: 'freeze',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'number', kind: 'integer' },
        { name: 'at', kind: 'instant' },
        { name: 'by', kind: 'text', length: 64 },
        { name: 'reason', kind: 'long' },
        { name: 'document', kind: 'long' },
        { name: 'sha256', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_freeze_number', columns: ['round_id', 'number'], unique: true }],
      foreignKeys: [{ name: 'fk_freeze_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'site_query',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'ods_code', kind: 'text', length: 10 },
        { name: 'perspective', kind: 'text', length: 20 },
        { name: 'variable', kind: 'text', length: 64 },
        { name: 'question', kind: 'long' },
        { name: 'way', kind: 'text', length: 20 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'answer', kind: 'text', length: 20 },
        { name: 'token_hash', kind: 'text', length: 64, nullable: true },
        { name: 'asked_at', kind: 'instant' },
        { name: 'asked_by', kind: 'text', length: 64 },
        { name: 'answered_at', kind: 'instant', nullable: true },
        { name: 'answered_by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'ix_site_query_round', columns: ['round_id', 'ods_code'] },
        { name: 'uq_site_query_token', columns: ['token_hash'], unique: true },
      ],
      foreignKeys: [{ name: 'fk_site_query_round', column: 'round_id', references: 'round' }],
    });
    await runner.query('ALTER TABLE "release" ADD COLUMN "freeze_number" integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "release" DROP COLUMN "freeze_number"');
    await dropTables(runner, 'site_query', 'freeze', 'cleaning_decision', 'round_cleaning');
  }
}
