import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of contacts say whose view their people are asked for (liaison, IAPT, psychology, acute trust). */
export class AskPerspectives1767225601800 implements MigrationInterface {
  readonly name = 'AskPerspectives1767225601800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contact_list" ADD COLUMN "perspective" varchar(20)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contact_list" DROP COLUMN "perspective"');
  }
}
