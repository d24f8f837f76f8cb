import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

const number = (type: 'integer' | 'double precision'): TableColumn =>
  new TableColumn({ name: 'number', type, isNullable: true });

/** Drafts of questionnaires; rounds name the series of their questionnaire; answers may be numbers with a fraction. */
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
    await changeNumber(runner, 'integer', 'double precision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeNumber(runner, 'double precision', 'integer');
    await runner.query('ALTER TABLE "round" DROP COLUMN "instrument_key"');
    await dropTables(runner, 'instrument_draft');
  }
}

/**
 * PostgreSQL changes the type where the rows lie; TypeORM would drop the column there. SQLite has to build the table
 * anew, and the guards of the append-only tables are put back after every migration.
 */
async function changeNumber(
  runner: QueryRunner,
  from: 'integer' | 'double precision',
  to: 'integer' | 'double precision',
): Promise<void> {
  if (runner.connection.options.type === 'postgres')
    await runner.query(`ALTER TABLE "answer" ALTER COLUMN "number" TYPE ${to}`);
  else await runner.changeColumn('answer', number(from), number(to));
}
