import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds are planned on screen: what a round was made from, the revision of its plan, and forms of its pilot. */
export class PlanRounds1767225601000 implements MigrationInterface {
  readonly name = 'PlanRounds1767225601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "round" ADD COLUMN "based_on" varchar(36)');
    await runner.query('ALTER TABLE "round" ADD COLUMN "plan_revision" integer');
    await runner.query('ALTER TABLE "response" ADD COLUMN "is_test" integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "response" DROP COLUMN "is_test"');
    await runner.query('ALTER TABLE "round" DROP COLUMN "plan_revision"');
    await runner.query('ALTER TABLE "round" DROP COLUMN "based_on"');
  }
}
