import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

/** What changes of a topic were about, so that several servers keep up with each other without reading a whole round. */
export class NoteChanges1767225601710 implements MigrationInterface {
  readonly name = 'NoteChanges1767225601710';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'change_note',
      columns: [
        { name: 'topic', kind: 'id', length: 64 },
        { name: 'slot', kind: 'id', length: 2 },
        { name: 'value', kind: 'integer' },
        { name: 'what', kind: 'id', length: 80 },
      ],
      primaryKey: ['topic', 'slot', 'value', 'what'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'change_note');
  }
}
