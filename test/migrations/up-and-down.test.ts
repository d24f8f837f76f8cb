import { afterEach, describe, expect, inject, it } from 'vitest';

import { migrate, openWriter } from '../../server/src/database/data-source.js';
import { migrations } from '../../server/src/database/migrations.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { emptyPlace, type Place } from '../support/start-server.js';

describe('the migrations', () => {
  let place: Place;
  afterEach(() => place.remove());

  it('build an empty database, can be taken back one by one, and build it once more', async () => {
    place = await emptyPlace();
    const writer = await openWriter(loadConfig(place.env));
    const tables = async (): Promise<string[]> => {
      const runner = writer.createQueryRunner();
      const found = await runner.getTables();
      await runner.release();
      // Both engines list tables of their own beside ours.
      return found
        .map(({ name }) => name.replace(/^public\./, ''))
        .filter((name) => !/\.|^sqlite_|^migrations$/.test(name))
        .sort();
    };
    try {
      await migrate(writer);
      const built = await tables();
      expect(built).toEqual(writer.entityMetadatas.map(({ tableName }) => tableName).sort());
      // A second start finds nothing to do.
      expect(await writer.runMigrations({ transaction: 'each' })).toEqual([]);
      for (let left = migrations.length; left > 0; left -= 1)
        await writer.undoLastMigration({ transaction: 'each' });
      expect(await tables()).toEqual([]);
      await migrate(writer);
      expect(await tables()).toEqual(built);
    } finally {
      await writer.destroy();
    }
  });

  // On SQLite one process at a time has the file; two share a PostgreSQL.
  const shared = inject('template').engine === 'postgres' ? ['PostgreSQL'] : [];
  it.each(shared)('bring up two processes that start together on one empty %s', async () => {
    place = await emptyPlace();
    const config = loadConfig(place.env);
    const [one, other] = [await openWriter(config), await openWriter(config)];
    try {
      await Promise.all([migrate(one), migrate(other)]);
      const [done] = (await one.query('SELECT COUNT(*) AS n FROM migrations')) as { n: number | string }[];
      expect(Number(done?.n)).toBe(migrations.length);
    } finally {
      await one.destroy();
      await other.destroy();
    }
  });
});
