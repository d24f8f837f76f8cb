import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type ColumnSpec, createTable, dropTables } from '../tables.js';

const text = (name: string, length: number, nullable = false): ColumnSpec => ({
  name,
  kind: 'text',
  length,
  nullable,
});
const ID: ColumnSpec = { name: 'id', kind: 'id' };
const COMMENT = [text('response_id', 36), text('variable', 64), text('text_hash', 64)];
const SAID: readonly ColumnSpec[] = [
  { name: 'codes', kind: 'json' },
  { name: 'memo', kind: 'long' },
  { name: 'codebook_version', kind: 'integer' },
  { name: 'revision', kind: 'integer' },
];

/** Codebooks with their versions, who codes what, what they said, what was decided, and what may be quoted. */
export class CreateCoding1767225601500 implements MigrationInterface {
  readonly name = 'CreateCoding1767225601500';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'codebook',
      columns: [
        ID,
        text('title', 200),
        text('round_id', 36, true),
        { name: 'version', kind: 'integer' },
        { name: 'created_at', kind: 'instant' },
        text('created_by', 64),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_codebook_round', columns: ['round_id'] }],
      foreignKeys: [{ name: 'fk_codebook_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'codebook_version',
      columns: [
        ID,
        text('codebook_id', 36),
        { name: 'version', kind: 'integer' },
        { name: 'content', kind: 'json' },
        text('change', 20),
        text('note', 400),
        { name: 'at', kind: 'instant' },
        text('by', 64),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_codebook_version', columns: ['codebook_id', 'version'], unique: true }],
      foreignKeys: [{ name: 'fk_codebook_version_codebook', column: 'codebook_id', references: 'codebook' }],
    });
    await this.createWork(runner);
    await createTable(runner, {
      name: 'quotation',
      columns: [
        ID,
        text('round_id', 36),
        ...COMMENT,
        { name: 'start_at', kind: 'integer' },
        { name: 'end_at', kind: 'integer' },
        { name: 'masks', kind: 'json' },
        { name: 'revision', kind: 'integer' },
        { name: 'saved_at', kind: 'instant' },
        text('saved_by', 64),
        text('confirmed_hash', 64),
        { name: 'confirmed_at', kind: 'instant', nullable: true },
        text('confirmed_by', 64, true),
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'ix_quotation_round', columns: ['round_id'] },
        { name: 'ix_quotation_response', columns: ['response_id'] },
      ],
      foreignKeys: [
        { name: 'fk_quotation_round', column: 'round_id', references: 'round' },
        { name: 'fk_quotation_response', column: 'response_id', references: 'response' },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'quotation',
      'adjudication',
      'unit_coding',
      'coding_task',
      'codebook_version',
      'codebook',
    );
  }

  private async createWork(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'coding_task',
      columns: [
        ID,
        text('round_id', 36),
        text('codebook_id', 36),
        text('person_id', 64),
        text('kind', 20),
        { name: 'part', kind: 'integer' },
        { name: 'parts', kind: 'integer' },
        { name: 'assigned_at', kind: 'instant' },
        text('assigned_by', 64),
        { name: 'finished_at', kind: 'instant', nullable: true },
        { name: 'removed_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_coding_task_active',
          columns: ['round_id', 'codebook_id', 'person_id'],
          unique: true,
          where: 'removed_at IS NULL',
        },
        { name: 'ix_coding_task_round', columns: ['round_id'] },
        { name: 'ix_coding_task_codebook', columns: ['codebook_id'] },
        { name: 'ix_coding_task_person', columns: ['person_id'] },
      ],
      foreignKeys: [
        { name: 'fk_coding_task_round', column: 'round_id', references: 'round' },
        { name: 'fk_coding_task_codebook', column: 'codebook_id', references: 'codebook' },
      ],
    });
    await createTable(runner, {
      name: 'unit_coding',
      columns: [
        ID,
        text('task_id', 36),
        ...COMMENT,
        ...SAID,
        text('state', 10),
        { name: 'saved_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_unit_coding',
          columns: ['task_id', 'response_id', 'variable', 'text_hash'],
          unique: true,
        },
        { name: 'ix_unit_coding_response', columns: ['response_id'] },
      ],
      foreignKeys: [
        { name: 'fk_unit_coding_task', column: 'task_id', references: 'coding_task' },
        { name: 'fk_unit_coding_response', column: 'response_id', references: 'response' },
      ],
    });
    await createTable(runner, {
      name: 'adjudication',
      columns: [
        ID,
        text('codebook_id', 36),
        ...COMMENT,
        ...SAID,
        { name: 'decided_at', kind: 'instant' },
        text('decided_by', 64),
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_adjudication',
          columns: ['codebook_id', 'response_id', 'variable', 'text_hash'],
          unique: true,
        },
        { name: 'ix_adjudication_response', columns: ['response_id'] },
      ],
      foreignKeys: [
        { name: 'fk_adjudication_codebook', column: 'codebook_id', references: 'codebook' },
        { name: 'fk_adjudication_response', column: 'response_id', references: 'response' },
      ],
    });
  }
}
