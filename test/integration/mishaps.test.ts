import { afterEach, describe, expect, inject, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { verifyPlace } from '../support/audit-chain.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { halfRecords } from '../support/crash-checks.js';
import { TestClock } from '../support/test-clock.js';

describe('when a machine misbehaves', () => {
  let place: Place;
  let server: TestServer;
  const clock = new TestClock();
  afterEach(async () => {
    clock.release();
    await server.stop();
    await place.remove();
  });

  it.skipIf(inject('template').engine === 'postgres')(
    'a full disk refuses what it cannot store, keeps what it acknowledged, and goes on once there is room',
    async () => {
      place = await copyOfTemplate();
      const token = 'a-secret-of-the-monitor-0123456789';
      server = await startAt(place, { METRICS_TOKEN: token });
      const kept: LiaisonTeam[] = [];
      const teams = await Promise.all(
        ['RW603', 'RVR05', 'RTH08'].map(
          async (odsCode) => new LiaisonTeam(server, await givenLink(server, { odsCode })),
        ),
      );
      const long = 'x'.repeat(3000);
      const limit = await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
        const [{ page_count: pages }] = (await manager.query('PRAGMA page_count')) as [
          { page_count: number },
        ];
        await manager.query(`PRAGMA max_page_count = ${pages + 4}`);
        return pages + 4;
      });
      expect(limit).toBeGreaterThan(100);
      let refused = '';
      for (let round = 0; round < 40 && refused === ''; round += 1)
        for (const team of teams) {
          const form = withoutInReach(team.link.odsCode, { comments: [long] });
          const { receipt, error, problems } = await team.submit(form, {
            key: `full-disk-${round}`,
            reason: 'again',
          });
          if (receipt !== undefined) kept.push(team);
          else refused ||= error || JSON.stringify(problems);
        }
      expect([kept.length, refused]).toEqual([expect.any(Number), 'STORAGE_UNAVAILABLE']);
      expect(kept.length).toBeGreaterThan(0);
      // Whoever watches the service counts it among what failed.
      const metrics = await server.get('/metrics', { authorization: `Bearer ${token}` });
      expect(await metrics.text()).toContain('method="POST",route="/graphql",status="503"');
      // The connection was replaced, and with it the limit: there is room again, without a restart.
      for (const team of teams) {
        const acknowledged = kept.filter((each) => each === team).length;
        const { receipt } = await team.submit(withoutInReach(team.link.odsCode), {
          key: 'room-again',
          reason: 'again',
        });
        expect(receipt?.revision).toBe(acknowledged + 1);
        expect(await team.sent()).toHaveLength(acknowledged + 1);
      }
      expect(await halfRecords(place)).toEqual([]);
      expect((await verifyPlace(place)).code).toBe(0);
    },
  );

  it('a clock that jumps back or far ahead loses nothing, and the trail stays in its order', async () => {
    place = await copyOfTemplate();
    server = await startAt(place, {}, { clock });
    const team = new LiaisonTeam(server, await givenLink(server));
    const now = Date.now();
    const at = (days: number): void => clock.set(new Date(now + days * 86_400_000).toISOString());
    const form = withoutInReach('RW603');
    at(0);
    expect((await team.submit(form, { key: 'jump-now' })).receipt?.revision).toBe(1);
    at(-1);
    expect((await team.submit(form, { key: 'jump-back', reason: 'once more' })).receipt?.revision).toBe(2);
    at(36_500);
    const late = await team.submit(form, { key: 'jump-ahead', reason: 'too late' });
    expect(late.receipt).toBeUndefined();
    expect(late.error || late.problems[0]?.code).toMatch(/^(ROUND_CLOSED|UNUSABLE_LINK)$/);
    at(0.001);
    expect((await team.submit(form, { key: 'jump-home', reason: 'at last' })).receipt?.revision).toBe(3);
    expect((await team.sent()).map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(await verifyPlace(place)).toMatchObject({ code: 0, wrong: '' });
  });
});
