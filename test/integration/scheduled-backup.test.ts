import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import { makeBackup } from '../../server/src/backup/make-backup.js';
import { readManifest } from '../../server/src/backup/manifest.js';
import { type BuiltServer, startBuilt } from '../support/built-server.js';
import { copyOfTemplate, type Place } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

const DAY_MS = 86_400_000;

interface Run {
  readonly state: string;
  readonly reason: string;
  readonly name: string;
}

/**
 * The built product makes its backups in a thread of its own, which the other tests of backups do not have. On PostgreSQL it is the same
 * thread, with programs that may be older than the server.
 */
describe.skipIf(inject('template').engine === 'postgres')(
  'the backup that the built product makes',
  { timeout: 240_000 },
  () => {
    let place: Place;
    let folder: string;
    let built: BuiltServer | undefined;
    const start = async (settings: Record<string, string>): Promise<BuiltServer> =>
      (built = await startBuilt({ ...place, env: { ...place.env, BACKUP_AT: '00:00', ...settings } }));
    /** What is known of the one that fell due at this start. */
    const last = async (): Promise<Run | undefined> =>
      (
        await storedRows<Run>(
          place,
          `SELECT state, reason, name FROM backup_run WHERE state <> 'running' ORDER BY started_at DESC LIMIT 1`,
        )
      )[0];
    const ended = () => expect.poll(last, { timeout: 60_000, interval: 100 });
    beforeEach(async () => {
      place = await copyOfTemplate();
      folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-scheduled-'));
    });
    afterEach(async () => {
      await built?.kill();
      built = undefined;
      rmSync(folder, { recursive: true, force: true });
      await place.remove();
    });

    it('is begun by the start, is whole, and the oldest go', async () => {
      const dataDir = String(place.env['DATA_DIR']);
      const order = { dataDir, databaseUrl: '', into: folder, keep: null, pgTools: '' };
      const names: string[] = [];
      for (const days of [4, 3, 2])
        names.push(
          (await makeBackup({ ...order, now: new Date(Date.now() - days * DAY_MS).toISOString() })).name,
        );
      await start({
        BACKUP_DIR: folder,
        BACKUP_KEEP_DAILY: '2',
        BACKUP_KEEP_WEEKLY: '0',
        BACKUP_KEEP_MONTHLY: '0',
      });
      await ended().toMatchObject({ state: 'done', reason: '' });
      const name = (await last())?.name ?? '';
      const lying = readdirSync(folder).filter((each) => each.startsWith('2'));
      expect(lying.sort()).toEqual([names[2], name].sort());
      const { audit, tables } = readManifest(join(folder, name));
      expect(audit.breaks).toEqual([]);
      expect(tables.find((table) => table.name === 'response_revision')?.rows).toBeGreaterThan(50);
    });

    it('fails without harm where it cannot be written, and says why', async () => {
      writeFileSync(join(folder, 'a-file'), '');
      const { url } = await start({ BACKUP_DIR: join(folder, 'a-file', 'here') });
      await ended().toMatchObject({ state: 'failed', reason: expect.stringMatching(/ENOTDIR/) });
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    });

    it('is given up by a stop, leaves nothing half behind, and is made by the next start', async () => {
      const server = await start({ BACKUP_DIR: folder });
      expect(await server.stop()).toBe('ended as asked');
      // Depending on the moment it was given up or had just been made.
      const before = readdirSync(folder).filter((each) => each.startsWith('2'));
      expect(before.length).toBeLessThanOrEqual(1);
      await start({ BACKUP_DIR: folder });
      await ended().toMatchObject({ state: 'done' });
      const lying = readdirSync(folder).filter((each) => !each.endsWith('.lock'));
      expect(lying).toHaveLength(1);
      readManifest(join(folder, lying[0] ?? ''));
    });
  },
);
