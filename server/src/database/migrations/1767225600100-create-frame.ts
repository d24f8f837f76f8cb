import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type ColumnSpec, createTable, dropTables } from '../tables.js';

const SOURCE: ColumnSpec = { name: 'source_id', kind: 'text', length: 64 };
const VALIDITY: readonly ColumnSpec[] = [
  { name: 'valid_from', kind: 'text', length: 10, nullable: true },
  { name: 'valid_to', kind: 'text', length: 10, nullable: true },
];

/** Hospitals, trusts, areas, frames, programme sites and the sources that they come from. */
export class CreateFrame1767225600100 implements MigrationInterface {
  readonly name = 'CreateFrame1767225600100';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisations(runner);
    await createSites(runner);
    await createFrames(runner);
    await createProgrammes(runner);
    await createTable(runner, {
      name: 'reference_source',
      columns: [
        { name: 'id', kind: 'id', length: 64 },
        { name: 'file', kind: 'text', length: 200 },
        { name: 'title', kind: 'text', length: 200 },
        { name: 'vintage', kind: 'text', length: 200 },
        { name: 'licence', kind: 'text', length: 200 },
        { name: 'attribution', kind: 'long' },
        { name: 'row_count', kind: 'integer' },
        { name: 'note', kind: 'long' },
        { name: 'origins', kind: 'json' },
        { name: 'sha256', kind: 'text', length: 64 },
        { name: 'loaded_at', kind: 'instant' },
      ],
      primaryKey: ['id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'reference_source',
      'outcode',
      'programme_site',
      'programme_wave',
      'frame_unit',
      'sampling_frame',
      'site_parent',
      'site_alias',
      'site_identifier',
      'site',
      'area',
      'organisation_succession',
      'organisation',
    );
  }
}

async function createOrganisations(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'organisation',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'ods_code', kind: 'text', length: 10 },
      { name: 'name', kind: 'text', length: 200 },
      { name: 'kind', kind: 'text', length: 20 },
      { name: 'kind_basis', kind: 'text', length: 20 },
      { name: 'major_ed', kind: 'text', length: 20 },
      { name: 'postcode', kind: 'text', length: 8 },
      ...VALIDITY,
      { name: 'notes', kind: 'long' },
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_organisation_ods_code', columns: ['ods_code'], unique: true }],
  });
  await createTable(runner, {
    name: 'organisation_succession',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'from_id', kind: 'text', length: 36 },
      { name: 'to_id', kind: 'text', length: 36 },
      { name: 'to_name', kind: 'text', length: 200 },
      { name: 'effective_on', kind: 'text', length: 10 },
      { name: 'kind', kind: 'text', length: 20 },
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_organisation_succession', columns: ['from_id', 'to_id'], unique: true }],
    foreignKeys: [
      { name: 'fk_organisation_succession_from', column: 'from_id', references: 'organisation' },
      { name: 'fk_organisation_succession_to', column: 'to_id', references: 'organisation' },
    ],
  });
  await createTable(runner, {
    name: 'area',
    columns: [
      { name: 'code', kind: 'id', length: 10 },
      { name: 'level', kind: 'text', length: 10 },
      { name: 'ons_code', kind: 'text', length: 10 },
      { name: 'name', kind: 'text', length: 200 },
      { name: 'region_code', kind: 'text', length: 10 },
      { name: 'icb_code', kind: 'text', length: 10 },
      SOURCE,
    ],
    primaryKey: ['code'],
    indexes: [{ name: 'ix_area_level', columns: ['level'] }],
  });
}

async function createSites(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'site',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'ods_code', kind: 'text', length: 10 },
      { name: 'name', kind: 'text', length: 200 },
      { name: 'postcode', kind: 'text', length: 8 },
      { name: 'town', kind: 'text', length: 100 },
      { name: 'latitude', kind: 'real' },
      { name: 'longitude', kind: 'real' },
      { name: 'site_category', kind: 'text', length: 30 },
      { name: 'major_ed', kind: 'text', length: 20 },
      { name: 'major_ed_basis', kind: 'text', length: 40 },
      { name: 'trust_ed_attendances', kind: 'integer', nullable: true },
      { name: 'ae_score_2020', kind: 'text', length: 10 },
      { name: 'region_code', kind: 'text', length: 10 },
      { name: 'icb_code', kind: 'text', length: 10 },
      { name: 'ccg_code', kind: 'text', length: 10 },
      { name: 'notes', kind: 'long' },
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [
      { name: 'uq_site_ods_code', columns: ['ods_code'], unique: true },
      { name: 'ix_site_areas', columns: ['region_code', 'icb_code', 'ccg_code'] },
    ],
  });
  await createTable(runner, {
    name: 'site_identifier',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'site_id', kind: 'text', length: 36 },
      { name: 'system', kind: 'text', length: 20 },
      { name: 'code', kind: 'text', length: 20 },
      ...VALIDITY,
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_site_identifier', columns: ['system', 'code'], unique: true }],
    foreignKeys: [{ name: 'fk_site_identifier_site', column: 'site_id', references: 'site' }],
  });
  await createTable(runner, {
    name: 'site_alias',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'site_id', kind: 'text', length: 36 },
      { name: 'text', kind: 'text', length: 200 },
      { name: 'normalised', kind: 'text', length: 200 },
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_site_alias', columns: ['site_id', 'normalised'], unique: true }],
    foreignKeys: [{ name: 'fk_site_alias_site', column: 'site_id', references: 'site' }],
  });
  await createTable(runner, {
    name: 'site_parent',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'site_id', kind: 'text', length: 36 },
      { name: 'organisation_id', kind: 'text', length: 36 },
      ...VALIDITY,
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_site_parent', columns: ['site_id', 'organisation_id'], unique: true }],
    foreignKeys: [
      { name: 'fk_site_parent_site', column: 'site_id', references: 'site' },
      { name: 'fk_site_parent_organisation', column: 'organisation_id', references: 'organisation' },
    ],
  });
}

async function createFrames(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'sampling_frame',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'title', kind: 'text', length: 200 },
      { name: 'definition', kind: 'long' },
      { name: 'source', kind: 'long' },
      { name: 'declared_size', kind: 'integer', nullable: true },
      { name: 'declared_source', kind: 'long' },
      { name: 'listed_size', kind: 'integer' },
      { name: 'as_of', kind: 'text', length: 10 },
      { name: 'status', kind: 'text', length: 20 },
      { name: 'hash', kind: 'text', length: 64 },
    ],
    primaryKey: ['id'],
  });
  await createTable(runner, {
    name: 'frame_unit',
    columns: [
      { name: 'frame_id', kind: 'id' },
      { name: 'site_id', kind: 'id' },
      { name: 'stratum', kind: 'text', length: 10 },
      { name: 'eligibility', kind: 'text', length: 20 },
      { name: 'why', kind: 'text', length: 200 },
    ],
    primaryKey: ['frame_id', 'site_id'],
    foreignKeys: [
      { name: 'fk_frame_unit_frame', column: 'frame_id', references: 'sampling_frame' },
      { name: 'fk_frame_unit_site', column: 'site_id', references: 'site' },
    ],
  });
}

async function createProgrammes(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'programme_wave',
    columns: [
      { name: 'id', kind: 'id' },
      { name: 'programme', kind: 'text', length: 20 },
      { name: 'wave', kind: 'integer' },
      { name: 'label', kind: 'text', length: 100 },
      { name: 'total', kind: 'integer' },
      { name: 'total_source', kind: 'long' },
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'uq_programme_wave', columns: ['programme', 'wave'], unique: true }],
  });
  await createTable(runner, {
    name: 'programme_site',
    columns: [
      { name: 'id', kind: 'id', length: 100 },
      { name: 'programme', kind: 'text', length: 20 },
      { name: 'wave', kind: 'integer' },
      { name: 'name', kind: 'text', length: 200 },
      { name: 'ccg_names', kind: 'long' },
      { name: 'ccg_codes', kind: 'json' },
      { name: 'ccg_codes_2018', kind: 'json' },
      { name: 'conditions', kind: 'long' },
      { name: 'lead_provider', kind: 'text', length: 200 },
      { name: 'confidence', kind: 'text', length: 20 },
      { name: 'confidence_reason', kind: 'long' },
      { name: 'source', kind: 'long' },
      { name: 'notes', kind: 'long' },
      SOURCE,
    ],
    primaryKey: ['id'],
    indexes: [{ name: 'ix_programme_site_wave', columns: ['programme', 'wave'] }],
  });
  await createTable(runner, {
    name: 'outcode',
    columns: [
      { name: 'code', kind: 'id', length: 4 },
      { name: 'latitude', kind: 'real' },
      { name: 'longitude', kind: 'real' },
      { name: 'england_share', kind: 'real' },
      { name: 'icb_code', kind: 'text', length: 10 },
      { name: 'icb_share', kind: 'real' },
      { name: 'ccg_code', kind: 'text', length: 10 },
      { name: 'ccg_share', kind: 'real' },
      { name: 'spread_km', kind: 'real' },
      SOURCE,
    ],
    primaryKey: ['code'],
  });
}
