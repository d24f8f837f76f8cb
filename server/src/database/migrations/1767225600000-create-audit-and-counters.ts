import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Audit trail, change counters and sessions: what every other module rests on. */
export class CreateAuditAndCounters1767225600000 implements MigrationInterface {
  readonly name = 'CreateAuditAndCounters1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'audit_event',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'at', kind: 'instant' },
        { name: 'actor_id', kind: 'text', length: 64 },
        { name: 'action', kind: 'text', length: 64 },
        { name: 'entity', kind: 'text', length: 64 },
        { name: 'entity_id', kind: 'text', length: 64 },
        { name: 'detail', kind: 'json' },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_audit_event_subject', columns: ['entity', 'entity_id'] }],
    });
    await createTable(runner, {
      name: 'change_counter',
      columns: [
        { name: 'topic', kind: 'id', length: 64 },
        { name: 'slot', kind: 'id', length: 2 },
        { name: 'value', kind: 'integer' },
      ],
      primaryKey: ['topic', 'slot'],
    });
    await createTable(runner, {
      name: 'session',
      columns: [
        { name: 'id', kind: 'id', length: 64 },
        { name: 'person_id', kind: 'text', length: 64 },
        { name: 'role', kind: 'text', length: 32 },
        { name: 'created_at', kind: 'instant' },
        { name: 'expires_at', kind: 'instant' },
        { name: 'revoked_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'session', 'change_counter', 'audit_event');
  }
}
