import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, it } from 'vitest';

import { openWriter } from '../../server/src/database/data-source.js';
import { migrations } from '../../server/src/database/migrations.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { verifyPlace } from '../support/audit-chain.js';
import { bringTo, expectKept, FIRST, firstRows, keptRows } from '../support/first-version.js';
import { emptyPlace, type Place } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

const PROGRAM = fileURLToPath(new URL('../support/killed-migration.mjs', import.meta.url));
/** Statements that change something, after which each start is killed; the later ones get further than those before. */
const KILLS = [1, 2, 5, 11, 17, 23, 31, 37];

describe('a start that is killed in the middle of a migration', () => {
  let place: Place;
  afterEach(() => place.remove());

  const start = (before: number) => {
    const { signal, status, stderr } = spawnSync(process.execPath, [PROGRAM, String(before)], {
      env: { ...process.env, DATABASE_URL: '', ...place.env },
      encoding: 'utf8',
    });
    return { signal, status, stderr };
  };
  const done = async (): Promise<string[]> =>
    (await storedRows<{ name: string }>(place, 'SELECT name FROM migrations ORDER BY id')).map(
      ({ name }) => name,
    );
  it(
    'goes on at the next start with every row there and no migration by halves',
    { timeout: 240_000 },
    async () => {
      place = await emptyPlace();
      const first = await openWriter(loadConfig(place.env));
      await bringTo(first, FIRST);
      for (const statement of firstRows()) await first.query(statement);
      await first.destroy();
      const before = await keptRows(place);
      expect(before.get('response_revision')?.length).toBeGreaterThan(40);

      const reached: number[] = [];
      for (const kill of KILLS) {
        const { signal, stderr } = start(kill);
        expect([kill, signal, stderr]).toEqual([kill, 'SIGKILL', '']);
        const names = await done();
        expect(names).toEqual(migrations.slice(0, names.length).map(({ name }) => name));
        reached.push(names.length);
        for (const [table, rows] of await keptRows(place))
          expect(rows.length, `${table} after ${kill}`).toBe(before.get(table)?.length);
      }
      // The kills were within migrations, not all between the same two.
      expect(new Set(reached).size).toBeGreaterThan(3);
      expect(reached.at(-1)).toBeLessThan(migrations.length);

      expect(start(0)).toEqual({ signal: null, status: 0, stderr: '' });
      expect(await done()).toEqual(migrations.map(({ name }) => name));
      const writer = await openWriter(loadConfig(place.env));
      const missing = await writer.driver.createSchemaBuilder().log();
      await writer.destroy();
      expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
      await expectKept(place, before);
      expect(await verifyPlace(place)).toMatchObject({ code: 0, wrong: '' });
    },
  );
});
