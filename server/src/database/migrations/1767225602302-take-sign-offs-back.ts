import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

const ONCE = new TableIndex({
  name: 'uq_release_sign_off',
  columnNames: ['round_id', 'freeze_number', 'person_id'],
  isUnique: true,
});
const FOUND_BY = new TableIndex({
  name: 'ix_release_sign_off_freeze',
  columnNames: ['round_id', 'freeze_number', 'person_id'],
});

/** A sign-off can be taken back, and given again by the same person: of one freeze there can be several rows of theirs. */
export class TakeSignOffsBack1767225602302 implements MigrationInterface {
  readonly name = 'TakeSignOffsBack1767225602302';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'sign_off_end',
      columns: [
        { name: 'sign_off_id', kind: 'id' },
        { name: 'at', kind: 'instant' },
      ],
      primaryKey: ['sign_off_id'],
      foreignKeys: [
        { name: 'fk_sign_off_end_sign_off', column: 'sign_off_id', references: 'release_sign_off' },
      ],
    });
    await runner.dropIndex('release_sign_off', ONCE.name ?? '');
    await runner.createIndex('release_sign_off', FOUND_BY);
  }

  /** Loses which sign-offs were taken back. */
  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'sign_off_end');
    await runner.dropIndex('release_sign_off', FOUND_BY.name ?? '');
    await runner.createIndex('release_sign_off', ONCE);
  }
}
