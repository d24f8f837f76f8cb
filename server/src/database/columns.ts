import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/*
 * The only column kinds that are the same on SQLite and PostgreSQL (stack, "ids, times, JSON"). No database
 * defaults, no enumerated types, no time-zone-dependent types.
 */

/** Primary key: text made by the application; the same on both engines. */
export const IdColumn = (table: string, length = 36) =>
  PrimaryColumn({ type: 'varchar', length, primaryKeyConstraintName: `pk_${table}` });

/** One part of a primary key of several columns. */
export const KeyColumn = (table: string, name: string, length = 64) =>
  PrimaryColumn({ name, type: 'varchar', length, primaryKeyConstraintName: `pk_${table}` });

type TextOptions = Pick<ColumnOptions, 'nullable' | 'name' | 'update'>;

/** Short text with a length that both engines are told; the edge enforces it (SQLite does not). */
export const TextColumn = (name: string, length: number, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'varchar', length });

/** Text without a bound of its own: comments, notes. */
export const LongTextColumn = (name: string, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'text' });

/** A moment as ISO 8601 UTC text: it sorts correctly, and no driver can shift its time zone. */
export const InstantColumn = (name: string, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'varchar', length: 24 });

export const IntegerColumn = (name: string, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'integer' });

/** A number with a fraction: coordinates, shares. */
export const RealColumn = (name: string, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'double precision' });

/** A document that is only ever read whole; what is filtered or counted gets a column of its own. */
export const JsonColumn = (name: string, options: TextOptions = {}) =>
  Column({ ...options, name, type: 'simple-json' });
