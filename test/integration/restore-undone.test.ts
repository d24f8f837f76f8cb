import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { makeBackup } from '../../server/src/backup/make-backup.js';
import { restoreBackup, type RestoreOrder } from '../../server/src/backup/restore-backup.js';
import { givenLink } from '../support/given.js';
import type { TestPostgres } from '../support/postgres.js';
import { CLIENT_VERSION, startPostgresForClient } from '../support/postgres-client.js';
import { type Place, startAt } from '../support/start-server.js';

const MAIN = join(import.meta.dirname, '../../server/dist/cli/main.js');

/** What is in a PostgreSQL database after restores that went wrong, were killed, or went well. */
describe.skipIf(inject('template').engine === 'sqlite' || CLIENT_VERSION === 0)(
  'a restore to PostgreSQL',
  () => {
    let postgres: TestPostgres;
    let folder: string;
    let place: Place;
    let backup: string;
    const url = (): string => String(place.env['DATABASE_URL']);
    const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: url() });
      await client.connect();
      return client
        .query<Row>(text)
        .then(({ rows }) => rows)
        .finally(() => client.end());
    };
    const links = async (): Promise<number> =>
      Number((await ask<{ n: string }>('SELECT COUNT(*) AS n FROM invitation'))[0]?.n);
    const schemas = async (): Promise<string[]> =>
      (
        await ask<{ name: string }>(
          `SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^(before_restore|liaison_atlas)' ORDER BY 1`,
        )
      ).map(({ name }) => name);
    const order = (change: Partial<RestoreOrder> = {}): RestoreOrder => ({
      folder: backup,
      dataDir: String(place.env['DATA_DIR']),
      databaseUrl: url(),
      replace: true,
      pgTools: '',
      now: new Date().toISOString(),
      ...change,
    });

    /** Links that the backup holds, and that the database has had since. */
    let inBackup = 0;
    beforeAll(async () => {
      postgres = await startPostgresForClient();
      folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-undone-'));
      place = {
        env: { DATA_DIR: folder, DATABASE_URL: postgres.url('filled') },
        remove: () => Promise.resolve(),
      };
      await postgres.create('filled');
      let server = await startAt(place, { CLIENT_DIR: undefined });
      inBackup = await links();
      await server.stop();
      const { env } = place;
      const made = await makeBackup({
        dataDir: folder,
        databaseUrl: String(env['DATABASE_URL']),
        into: join(folder, 'backups'),
        keep: null,
        pgTools: '',
        now: new Date().toISOString(),
      });
      backup = join(folder, 'backups', made.name);
      server = await startAt(place, { CLIENT_DIR: undefined });
      await givenLink(server, { odsCode: 'RVR05' });
      await server.stop();
    });
    let count = 0;
    beforeEach(async () => {
      const name = `target_${(count += 1)}`;
      await postgres.create(name, 'filled');
      place = { ...place, env: { ...place.env, DATABASE_URL: postgres.url(name) } };
    });
    afterAll(async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('leaves the schema, what is granted on it and the extensions in it as they are', async () => {
      await ask(`CREATE ROLE reader_${count}`);
      await ask(`GRANT USAGE ON SCHEMA public TO reader_${count}`);
      await ask(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader_${count}`);
      await ask('CREATE EXTENSION pg_trgm');
      const { aside } = await restoreBackup(order());
      expect(await schemas()).toEqual([aside]);
      expect(await links()).toBe(inBackup);
      const [may] = await ask(
        `SELECT has_schema_privilege('reader_${count}', 'public', 'USAGE') AS "enter",
         has_table_privilege('reader_${count}', 'public.invitation', 'SELECT') AS "read",
         (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'pg_trgm') AS "trgm"`,
      );
      expect(may).toEqual({ enter: true, read: true, trgm: 'public' });
      // The triggers of what lies aside and of what is there now each have functions of their own.
      const [functions] = await ask(
        `SELECT COUNT(DISTINCT pronamespace)::int AS n FROM pg_proc WHERE proname = 'refuse_change'`,
      );
      expect(functions).toEqual({ n: 2 });
    });

    it('that does not hold what its manifest says is taken back, and the database is as it was', async () => {
      const manifest = readFileSync(join(backup, 'manifest.json'), 'utf8');
      const changed = JSON.parse(manifest) as { tables: { name: string; rows: number }[] };
      changed.tables.find(({ name }) => name === 'invitation')!.rows += 1;
      writeFileSync(join(backup, 'manifest.json'), JSON.stringify(changed));
      try {
        await expect(restoreBackup(order())).rejects.toThrow(
          /invitation.*The database is as it was before\./,
        );
      } finally {
        writeFileSync(join(backup, 'manifest.json'), manifest);
      }
      expect(await schemas()).toEqual([]);
      expect(await links()).toBe(inBackup + 1);
      const server = await startAt(place);
      expect((await server.get('/health/ready')).status).toBe(200);
      await server.stop();
    });

    it('that ended before it was compared keeps instances from starting, and the next one takes it back first', async () => {
      const { aside } = await restoreBackup(order());
      // As a kill between loading and comparing leaves it.
      await ask('CREATE SCHEMA liaison_atlas_restore');
      await ask(`COMMENT ON SCHEMA liaison_atlas_restore IS '${aside}'`);
      await expect(startAt(place)).rejects.toThrow(/Give npm run restore again/);
      await expect(restoreBackup(order({ replace: false }))).rejects.toThrow(/Add --replace/);
      expect(await schemas()).toEqual([]);
      expect(await links()).toBe(inBackup + 1);
      const again = await restoreBackup(order());
      expect(await schemas()).toEqual([again.aside]);
      expect(await links()).toBe(inBackup);
    });

    it('that is killed while it loads has changed nothing, and leaves no copy of the backup behind', async () => {
      // Of its own: other tests restore at the same time.
      const temporary = mkdtempSync(join(folder, 'tmp-'));
      const holder = new pg.Client({ connectionString: url() });
      await holder.connect();
      await holder.query('BEGIN');
      // The restore waits for this table, in the middle of its transaction.
      await holder.query('LOCK TABLE round IN ACCESS SHARE MODE');
      const env = { ...process.env, MODE: 'demo', ...place.env, TMPDIR: temporary };
      const child = spawn(process.execPath, [MAIN, 'restore', backup, '--replace'], { env, stdio: 'ignore' });
      const waiting = async () =>
        (
          await ask<{ n: number }>(
            `SELECT COUNT(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        )[0]?.n;
      await expect.poll(waiting, { timeout: 60_000, interval: 50 }).toBe(1);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await holder.query('COMMIT');
      await holder.end();
      const working = async () =>
        (
          await ask<{ n: number }>(
            `SELECT COUNT(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'psql'`,
          )
        )[0]?.n;
      await expect.poll(working, { timeout: 60_000, interval: 50 }).toBe(0);
      expect(await schemas()).toEqual([]);
      expect(await links()).toBe(inBackup + 1);
      expect(readdirSync(temporary).filter((name) => name.startsWith('liaison-atlas'))).toEqual([]);
      expect((await restoreBackup(order())).aside).toMatch(/^before_restore_/);
    });
  },
);
