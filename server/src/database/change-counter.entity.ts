import { Entity } from 'typeorm';

import { IntegerColumn, KeyColumn } from './columns.js';

/**
 * How often a topic (a round) has changed, spread over 16 rows so that writers on PostgreSQL do not queue for one.
 * The sum of a topic's rows is its version; prepared answers are kept by version (stack, "Live map feed").
 */
@Entity({ name: 'change_counter' })
export class ChangeCounter {
  @KeyColumn('change_counter', 'topic') topic: string;
  @KeyColumn('change_counter', 'slot', 2) slot: string;
  @IntegerColumn('value') value: number;
}
