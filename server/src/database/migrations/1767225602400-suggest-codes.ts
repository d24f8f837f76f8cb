import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To whom codes are suggested, and which were suggested for what was coded. */
export class SuggestCodes1767225602400 implements MigrationInterface {
  readonly name = 'SuggestCodes1767225602400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "coding_task" ADD COLUMN "suggestions_from" varchar(24)');
    await runner.query('ALTER TABLE "unit_coding" ADD COLUMN "suggested" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit_coding" DROP COLUMN "suggested"');
    await runner.query('ALTER TABLE "coding_task" DROP COLUMN "suggestions_from"');
  }
}
