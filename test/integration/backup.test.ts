import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { BackupSchedule } from '../../server/src/backup/backup-schedule.js';
import { LastBackupService } from '../../server/src/backup/last-backup.service.js';
import { type BackupOrder, type MadeBackup, makeBackup } from '../../server/src/backup/make-backup.js';
import { readManifest } from '../../server/src/backup/manifest.js';
import { restoreBackup } from '../../server/src/backup/restore-backup.js';
import { Response as Form } from '../../server/src/fieldwork/response.entity.js';
import { headOf, verifyPlace } from '../support/audit-chain.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import type { TestPostgres } from '../support/postgres.js';
import { CLIENT_VERSION, SERVER_FOR_CLIENT, startPostgresForClient } from '../support/postgres-client.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const isSqlite = inject('template').engine === 'sqlite';
const PUBLIC = ['rounds', 'rounds/2017-18/summary.json', 'rounds/demo-2026/hospitals.csv'];

describe.skipIf(!isSqlite && CLIENT_VERSION === 0)('a backup', () => {
  let postgres: TestPostgres | undefined;
  let original: Place;
  let folder: string;
  let server: TestServer | undefined;

  /** A database that the programs of this machine can read: on PostgreSQL that of a server of its own. */
  const newPlace = async (): Promise<Place> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-backup-'));
    const remove = () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true }));
    if (postgres === undefined) return { env: { DATA_DIR: dataDir }, remove };
    const name = `t_${randomBytes(6).toString('hex')}`;
    await postgres.create(name);
    return { env: { DATA_DIR: dataDir, DATABASE_URL: postgres.url(name) }, remove };
  };
  const order = (place: Place, change: Partial<BackupOrder> = {}): BackupOrder => ({
    dataDir: String(place.env['DATA_DIR']),
    databaseUrl: place.env['DATABASE_URL'] ?? '',
    into: folder,
    keep: null,
    pgTools: '',
    now: new Date().toISOString(),
    ...change,
  });
  const restore = (place: Place, { name }: Pick<MadeBackup, 'name'>, replace = false) => {
    const { dataDir, databaseUrl, pgTools, now } = order(place);
    return restoreBackup({ folder: join(folder, name), dataDir, databaseUrl, replace, pgTools, now });
  };
  const published = (at: TestServer): Promise<string[]> =>
    Promise.all(PUBLIC.map(async (file) => (await at.get(`/open/v1/${file}`)).text()));

  beforeAll(async () => {
    if (!isSqlite) postgres = await startPostgresForClient();
    original = isSqlite ? await copyOfTemplate() : await newPlace();
    // Fills an empty one, once for all tests.
    await (await startAt(original)).stop();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-backups-'));
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    await original.remove();
    await postgres?.stop();
  });

  it('made while teams answer is one moment: everything acknowledged before, hash for hash, and it can be worked on', async () => {
    server = await startAt(original);
    const team = new LiaisonTeam(server, await givenLink(server));
    const sent = await team.submit(withoutInReach('RW603'), { key: 'before-the-backup' });
    expect(sent.problems).toEqual([]);
    const before = await published(server);
    const writer = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RVR05' }));
    let isBusy = true;
    const writing = (async () => {
      for (let number = 0; isBusy; number += 1)
        await writer.save('comments', { comments: [`comment ${number}`] }).catch(() => undefined);
    })();
    const made = await makeBackup(order(original));
    isBusy = false;
    await writing;
    expect(made.manifest.audit.breaks).toEqual([]);
    await server.stop();
    server = undefined;

    const copy = await newPlace();
    const { manifest, aside } = await restore(copy, made);
    expect(aside).toBe('');
    // What restoring compared, compared once more from outside: a backup of the copy says the same of every table.
    const again = await makeBackup(order(copy, { now: new Date(Date.now() + 2000).toISOString() }));
    expect(again.manifest.tables).toEqual(manifest.tables);
    expect(again.manifest.audit).toEqual(manifest.audit);
    const verdict = await verifyPlace(
      copy,
      '--head',
      `${manifest.audit.head.seq}:${manifest.audit.head.hash}`,
    );
    expect(verdict).toMatchObject({ code: 0, wrong: '' });
    expect(headOf(verdict)).toBe(`${manifest.audit.head.seq}:${manifest.audit.head.hash}`);
    server = await startAt(copy);
    expect(await published(server)).toEqual(before);
    const restored = new LiaisonTeam(server, team.link);
    expect(await restored.submit(withoutInReach('RW603'), { key: 'before-the-backup' })).toEqual(sent);
    await server.stop();
    server = undefined;
    await copy.remove();
  });

  it('is refused where a database is, unless it may be put aside, and while the product runs on it', async () => {
    const made = await makeBackup(order(original));
    const target = await newPlace();
    await restore(target, made);
    await expect(restore(target, made)).rejects.toThrow(/--replace/);
    server = await startAt(target);
    await expect(restore(target, made, true)).rejects.toThrow(/in use/);
    await givenLink(server, { odsCode: 'RVR05' });
    await server.stop();
    const { aside } = await restore(target, made, true);
    expect(aside).toMatch(isSqlite ? /\.before-/ : /^before_restore_/);
    server = await startAt(target);
    expect(await server.reader.getRepository(Form).count()).toBeGreaterThan(0);
    await server.stop();
    server = undefined;
    await target.remove();
  });

  it('that was damaged, cut or changed afterwards is refused, and nothing is put in its place', async () => {
    const made = await makeBackup(order(original));
    const file = join(folder, made.name, made.manifest.file);
    const bytes = readFileSync(file);
    const target = await newPlace();
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(file, bytes);
    await expect(restore(target, made)).rejects.toThrow(/is not the file that was made/);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    await expect(restore(target, made)).rejects.toThrow(/is not the file that was made/);
    rmSync(join(folder, made.name, 'manifest.json'));
    await expect(restore(target, made)).rejects.toThrow(/is not a backup/);
    if (isSqlite) expect(readdirSync(String(target.env['DATA_DIR']))).not.toContain('liaison-atlas.sqlite');
    await target.remove();
  });

  it('can be read by nobody but the account that made it', async () => {
    const { name, manifest } = await makeBackup(order(original));
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, name, manifest.file)).mode & 0o077).toBe(0);
  });

  it('is made once a day by itself, by one of the instances, and the oldest go', async () => {
    const place = isSqlite ? await copyOfTemplate() : original;
    const clock = new TestClock();
    const settings = { BACKUP_DIR: folder, BACKUP_AT: '02:30', BACKUP_KEEP_DAILY: '2' };
    const keep = { BACKUP_KEEP_WEEKLY: '0', BACKUP_KEEP_MONTHLY: '0' };
    clock.set('2027-03-01T02:31:00.000Z');
    server = await startAt(place, { ...settings, ...keep }, { clock });
    const schedules = [server.app.get(BackupSchedule)];
    const second = isSqlite ? undefined : await startAt(place, { ...settings, ...keep }, { clock });
    if (second !== undefined) schedules.push(second.app.get(BackupSchedule));
    for (const day of ['01', '02', '03', '04']) {
      clock.set(`2027-03-${day}T02:31:00.000Z`);
      // The first is begun by the start itself.
      await Promise.all(schedules.map((schedule) => schedule.runDue()));
      expect(await Promise.all(schedules.map((schedule) => schedule.runDue()))).not.toContain(true);
      expect(await server.app.get(LastBackupService).findLatest()).toMatchObject({
        state: 'done',
        at: `2027-03-${day}T02:31:00.000Z`,
        reason: '',
      });
    }
    const engine = isSqlite ? 'sqlite' : 'postgres';
    expect(readdirSync(folder).filter((name) => name.startsWith('2027'))).toEqual([
      `2027-03-03T023100Z-${engine}`,
      `2027-03-04T023100Z-${engine}`,
    ]);
    await second?.stop();
    await server.stop();
    server = undefined;
    clock.release();
    if (isSqlite) await place.remove();
  });

  it('that fails is recorded with its reason and tried again an hour later', async () => {
    const place = isSqlite ? await copyOfTemplate() : original;
    const clock = new TestClock();
    clock.set('2027-04-01T02:31:00.000Z');
    // Where the folder should be lies a file.
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    server = await startAt(place, { BACKUP_DIR: join(blocked, 'here') }, { clock });
    const schedule = server.app.get(BackupSchedule);
    await schedule.runDue();
    const last = () => server!.app.get(LastBackupService).findLatest();
    expect(await last()).toMatchObject({ state: 'failed', reason: expect.stringMatching(/ENOTDIR/) });
    rmSync(blocked);
    expect(await schedule.runDue()).toBe(false);
    clock.set('2027-04-01T03:32:00.000Z');
    expect(await schedule.runDue()).toBe(true);
    expect(await last()).toMatchObject({ state: 'done' });
    // The next one fails: the one that came about is still there, and its age is what a monitor is told.
    rmSync(blocked, { recursive: true });
    writeFileSync(blocked, '');
    clock.set('2027-04-02T02:31:00.000Z');
    expect(await schedule.runDue()).toBe(false);
    expect(await last()).toMatchObject({ state: 'failed' });
    expect(await server.app.get(LastBackupService).lastMade()).toBe('2027-04-01T03:32:00.000Z');
    await server.stop();
    server = undefined;
    clock.release();
    if (isSqlite) await place.remove();
  });

  it('is made by the command, which says what it holds', () => {
    const main = join(import.meta.dirname, '../../server/dist/cli/main.js');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [main, ...args], {
        encoding: 'utf8',
        env: { ...process.env, MODE: 'demo', DATABASE_URL: '', ...original.env },
      });
    const made = run('backup', '--to', folder, '--keep-daily', '3');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('2'));
    const { sha256, audit } = readManifest(join(folder, name));
    expect(made.stdout).toContain(sha256);
    expect(made.stdout).toContain(`Head ${audit.head.seq}:${audit.head.hash}`);
    const refused = run('restore', join(folder, name));
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/--replace/);
    expect(run('backup', '--keep-daily', 'all').status).toBe(2);
    expect(run('restore').status).toBe(2);
  });

  // Beside a PostgreSQL the command records it there.
  it.runIf(isSqlite)('that the command made without any setting is known to the product', async () => {
    const main = join(import.meta.dirname, '../../server/dist/cli/main.js');
    const made = spawnSync(process.execPath, [main, 'backup'], {
      encoding: 'utf8',
      env: { ...process.env, MODE: 'demo', DATABASE_URL: '', BACKUP_DIR: '', ...original.env },
    });
    expect(made).toMatchObject({ status: 0, stderr: '' });
    server = await startAt(original);
    const backups = server.app.get(LastBackupService);
    const latest = await backups.findLatest();
    expect(latest).toMatchObject({ state: 'done', reason: '' });
    expect(made.stdout).toContain(`${latest?.name}: `);
    expect(await backups.lastMade()).toBe(latest?.at);
    expect(backups.isScheduled).toBe(false);
  });

  it.skipIf(isSqlite || CLIENT_VERSION >= 17)(
    'of a PostgreSQL newer than pg_dump is refused, with both versions',
    async () => {
      const newer = await copyOfTemplate();
      await expect(makeBackup(order(newer))).rejects.toThrow(
        new RegExp(`pg_dump ${CLIENT_VERSION}\\..* cannot back up a PostgreSQL 17\\.`),
      );
      expect(readdirSync(folder).filter((name) => /^2|half/.test(name))).toEqual([]);
      await newer.remove();
    },
  );

  it.skipIf(isSqlite)(
    `from PostgreSQL ${SERVER_FOR_CLIENT} does not fit a SQLite, and says what would`,
    async () => {
      const made = await makeBackup(order(original));
      const target = await newPlace();
      const sqlite = { ...target, env: { DATA_DIR: target.env['DATA_DIR'] } };
      await expect(restore(sqlite, made)).rejects.toThrow(/Set it to the PostgreSQL database/);
      await target.remove();
    },
  );
});
