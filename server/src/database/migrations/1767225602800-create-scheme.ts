import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Schemes of commissioners: what they say, who may see them, versions, and links that let somebody in. */
export class CreateScheme1767225602800 implements MigrationInterface {
  readonly name = 'CreateScheme1767225602800';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'scheme',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'area_code', kind: 'text', length: 10 },
        { name: 'version', kind: 'integer' },
        { name: 'content', kind: 'json' },
        { name: 'created_at', kind: 'instant' },
        { name: 'changed_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_scheme_changed_at', columns: ['changed_at'] }],
    });
    await createTable(runner, {
      name: 'scheme_member',
      columns: [
        { name: 'scheme_id', kind: 'text', length: 36 },
        { name: 'member_id', kind: 'text', length: 64 },
        { name: 'level', kind: 'text', length: 8 },
        { name: 'since', kind: 'instant' },
      ],
      primaryKey: ['scheme_id', 'member_id'],
      indexes: [{ name: 'ix_scheme_member_member', columns: ['member_id'] }],
      foreignKeys: [{ name: 'fk_scheme_member_scheme', column: 'scheme_id', references: 'scheme' }],
    });
    await createTable(runner, {
      name: 'scheme_version',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'scheme_id', kind: 'text', length: 36 },
        { name: 'version', kind: 'integer' },
        { name: 'content', kind: 'json' },
        { name: 'note', kind: 'text', length: 200 },
        { name: 'begun_at', kind: 'instant' },
        { name: 'at', kind: 'instant' },
        { name: 'by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_scheme_version', columns: ['scheme_id', 'version'], unique: true }],
      foreignKeys: [{ name: 'fk_scheme_version_scheme', column: 'scheme_id', references: 'scheme' }],
    });
    await createTable(runner, {
      name: 'scheme_invitation',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'scheme_id', kind: 'text', length: 36 },
        { name: 'level', kind: 'text', length: 8 },
        { name: 'token_hash', kind: 'text', length: 64 },
        { name: 'expires_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_scheme_invitation_token', columns: ['token_hash'], unique: true },
        { name: 'ix_scheme_invitation_scheme', columns: ['scheme_id'] },
      ],
      foreignKeys: [{ name: 'fk_scheme_invitation_scheme', column: 'scheme_id', references: 'scheme' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'scheme_invitation', 'scheme_version', 'scheme_member', 'scheme');
  }
}
