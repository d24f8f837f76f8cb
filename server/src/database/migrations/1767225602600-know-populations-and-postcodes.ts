import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** Residents of areas, and the postcodes of an official file. */
export class KnowPopulationsAndPostcodes1767225602600 implements MigrationInterface {
  readonly name = 'KnowPopulationsAndPostcodes1767225602600';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'area_population',
      columns: [
        { name: 'code', kind: 'id', length: 10 },
        { name: 'people', kind: 'integer' },
        { name: 'adults', kind: 'integer' },
        { name: 'small_areas', kind: 'integer' },
        { name: 'latitude', kind: 'real' },
        { name: 'longitude', kind: 'real' },
        { name: 'source_id', kind: 'text', length: 64 },
      ],
      primaryKey: ['code'],
    });
    await createTable(runner, {
      name: 'postcode_block',
      columns: [
        { name: 'outcode', kind: 'id', length: 4 },
        { name: 'postcodes', kind: 'integer' },
        { name: 'packed', kind: 'long' },
        { name: 'icb_codes', kind: 'long' },
        { name: 'ccg_codes', kind: 'long' },
        { name: 'source_id', kind: 'text', length: 64 },
      ],
      primaryKey: ['outcode'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'postcode_block', 'area_population');
  }
}
