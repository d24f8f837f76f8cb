import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Instrument versions, rounds, invitations, responses with their revisions and answers. */
export class CreateInstrumentAndFieldwork1767225600200 implements MigrationInterface {
  readonly name = 'CreateInstrumentAndFieldwork1767225600200';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'instrument_version',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'key', kind: 'text', length: 64 },
        { name: 'version', kind: 'text', length: 20 },
        { name: 'status', kind: 'text', length: 20 },
        { name: 'content', kind: 'long' },
        { name: 'content_hash', kind: 'text', length: 64 },
        { name: 'published_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_instrument_version', columns: ['key', 'version'], unique: true }],
    });
    await createTable(runner, {
      name: 'round',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'title', kind: 'text', length: 200 },
        { name: 'kind', kind: 'text', length: 20 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'fieldwork', kind: 'text', length: 200 },
        { name: 'instrument_version', kind: 'text', length: 20 },
        { name: 'frame_id', kind: 'text', length: 36 },
        { name: 'opens_at', kind: 'instant', nullable: true },
        { name: 'closes_at', kind: 'instant', nullable: true },
        { name: 'corrections_until', kind: 'instant', nullable: true },
        { name: 'settings', kind: 'json' },
      ],
      primaryKey: ['id'],
    });
    await createTable(runner, {
      name: 'invitation',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'ods_code', kind: 'text', length: 10 },
        { name: 'token_hash', kind: 'text', length: 64 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'created_at', kind: 'instant' },
        { name: 'expires_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_invitation_token_hash', columns: ['token_hash'], unique: true },
        { name: 'ix_invitation_round', columns: ['round_id', 'ods_code'] },
      ],
      foreignKeys: [{ name: 'fk_invitation_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'response',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'invitation_id', kind: 'text', length: 36, nullable: true },
        { name: 'ods_code', kind: 'text', length: 10 },
        { name: 'site_text_raw', kind: 'text', length: 200 },
        { name: 'instrument_version', kind: 'text', length: 20 },
        { name: 'mode', kind: 'text', length: 20 },
        { name: 'respondent', kind: 'text', length: 64 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'revision', kind: 'integer' },
        { name: 'draft', kind: 'json' },
        { name: 'draft_revision', kind: 'integer' },
        { name: 'idempotency_key', kind: 'text', length: 64 },
        { name: 'started_at', kind: 'instant' },
        { name: 'last_saved_at', kind: 'instant' },
        { name: 'submitted_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_response_invitation', columns: ['invitation_id'], unique: true },
        { name: 'ix_response_round_state', columns: ['round_id', 'state', 'ods_code'] },
      ],
      foreignKeys: [
        { name: 'fk_response_round', column: 'round_id', references: 'round' },
        { name: 'fk_response_invitation', column: 'invitation_id', references: 'invitation' },
      ],
    });
    await createTable(runner, {
      name: 'response_revision',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'response_id', kind: 'text', length: 36 },
        { name: 'revision', kind: 'integer' },
        { name: 'at', kind: 'instant' },
        { name: 'by', kind: 'text', length: 64 },
        { name: 'reason', kind: 'text', length: 400 },
        { name: 'idempotency_key', kind: 'text', length: 64 },
        { name: 'answers', kind: 'json' },
        { name: 'hash', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_response_revision', columns: ['response_id', 'revision'], unique: true },
        { name: 'uq_response_revision_key', columns: ['response_id', 'idempotency_key'], unique: true },
      ],
      foreignKeys: [{ name: 'fk_response_revision_response', column: 'response_id', references: 'response' }],
    });
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

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'answer',
      'response_revision',
      'response',
      'invitation',
      'round',
      'instrument_version',
    );
  }
}
