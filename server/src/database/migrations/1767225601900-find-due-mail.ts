import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds urgent mail among ten thousand messages that can wait, without reading these. */
export class FindDueMail1767225601900 implements MigrationInterface {
  readonly name = 'FindDueMail1767225601900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "ix_outbox_message_due_kind" ON "outbox_message" ("state", "kind", "leased_until")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_outbox_message_due_kind"');
  }
}
