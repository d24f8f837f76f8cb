import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns added to tables that hold rows: they may be null, which needs no rebuilding on either engine. */
const COLUMNS = [
  ['sampling_frame', 'copied_from', 'varchar(36)'],
  ['sampling_frame', 'created_at', 'varchar(24)'],
  ['sampling_frame', 'changed_at', 'varchar(24)'],
  ['sampling_frame', 'frozen_at', 'varchar(24)'],
  ['frame_unit', 'facts', 'text'],
  ['frame_unit', 'decided_by', 'varchar(64)'],
  ['frame_unit', 'decided_at', 'varchar(24)'],
  ['site_alias', 'source_note', 'varchar(200)'],
] as const;

/** Frames that a survey lead makes: drafts with facts and decisions, and sites that go back to an earlier trust. */
export class ManageFrames1767225600700 implements MigrationInterface {
  readonly name = 'ManageFrames1767225600700';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, type] of COLUMNS)
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${type}`);
    await runner.query('DROP INDEX "uq_site_parent"');
    await runner.query(
      'CREATE UNIQUE INDEX "uq_site_parent" ON "site_parent" ("site_id", "organisation_id", "valid_from")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "uq_site_parent"');
    await runner.query(
      'CREATE UNIQUE INDEX "uq_site_parent" ON "site_parent" ("site_id", "organisation_id")',
    );
    for (const [table, column] of [...COLUMNS].reverse())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}
