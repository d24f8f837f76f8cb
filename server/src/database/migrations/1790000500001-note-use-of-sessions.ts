import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session was last used, so that one with which nothing is done can end. */
export class NoteUseOfSessions1790000500001 implements MigrationInterface {
  readonly name = 'NoteUseOfSessions1790000500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "session" ADD COLUMN "seen_at" varchar(24)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "session" DROP COLUMN "seen_at"');
  }
}
