import { Entity, PrimaryColumn } from 'typeorm';

import { KeyColumn } from './columns.js';

/**
 * Which part of a topic a change was about: one row beside each step of a `change_counter`, written with it. Several
 * servers keep up with each other's changes by it (PostgreSQL); of older changes nothing is kept. Nothing personal.
 */
@Entity({ name: 'change_note' })
export class ChangeNoteRow {
  @KeyColumn('change_note', 'topic') topic: string;
  @KeyColumn('change_note', 'slot', 2) slot: string;
  @PrimaryColumn({ name: 'value', type: 'integer', primaryKeyConstraintName: 'pk_change_note' })
  value: number;
  @KeyColumn('change_note', 'what', 80) what: string;
}
