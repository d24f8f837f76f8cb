import {
  ERASED_ADDRESS,
  mentionsAddress,
  mentionsInJson,
  maskAddress,
  maskInJson,
} from '@liaison-atlas/shared/privacy/mask-address';
import type { EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import { APPEND_ONLY_TABLES } from '../database/append-only.js';
import { escapeLike } from '../database/escape-like.js';

/** Tables that have a reader and an eraser of their own. */
const READ_ELSEWHERE = new Set([
  'person_contact',
  'contact_detail',
  'pending_rectification',
  'register_sender',
  'register_contact',
  'outbox_message',
]);

/** Tables whose rows cannot be changed, or whose hash or frozen state says that they have not been. */
const FIXED = new Set<string>([...APPEND_ONLY_TABLES, 'sampling_frame', 'frame_unit', 'instrument_version']);

/** Tables that only members of a scheme may know anything of. */
const PRIVATE = /^scheme/;

/** A text of some other table in which an address stands. */
export interface Mention {
  readonly table: string;
  readonly column: string;
  /** Whether the text can be changed. */
  readonly fixed: boolean;
  /** Whether it is of a private scheme, of which nobody else may learn. */
  readonly isPrivate: boolean;
}

interface Found extends Mention {
  readonly key: Readonly<Record<string, unknown>>;
  readonly raw: string;
  readonly isJson: boolean;
}

const isText = ({ type }: ColumnMetadata): boolean =>
  type === 'simple-json' || type === 'varchar' || type === 'text' || type === String;

/** Every text that names exactly this address, in every table but those that hold it as a value of its own. */
async function find(manager: EntityManager, email: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const metadata of manager.dataSource.entityMetadatas)
    if (!READ_ELSEWHERE.has(metadata.tableName)) found.push(...(await findIn(manager, metadata, email)));
  return found;
}

async function findIn(manager: EntityManager, metadata: EntityMetadata, email: string): Promise<Found[]> {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  const quote = (name: string): string => `"${name}"`;
  const columns = metadata.columns.filter(isText);
  if (columns.length === 0) return [];
  const keys = metadata.primaryColumns.map(({ databaseName }) => databaseName);
  // JSON may write a sign in another way; what it can write otherwise is left open here and looked at below.
  const like = `%${escapeLike(email).replace(/[^\x20-\x7e]+/g, '%')}%`;
  const mark = isPostgres ? '$1' : '?';
  const rows = await manager.query<Record<string, unknown>[]>(
    `SELECT ${[...new Set([...keys, ...columns.map(({ databaseName }) => databaseName)])].map(quote).join(', ')}
     FROM ${quote(metadata.tableName)}
     WHERE ${columns.map(({ databaseName }) => `lower(${quote(databaseName)}) LIKE ${mark} ESCAPE '\\'`).join(' OR ')}`,
    isPostgres ? [like] : columns.map(() => like),
  );
  const { tableName: table } = metadata;
  return rows.flatMap((row) =>
    columns.flatMap(({ databaseName: column, type }) => {
      const raw = row[column];
      const isJson = type === 'simple-json';
      if (typeof raw !== 'string') return [];
      if (!(isJson ? mentionsInJson(JSON.parse(raw), email) : mentionsAddress(raw, email))) return [];
      const key = Object.fromEntries(keys.map((name) => [name, row[name]]));
      return [{ table, column, key, raw, isJson, fixed: FIXED.has(table), isPrivate: PRIVATE.test(table) }];
    }),
  );
}

/** Where else the address stands, without the texts themselves: they can be about others. */
export const findMentions = (manager: EntityManager, email: string): Promise<Mention[]> =>
  find(manager, email);

/**
 * Takes the address out of every text that can be changed.
 * @param instead what stands there then
 * @returns how many texts were changed, those of private schemes among them
 */
export async function maskMentions(
  manager: EntityManager,
  email: string,
  instead = ERASED_ADDRESS,
): Promise<number> {
  const isPostgres = manager.dataSource.options.type === 'postgres';
  let changed = 0;
  for (const { table, column, key, raw, isJson, fixed } of await find(manager, email)) {
    if (fixed) continue;
    const text = isJson
      ? JSON.stringify(maskInJson(JSON.parse(raw), email, instead))
      : maskAddress(raw, email, instead);
    const names = Object.keys(key);
    const mark = (at: number): string => (isPostgres ? `$${at}` : '?');
    await manager.query(
      `UPDATE "${table}" SET "${column}" = ${mark(1)} WHERE ${names.map((name, at) => `"${name}" = ${mark(at + 2)}`).join(' AND ')}`,
      [text, ...Object.values(key)],
    );
    changed += 1;
  }
  return changed;
}
