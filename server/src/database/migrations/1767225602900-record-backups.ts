import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Which backups were made: read by the instances that share a database, and by whoever runs it. */
export class RecordBackups1767225602900 implements MigrationInterface {
  readonly name = 'RecordBackups1767225602900';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'backup_run',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'asked_by', kind: 'text', length: 20 },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'started_at', kind: 'instant' },
        { name: 'leased_until', kind: 'instant' },
        { name: 'finished_at', kind: 'instant', nullable: true },
        { name: 'name', kind: 'text', length: 64 },
        { name: 'bytes', kind: 'real' },
        { name: 'sha256', kind: 'text', length: 64 },
        { name: 'audit_seq', kind: 'integer' },
        { name: 'audit_hash', kind: 'text', length: 64 },
        { name: 'reason', kind: 'text', length: 400 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_backup_run_started', columns: ['started_at'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'backup_run');
  }
}
