import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { HourlyCounts } from '../../server/src/platform/limits/hourly-counts.js';
import { LimitSweeper } from '../../server/src/platform/limits/limit-sweeper.js';
import { JobLeases } from '../../server/src/platform/jobs/job-leases.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';
import { WrongClock } from '../support/test-clock.js';

const HOUR_MS = 3_600_000;
const LEASE_MINUTES = 10;
const MESSAGES = { name: 'test-messages', perAddress: 3, inAll: 100 };
const FROM = '198.51.100.7';
const NIGHT_MS = 24 * HOUR_MS;

/** Two instances on one PostgreSQL, of which one has the time of the database and the other is wrong by hours. */
describe.skipIf(inject('template').engine === 'sqlite').each([
  ['an hour ahead', HOUR_MS],
  ['an hour behind', -HOUR_MS],
  ['a day ahead', NIGHT_MS],
])('an instance whose clock is %s', (_what, by) => {
  let place: Place;
  let right: TestServer;
  let wrong: TestServer;
  let job = '';
  beforeAll(async () => {
    place = await copyOfTemplate();
    right = await startAt(place);
    wrong = await startAt(place, {}, { clock: new WrongClock(by) });
  });
  beforeEach(({ task }) => void (job = `job-${task.id.slice(-20)}`));
  afterAll(async () => {
    await Promise.all([right.stop(), wrong.stop()]);
    await place.remove();
  });

  const doesIt = (server: TestServer): Promise<boolean> =>
    server.app.get(JobLeases).whenFree(job, LEASE_MINUTES, () => Promise.resolve());
  /** As an instance leaves it that dies while it is at it. */
  const dieWithIt = async (server: TestServer): Promise<void> => {
    await new Promise<void>((begun) => {
      void server.app.get(JobLeases).whenFree(job, LEASE_MINUTES, () => {
        begun();
        return new Promise<void>(() => undefined);
      });
    });
  };
  const leasedUntil = async (): Promise<number> => {
    const [row] = await storedRows<{ leased_until: string }>(
      place,
      `SELECT leased_until FROM job_lease WHERE id = '${job}'`,
    );
    return Date.parse(row!.leased_until);
  };
  /** Lets the time of a lease pass by putting its end back. */
  const pass = (minutes: number): Promise<unknown> =>
    right.unitOfWork.run({ id: 'test' }, async ({ manager }) =>
      manager.query(`UPDATE job_lease SET leased_until = $1 WHERE id = '${job}'`, [
        new Date((await leasedUntil()) - minutes * 60_000).toISOString(),
      ]),
    );

  it('that dies with a job leaves it to others once its time is over', async () => {
    const before = Date.now();
    await dieWithIt(wrong);
    const until = await leasedUntil();
    expect(until).toBeGreaterThanOrEqual(before + LEASE_MINUTES * 60_000 - 1000);
    expect(until).toBeLessThanOrEqual(Date.now() + LEASE_MINUTES * 60_000 + 1000);
    expect(await doesIt(right)).toBe(false);
    await pass(LEASE_MINUTES + 1);
    expect(await doesIt(right)).toBe(true);
  });

  it('takes no job that another is at', async () => {
    await dieWithIt(right);
    expect(await doesIt(wrong)).toBe(false);
    await pass(LEASE_MINUTES + 1);
    expect(await doesIt(wrong)).toBe(true);
  });

  it('holds nobody up by what an earlier version wrote with it', async () => {
    expect(await doesIt(right)).toBe(true);
    await right.unitOfWork.run({ id: 'test' }, ({ manager }) =>
      manager.query(`UPDATE job_lease SET holder = 'gone', leased_until = $1 WHERE id = '${job}'`, [
        new Date(Date.now() + NIGHT_MS).toISOString(),
      ]),
    );
    expect(await doesIt(right)).toBe(true);
  });

  it('counts with the others, by one key, and deletes nothing that they still look at', async () => {
    const take = (server: TestServer): Promise<boolean> => server.app.get(HourlyCounts).take(MESSAGES, FROM);
    expect([await take(right), await take(wrong), await take(right)]).toEqual([true, true, true]);
    await wrong.app.get(LimitSweeper).sweep();
    expect([await take(wrong), await take(right)]).toEqual([false, false]);
    expect(await storedRows(place, 'SELECT id FROM limit_key')).toHaveLength(1);
  });
});
