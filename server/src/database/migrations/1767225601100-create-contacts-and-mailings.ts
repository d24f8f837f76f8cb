import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Columns added to tables that hold rows: they may be null, which needs no rebuilding on either engine. */
const COLUMNS = [
  ['outbox_message', 'group_id', 'varchar(36)'],
  ['invitation', 'contact_id', 'varchar(36)'],
  ['invitation', 'mailing_id', 'varchar(36)'],
  ['invitation', 'sent_at', 'varchar(24)'],
  ['invitation', 'bounced_at', 'varchar(24)'],
  ['invitation', 'opened_at', 'varchar(24)'],
  ['invitation', 'reminders_sent', 'integer'],
] as const;

const INDEXES = [
  ['ix_outbox_message_group', 'outbox_message', '"group_id", "state"', ''],
  ['ix_outbox_message_subject', 'outbox_message', '"subject_id"', ''],
  ['uq_invitation_contact', 'invitation', '"contact_id", "round_id", "ods_code"', 'UNIQUE'],
  ['ix_invitation_mailing', 'invitation', '"mailing_id"', ''],
] as const;

/** People who are invited, lists of them, what is sent to them, and the links that they got. */
export class CreateContactsAndMailings1767225601100 implements MigrationInterface {
  readonly name = 'CreateContactsAndMailings1767225601100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, type] of COLUMNS)
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${type}`);
    for (const [name, table, columns, unique] of INDEXES)
      await runner.query(`CREATE ${unique} INDEX "${name}" ON "${table}" (${columns})`);
    await createTable(runner, {
      name: 'contact',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'address_hash', kind: 'text', length: 64 },
        { name: 'legal_basis', kind: 'text', length: 30 },
        { name: 'source', kind: 'text', length: 200 },
        { name: 'created_at', kind: 'instant' },
        { name: 'changed_at', kind: 'instant' },
        { name: 'bounced_at', kind: 'instant', nullable: true },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_contact_address_hash', columns: ['address_hash'], unique: true }],
    });
    await createTable(runner, {
      name: 'contact_detail',
      columns: [
        { name: 'contact_id', kind: 'id' },
        { name: 'name', kind: 'text', length: 120 },
        { name: 'email', kind: 'text', length: 254 },
        { name: 'job', kind: 'text', length: 120 },
      ],
      primaryKey: ['contact_id'],
      foreignKeys: [{ name: 'fk_contact_detail_contact', column: 'contact_id', references: 'contact' }],
    });
    await createTable(runner, {
      name: 'contact_hospital',
      columns: [
        { name: 'contact_id', kind: 'id' },
        { name: 'ods_code', kind: 'text', length: 10 },
      ],
      primaryKey: ['contact_id', 'ods_code'],
      foreignKeys: [{ name: 'fk_contact_hospital_contact', column: 'contact_id', references: 'contact' }],
    });
    await createTable(runner, {
      name: 'contact_list',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'name', kind: 'text', length: 120 },
        { name: 'created_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_contact_list', columns: ['round_id', 'name'], unique: true }],
    });
    await createTable(runner, {
      name: 'list_membership',
      columns: [
        { name: 'list_id', kind: 'id' },
        { name: 'contact_id', kind: 'id' },
      ],
      primaryKey: ['list_id', 'contact_id'],
      indexes: [{ name: 'ix_list_membership_contact', columns: ['contact_id'] }],
      foreignKeys: [
        { name: 'fk_list_membership_list', column: 'list_id', references: 'contact_list' },
        { name: 'fk_list_membership_contact', column: 'contact_id', references: 'contact' },
      ],
    });
    await createTable(runner, {
      name: 'mail_opt_out',
      columns: [
        { name: 'address_hash', kind: 'id', length: 64 },
        { name: 'at', kind: 'instant' },
        { name: 'by', kind: 'text', length: 20 },
      ],
      primaryKey: ['address_hash'],
    });
    await createTable(runner, {
      name: 'mailing',
      columns: [
        { name: 'id', kind: 'id' },
        { name: 'round_id', kind: 'text', length: 36 },
        { name: 'kind', kind: 'text', length: 20 },
        { name: 'number', kind: 'integer' },
        { name: 'list_ids', kind: 'json' },
        { name: 'subject', kind: 'text', length: 200 },
        { name: 'body', kind: 'long' },
        { name: 'state', kind: 'text', length: 20 },
        { name: 'send_at', kind: 'instant' },
        { name: 'audience_hash', kind: 'text', length: 64 },
        { name: 'recipients', kind: 'integer' },
        { name: 'created_at', kind: 'instant' },
        { name: 'created_by', kind: 'text', length: 64 },
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_mailing', columns: ['round_id', 'kind', 'number'], unique: true }],
      foreignKeys: [{ name: 'fk_mailing_round', column: 'round_id', references: 'round' }],
    });
    await createTable(runner, {
      name: 'invitation_token',
      columns: [
        { name: 'token_hash', kind: 'id', length: 64 },
        { name: 'invitation_id', kind: 'text', length: 36 },
        { name: 'made_at', kind: 'instant' },
      ],
      primaryKey: ['token_hash'],
      indexes: [{ name: 'ix_invitation_token_invitation', columns: ['invitation_id'] }],
      foreignKeys: [
        { name: 'fk_invitation_token_invitation', column: 'invitation_id', references: 'invitation' },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'invitation_token',
      'mailing',
      'mail_opt_out',
      'list_membership',
      'contact_list',
      'contact_hospital',
      'contact_detail',
      'contact',
    );
    for (const [name] of INDEXES) await runner.query(`DROP INDEX "${name}"`);
    for (const [table, column] of [...COLUMNS].reverse())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}
