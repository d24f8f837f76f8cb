import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** People with their contact apart, grants, sign-in links, the outbox. */
export class CreatePeopleAndOutbox1767225600400 implements MigrationInterface {
  readonly name = 'CreatePeopleAndOutbox1767225600400';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'person',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'created_at', kind: 'instant' },
        { name: 'created_by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
    });
    await createTable(runner, {
      name: 'person_contact',
      columns: [
        { name: 'person_id', kind: 'id' },
        { name: 'name', kind: 'text', length: 120 },
        { name: 'email', kind: 'text', length: 254 },
      ],
      primaryKey: ['person_id'],
      indexes: [{ name: 'uq_person_contact_email', columns: ['email'], unique: true }],
      foreignKeys: [{ name: 'fk_person_contact_person', column: 'person_id', references: 'person' }],
    });
    await createTable(runner, {
      name: 'access_grant',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'person_id', kind: 'text', length: 36 },
        { name: 'role', kind: 'text', length: 32 },
        { name: 'scope_kind', kind: 'text', length: 20 },
        { name: 'scope_id', kind: 'text', length: 36 },
        { name: 'given_at', kind: 'instant' },
        { name: 'given_by', kind: 'text', length: 64 },
        { name: 'revoked_at', kind: 'instant', nullable: true },
        { name: 'revoked_by', kind: 'text', length: 64, nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_access_grant_active',
          columns: ['person_id', 'role', 'scope_kind', 'scope_id'],
          unique: true,
          where: 'revoked_at IS NULL',
        },
      ],
      foreignKeys: [{ name: 'fk_access_grant_person', column: 'person_id', references: 'person' }],
    });
    await createTable(runner, {
      name: 'sign_in_link',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'person_id', kind: 'text', length: 36, nullable: true },
        { name: 'address_hash', kind: 'text', length: 64 },
        { name: 'token_hash', kind: 'text', length: 64, nullable: true },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'requested_at', kind: 'instant' },
        { name: 'expires_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_sign_in_link_token_hash', columns: ['token_hash'], unique: true },
        { name: 'ix_sign_in_link_requested', columns: ['requested_at', 'address_hash'] },
      ],
    });
    await createTable(runner, {
      name: 'outbox_message',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'kind', kind: 'text', length: 32 },
        { name: 'template', kind: 'text', length: 64 },
        { name: 'subject_id', kind: 'text', length: 36 },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'dedupe_key', kind: 'text', length: 120 },
        { name: 'recipient', kind: 'text', length: 254 },
        { name: 'subject', kind: 'text', length: 200 },
        { name: 'body', kind: 'long' },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'attempts', kind: 'integer' },
        { name: 'leased_until', kind: 'instant' },
        { name: 'reason', kind: 'text', length: 400 },
        { name: 'created_at', kind: 'instant' },
        { name: 'sent_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_outbox_message_dedupe_key', columns: ['dedupe_key'], unique: true },
        { name: 'ix_outbox_message_due', columns: ['state', 'leased_until'] },
        { name: 'ix_outbox_message_round', columns: ['round_id', 'created_at'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'outbox_message', 'sign_in_link', 'access_grant', 'person_contact', 'person');
  }
}
