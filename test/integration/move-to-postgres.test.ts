import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { type MoveOrder, moveToPostgres } from '../../server/src/backup/move-to-postgres.js';
import { headOf, verifyPlace } from '../support/audit-chain.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, emptyPlace, type Place, startAt, type TestServer } from '../support/start-server.js';

/** The target is a PostgreSQL, so one of the two engines' runs is enough. */
describe.skipIf(inject('template').engine === 'sqlite')('moving a SQLite installation to PostgreSQL', () => {
  let dataDir: string;
  let link: Awaited<ReturnType<typeof givenLink>>;
  let target: Place;
  let server: TestServer | undefined;

  const order = (change: Partial<MoveOrder> = {}): MoveOrder => ({
    dataDir,
    databaseUrl: String(target.env['DATABASE_URL']),
    startOver: false,
    ...change,
  });
  const asked = async (text: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: order().databaseUrl });
    await client.connect();
    return client
      .query(text)
      .then(({ rows }) => rows as Record<string, unknown>[])
      .finally(() => client.end());
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-move-'));
    const source = await startAt({ env: { DATA_DIR: dataDir }, remove: () => Promise.resolve() });
    link = await givenLink(source);
    const team = new LiaisonTeam(source, link);
    expect((await team.submit(withoutInReach('RW603'), { key: 'before-the-move' })).problems).toEqual([]);
    await source.stop();
  });
  beforeEach(async () => {
    target = await emptyPlace();
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await target.remove();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('takes every row along with its ids, and the product goes on there', async () => {
    const { inventory, resumed } = await moveToPostgres(order());
    expect(resumed).toBe(false);
    expect(inventory.tables.find(({ name }) => name === 'response_revision')?.rows).toBeGreaterThan(50);
    const [there, here] = [await verifyPlace({ env: { DATA_DIR: dataDir } }), await verifyPlace(target)];
    expect(here).toEqual(there);
    expect(headOf(here)).toBe(`${inventory.audit.head.seq}:${inventory.audit.head.hash}`);
    // References and guards are those of a database that was made there.
    const made = await copyOfTemplate();
    const keys = `SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY conname`;
    const guards = `SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname`;
    const names = [await asked(keys), await asked(guards)];
    const moved = target;
    target = made;
    expect([await asked(keys), await asked(guards)]).toEqual(names);
    await made.remove();
    target = moved;
    server = await startAt(target);
    const team = new LiaisonTeam(server, link);
    const again = await team.submit(withoutInReach('RW603'), { key: 'before-the-move' });
    expect(again.receipt?.revision).toBe(1);
    const corrected = await team.submit(withoutInReach('RW603'), { reason: 'moved' });
    expect(corrected.receipt?.revision).toBe(2);
    expect(await verifyPlace(target)).toMatchObject({ code: 0 });
  });

  it('ended after any of its steps goes on from there, and nothing is there twice', async () => {
    const steps: string[] = [];
    await moveToPostgres(order({ onStep: (what) => steps.push(what) }));
    await target.remove();
    target = await emptyPlace();
    let done = false;
    let stops = 0;
    // Each try comes a few steps further than the one before it.
    while (!done) {
      let left = Math.ceil(steps.length / 5);
      try {
        const { resumed } = await moveToPostgres(
          order({
            onStep: (what) => {
              left -= 1;
              // Steps that say only what was there already lead nowhere.
              if (left === 0 && what.endsWith('…')) throw new Error('power cut');
              if (left <= 0 && what === 'both sides are the same' && stops < 9)
                throw new Error('power cut at the end');
            },
          }),
        );
        done = true;
        expect(resumed).toBe(true);
      } catch (error) {
        expect(String(error)).toMatch(/power cut/);
        stops += 1;
        if (stops > 9) throw error;
        await expect(startAt(target)).rejects.toThrow(/not finished/);
      }
    }
    expect(stops).toBeGreaterThan(1);
    expect((await verifyPlace(target)).code).toBe(0);
  });

  it('killed in the middle goes on when the command is given again', async () => {
    const main = join(import.meta.dirname, '../../server/dist/cli/main.js');
    const env = { ...process.env, MODE: 'demo', ...target.env, DATA_DIR: dataDir };
    const run = () => spawn(process.execPath, [main, 'migrate-to-postgres'], { env, stdio: 'pipe' });
    const killed = run();
    const ended = once(killed, 'exit');
    const copied = () =>
      asked('SELECT COUNT(*)::int AS n FROM liaison_atlas_move.progress').catch(() => [{ n: 0 }]);
    while (killed.exitCode === null && Number((await copied())[0]?.['n']) < 3) await wait(5);
    killed.kill('SIGKILL');
    await ended;
    const second = run();
    let printed = '';
    second.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    second.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    // Not only ended: everything that it said has come.
    const [code] = (await once(second, 'close')) as [number];
    expect([code, printed]).toEqual([0, expect.stringMatching(/checksums the same on both sides/)]);
    expect((await verifyPlace(target)).code).toBe(0);
  });

  it('is refused to a database that holds anything, and while either side is in use', async () => {
    const taken = target;
    target = await copyOfTemplate();
    await expect(moveToPostgres(order())).rejects.toThrow(/an installation lives in/);
    await expect(moveToPostgres(order({ startOver: true }))).rejects.toThrow(/an installation lives in/);
    server = await startAt(target);
    await expect(moveToPostgres(order())).rejects.toThrow(/in use/);
    await server.stop();
    server = undefined;
    await target.remove();
    target = taken;
    await asked('CREATE TABLE ledger (id int)');
    await expect(moveToPostgres(order())).rejects.toThrow(/tables of something else \(ledger\)/);
    expect(await asked(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
      { tablename: 'ledger' },
    ]);
  });

  it('does not go on from a source that has changed, unless it may start over', async () => {
    const stop = () => {
      throw new Error('power cut');
    };
    await expect(moveToPostgres(order({ onStep: stop }))).rejects.toThrow(/power cut/);
    const source = await startAt({ env: { DATA_DIR: dataDir }, remove: () => Promise.resolve() });
    await givenLink(source, { odsCode: 'RVR05' });
    await source.stop();
    await expect(moveToPostgres(order())).rejects.toThrow(/--start-over/);
    expect((await moveToPostgres(order({ startOver: true }))).resumed).toBe(false);
    expect((await verifyPlace(target)).code).toBe(0);
  });
});
