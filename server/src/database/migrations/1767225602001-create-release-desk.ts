import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type ColumnSpec, createTable, dropTables } from '../tables.js';

const ID: ColumnSpec = { name: 'id', kind: 'id' };
const text = (name: string, length: number, nullable = false): ColumnSpec => ({
  name,
  kind: 'text',
  length,
  nullable,
});
const integer = (name: string): ColumnSpec => ({ name, kind: 'integer' });
const instant = (name: string, nullable = false): ColumnSpec => ({ name, kind: 'instant', nullable });
const long = (name: string): ColumnSpec => ({ name, kind: 'long' });
const ofRound = (table: string) => [{ name: `fk_${table}_round`, column: 'round_id', references: 'round' }];
const ofPeriod = (table: string) => [
  { name: `fk_${table}_period`, column: 'period_id', references: 'reply_period' },
];

/** The right of reply, sign-offs, and what is added to releases after they were published. */
export class CreateReleaseDesk1767225602001 implements MigrationInterface {
  readonly name = 'CreateReleaseDesk1767225602001';

  async up(runner: QueryRunner): Promise<void> {
    await this.createReplies(runner);
    await createTable(runner, {
      name: 'release_desk',
      columns: [text('round_id', 36), integer('sign_offs')],
      primaryKey: ['round_id'],
      foreignKeys: ofRound('release_desk'),
    });
    await createTable(runner, {
      name: 'release_sign_off',
      columns: [
        ID,
        text('round_id', 36),
        integer('freeze_number'),
        text('sha256', 64),
        text('person_id', 64),
        text('role', 20),
        instant('at'),
      ],
      primaryKey: ['id'],
      indexes: [
        {
          name: 'uq_release_sign_off',
          columns: ['round_id', 'freeze_number', 'person_id'],
          unique: true,
        },
      ],
      foreignKeys: ofRound('release_sign_off'),
    });
    await createTable(runner, {
      name: 'release_mark',
      columns: [
        ID,
        text('round_id', 36),
        integer('release_number'),
        text('kind', 10),
        text('value', 200),
        long('reason'),
        instant('at'),
        text('by', 64),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_release_mark_round', columns: ['round_id', 'release_number'] }],
      foreignKeys: ofRound('release_mark'),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'release_mark',
      'release_sign_off',
      'release_desk',
      'site_objection',
      'reply_event',
      'reply_link',
      'reply_period',
    );
  }

  private async createReplies(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'reply_period',
      columns: [
        ID,
        text('round_id', 36),
        integer('number'),
        integer('freeze_number'),
        instant('opened_at'),
        text('opened_by', 64),
        integer('days'),
        instant('ends_at'),
        instant('closed_at', true),
        integer('events'),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'uq_reply_period_number', columns: ['round_id', 'number'], unique: true }],
      foreignKeys: ofRound('reply_period'),
    });
    await createTable(runner, {
      name: 'reply_link',
      columns: [
        ID,
        text('period_id', 36),
        text('ods_code', 10),
        text('way', 10),
        text('token_hash', 64, true),
        instant('made_at'),
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_reply_link_token', columns: ['token_hash'], unique: true },
        { name: 'ix_reply_link_period', columns: ['period_id', 'ods_code'] },
      ],
      foreignKeys: ofPeriod('reply_link'),
    });
    await createTable(runner, {
      name: 'reply_event',
      columns: [
        ID,
        text('period_id', 36),
        text('round_id', 36),
        integer('number'),
        text('kind', 10),
        text('ods_code', 10),
        text('link_id', 36),
        instant('at'),
        integer('freeze_number'),
        text('shown_sha256', 64),
        text('shown_category', 4),
        integer('shown_score'),
        integer('shown_quotations'),
        integer('refuses_score'),
        integer('refuses_quotations'),
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'uq_reply_event_number', columns: ['period_id', 'number'], unique: true },
        { name: 'ix_reply_event_round', columns: ['round_id'] },
      ],
      foreignKeys: ofPeriod('reply_event'),
    });
    await createTable(runner, {
      name: 'site_objection',
      columns: [
        ID,
        text('round_id', 36),
        text('ods_code', 10),
        long('words'),
        instant('at'),
        long('settled_note'),
        instant('settled_at', true),
        text('settled_by', 64, true),
      ],
      primaryKey: ['id'],
      indexes: [{ name: 'ix_site_objection_round', columns: ['round_id', 'ods_code'] }],
      foreignKeys: ofRound('site_objection'),
    });
  }
}
