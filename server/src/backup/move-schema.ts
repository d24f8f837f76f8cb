import type pg from 'pg';

import { MOVE_SCHEMA } from '../database/instance-lock.js';

/** How far a table has come. */
export interface Progress {
  /** Primary key of the last row that was copied; null = none yet. */
  readonly last: readonly unknown[] | null;
}

/** The note-book of a move, in the target itself: written with the rows it speaks of, in one transaction. */
export class MoveSchema {
  constructor(private readonly client: pg.Client) {}

  /** Fingerprint of the database whose move was begun; null = none was. */
  async begunFrom(): Promise<string | null> {
    const { rows } = await this.client.query<{ there: boolean }>(
      `SELECT to_regnamespace('${MOVE_SCHEMA}') IS NOT NULL AS there`,
    );
    if (rows[0]?.there !== true) return null;
    const found = await this.client.query<{ fingerprint: string }>(
      `SELECT fingerprint FROM ${MOVE_SCHEMA}.move`,
    );
    return found.rows[0]?.fingerprint ?? '';
  }

  /** To be called inside the transaction that makes the target ready. */
  async begin(fingerprint: string): Promise<void> {
    await this.client.query(`
      CREATE SCHEMA ${MOVE_SCHEMA};
      CREATE TABLE ${MOVE_SCHEMA}.move (fingerprint text NOT NULL);
      CREATE TABLE ${MOVE_SCHEMA}.progress (table_name text PRIMARY KEY, last_key text NOT NULL);
      CREATE TABLE ${MOVE_SCHEMA}.foreign_key (table_name text NOT NULL, name text NOT NULL, definition text NOT NULL);
    `);
    await this.client.query(`INSERT INTO ${MOVE_SCHEMA}.move VALUES ($1)`, [fingerprint]);
  }

  async progress(table: string): Promise<Progress> {
    const { rows } = await this.client.query<{ last_key: string }>(
      `SELECT last_key FROM ${MOVE_SCHEMA}.progress WHERE table_name = $1`,
      [table],
    );
    return { last: rows[0] === undefined ? null : (JSON.parse(rows[0].last_key) as unknown[]) };
  }

  async note(table: string, last: readonly unknown[]): Promise<void> {
    await this.client.query(
      `INSERT INTO ${MOVE_SCHEMA}.progress VALUES ($1, $2)
       ON CONFLICT (table_name) DO UPDATE SET last_key = excluded.last_key`,
      [table, JSON.stringify(last)],
    );
  }

  /** Takes the foreign keys away, so that tables can be filled in any order. To be called where `begin` is. */
  async setForeignKeysAside(): Promise<void> {
    await this.client.query(
      `INSERT INTO ${MOVE_SCHEMA}.foreign_key
       SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
    );
    for (const { table_name, name } of await this.foreignKeys())
      await this.client.query(`ALTER TABLE ${table_name} DROP CONSTRAINT "${name}"`);
  }

  /** Puts them back, which looks up every reference once more. To be called where `end` is. */
  async putForeignKeysBack(): Promise<void> {
    for (const { table_name, name, definition } of await this.foreignKeys())
      await this.client.query(`ALTER TABLE ${table_name} ADD CONSTRAINT "${name}" ${definition}`);
  }

  async end(): Promise<void> {
    await this.client.query(`DROP SCHEMA ${MOVE_SCHEMA} CASCADE`);
  }

  private async foreignKeys(): Promise<{ table_name: string; name: string; definition: string }[]> {
    const { rows } = await this.client.query<{ table_name: string; name: string; definition: string }>(
      `SELECT table_name, name, definition FROM ${MOVE_SCHEMA}.foreign_key`,
    );
    return rows;
  }
}
