import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type ColumnSpec, createTable, dropTables } from '../tables.js';

const text = (name: string, length: number, nullable = false): ColumnSpec => ({
  name,
  kind: 'text',
  length,
  nullable,
});
const ID: ColumnSpec = { name: 'id', kind: 'id' };

/** What comes to the register from releases and readers, and where questions to teams go. */
export class CreateRegisterInbox1767225602501 implements MigrationInterface {
  readonly name = 'CreateRegisterInbox1767225602501';

  async up(runner: QueryRunner): Promise<void> {
    const toService = (name: string) => ({ name, column: 'service_id', references: 'register_service' });
    await createTable(runner, {
      name: 'register_decision',
      columns: [
        ID,
        text('proposal', 120),
        { name: 'release_number', kind: 'integer' },
        text('verdict', 20),
        text('reason', 500),
        text('service_id', 36, true),
        { name: 'at', kind: 'instant' },
        text('by', 64),
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_register_decision', columns: ['proposal'], unique: true },
        { name: 'ix_register_decision_service', columns: ['service_id'] },
      ],
      foreignKeys: [toService('fk_register_decision_service')],
    });
    await createTable(runner, {
      name: 'register_correction',
      columns: [
        ID,
        text('service_id', 36, true),
        text('ods_code', 10),
        { name: 'text', kind: 'long' },
        text('state', 20),
        text('reason', 500),
        { name: 'created_at', kind: 'instant' },
        { name: 'decided_at', kind: 'instant', nullable: true },
        text('decided_by', 64, true),
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'ix_register_correction_service', columns: ['service_id'] },
        { name: 'ix_register_correction_state', columns: ['state', 'created_at'] },
      ],
      foreignKeys: [toService('fk_register_correction_service')],
    });
    await createTable(runner, {
      name: 'register_sender',
      columns: [text('correction_id', 36), text('email', 254)],
      primaryKey: ['correction_id'],
      foreignKeys: [
        { name: 'fk_register_sender_correction', column: 'correction_id', references: 'register_correction' },
      ],
    });
    await createTable(runner, {
      name: 'register_contact',
      columns: [text('service_id', 36), text('email', 254), { name: 'set_at', kind: 'instant' }],
      primaryKey: ['service_id'],
      foreignKeys: [toService('fk_register_contact_service')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'register_contact',
      'register_sender',
      'register_correction',
      'register_decision',
    );
  }
}
