import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Drafts of questionnaires; rounds name the series of their questionnaire. */
export class CreateInstrumentDraft1767225600600 implements MigrationInterface {
  readonly name = 'CreateInstrumentDraft1767225600600';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'instrument_draft',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'key', kind: 'text', length: 64 },
        { name: 'based_on', kind: 'text', length: 20 },
        { name: 'content', kind: 'long' },
        { name: 'revision', kind: 'integer' },
        { name: 'created_at', kind: 'instant' },
        { name: 'created_by', kind: 'text', length: 64 },
        { name: 'saved_at', kind: 'instant' },
        { name: 'saved_by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_instrument_draft_key', columns: ['key'], unique: true }],
    });
    await runner.query('ALTER TABLE "round" ADD COLUMN "instrument_key" varchar(64)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "round" DROP COLUMN "instrument_key"');
    await dropTables(runner, 'instrument_draft');
  }
}
