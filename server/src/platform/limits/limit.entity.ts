import { Entity, Index } from 'typeorm';

import { IdColumn, IntegerColumn, KeyColumn, TextColumn } from '../../database/columns.js';

/**
 * How often something that is limited was done within one minute. `who` is a hash with the key of the day, '' = all
 * together. Rows go once their limit looks back no further, and no backup holds any.
 */
@Entity({ name: 'limit_count' })
@Index('ix_limit_count_slot', ['slot'])
export class LimitCount {
  @KeyColumn('limit_count', 'limit_name', 20) limitName: string;
  @KeyColumn('limit_count', 'who') who: string;
  /** When the minute began. */
  @KeyColumn('limit_count', 'slot', 24) slot: string;
  @IntegerColumn('taken') taken: number;
}

/**
 * The random key with which one day's addresses, links and accounts are hashed, the same for every instance. It is deleted
 * when the day is over: from then on nobody can find out what a hash was made from. No backup holds it.
 */
@Entity({ name: 'limit_key' })
export class LimitKey {
  /** The day in UTC, as `2026-11-22`. */
  @IdColumn('limit_key', 10) id: string;
  @TextColumn('value', 64) value: string;
}
