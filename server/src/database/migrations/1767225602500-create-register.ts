import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type ColumnSpec, createTable, dropTables } from '../tables.js';

const text = (name: string, length: number): ColumnSpec => ({ name, kind: 'text', length });
const ID: ColumnSpec = { name: 'id', kind: 'id' };
const SAID: readonly ColumnSpec[] = [
  { name: 'facts', kind: 'json' },
  { name: 'stamps', kind: 'json' },
];

/** The service register: services, the hospitals they work for, and every revision. */
export class CreateRegister1767225602500 implements MigrationInterface {
  readonly name = 'CreateRegister1767225602500';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'register_service',
      columns: [
        ID,
        { name: 'revision', kind: 'integer' },
        text('kind', 40),
        text('status', 20),
        ...SAID,
        { name: 'created_at', kind: 'instant' },
        { name: 'changed_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
    });
    await createTable(runner, {
      name: 'register_delivery',
      columns: [text('service_id', 36), text('ods_code', 10), text('how', 20)],
      primaryKey: ['service_id', 'ods_code'],
      indexes: [{ name: 'ix_register_delivery_hospital', columns: ['ods_code'] }],
      foreignKeys: [
        { name: 'fk_register_delivery_service', column: 'service_id', references: 'register_service' },
      ],
    });
    await createTable(runner, {
      name: 'register_revision',
      columns: [
        ID,
        text('service_id', 36),
        { name: 'revision', kind: 'integer' },
        text('change', 20),
        ...SAID,
        { name: 'at', kind: 'instant' },
        text('by', 64),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_register_revision', columns: ['service_id', 'revision'], unique: true }],
      foreignKeys: [
        { name: 'fk_register_revision_service', column: 'service_id', references: 'register_service' },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'register_revision', 'register_delivery', 'register_service');
  }
}
