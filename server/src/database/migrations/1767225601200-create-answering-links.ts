import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Links beside the personal one: open links of lists, further links to a form, answers taken by telephone or on paper. */
export class CreateAnsweringLinks1767225601200 implements MigrationInterface {
  readonly name = 'CreateAnsweringLinks1767225601200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "invitation" ADD COLUMN "mode" varchar(20)');
    await createTable(runner, {
      name: 'open_link',
      primaryKey: ['id'],
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'id' },
        { name: 'name', kind: 'text', length: 40 },
        { name: 'label', kind: 'text', length: 200 },
        { name: 'state', kind: 'text', length: 3 },
        { name: 'created_at', kind: 'instant' },
        { name: 'created_by', kind: 'text', length: 64 },
      ],
      indexes: [{ name: 'uq_open_link', columns: ['round_id', 'name'], unique: true }],
      foreignKeys: [{ name: 'fk_open_link_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'open_link_form',
      primaryKey: ['invitation_id'],
      columns: [
        { name: 'invitation_id', kind: 'id' },
        { name: 'open_link_id', kind: 'id' },
      ],
      indexes: [{ name: 'ix_open_link_form_link', columns: ['open_link_id'] }],
      foreignKeys: [
        { name: 'fk_open_link_form_invitation', column: 'invitation_id', references: 'invitation' },
        { name: 'fk_open_link_form_link', column: 'open_link_id', references: 'open_link' },
      ],
    });
    await createTable(runner, {
      name: 'further_link',
      primaryKey: ['id'],
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'invitation_id', kind: 'id' },
        { name: 'kind', kind: 'text', length: 20 },
        { name: 'token_hash', kind: 'text', length: 64 },
        { name: 'created_at', kind: 'instant' },
      ],
      indexes: [
        { name: 'uq_further_link_token_hash', columns: ['token_hash'], unique: true },
        { name: 'ix_further_link_invitation', columns: ['invitation_id'] },
      ],
      foreignKeys: [
        { name: 'fk_further_link_invitation', column: 'invitation_id', references: 'invitation' },
      ],
    });
    await createTable(runner, {
      name: 'recorded_answer',
      primaryKey: ['invitation_id'],
      columns: [
        { name: 'invitation_id', kind: 'id' },
        { name: 'round_id', kind: 'id' },
        { name: 'mode', kind: 'text', length: 20 },
        { name: 'taken_on', kind: 'text', length: 10 },
        { name: 'spoken_to', kind: 'text', length: 20 },
        { name: 'recorded_by', kind: 'text', length: 64 },
        { name: 'created_at', kind: 'instant' },
      ],
      indexes: [{ name: 'ix_recorded_answer_round', columns: ['round_id'] }],
      foreignKeys: [
        { name: 'fk_recorded_answer_invitation', column: 'invitation_id', references: 'invitation' },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'recorded_answer', 'further_link', 'open_link_form', 'open_link');
    await runner.query('ALTER TABLE "invitation" DROP COLUMN "mode"');
  }
}
