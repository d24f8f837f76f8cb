import Database from 'better-sqlite3';
import pg from 'pg';

import { databaseFile } from '../../server/src/database/data-source.js';
import type { Place } from './start-server.js';

/** Asks the database of a place, beside whatever runs on it; the text has to be one that both engines take. */
export async function storedRows<Row = Record<string, unknown>>(
  place: Pick<Place, 'env'>,
  text: string,
): Promise<Row[]> {
  const url = place.env['DATABASE_URL'];
  if (url === undefined) {
    const file = new Database(databaseFile(String(place.env['DATA_DIR'])), { readonly: true });
    try {
      return file.prepare(text).all() as Row[];
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}
