import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Versions of the report of each round, and the report as it went out with each release. */
export class CreateReport1767225602100 implements MigrationInterface {
  readonly name = 'CreateReport1767225602100';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'report_version',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'version', kind: 'integer' },
        { name: 'content', kind: 'json' },
        { name: 'note', kind: 'text', length: 400 },
        { name: 'at', kind: 'instant' },
        { name: 'by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_report_version', columns: ['round_id', 'version'], unique: true }],
      foreignKeys: [{ name: 'fk_report_version_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'report_edition',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'release_id', kind: 'text', length: 36 },
        { name: 'version', kind: 'integer' },
        { name: 'tree', kind: 'long' },
        { name: 'sha256', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_report_edition_release', columns: ['release_id'], unique: true }],
      foreignKeys: [{ name: 'fk_report_edition_release', column: 'release_id', references: 'release' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'report_edition', 'report_version');
  }
}
