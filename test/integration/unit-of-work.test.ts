import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ChangeCounter } from '../../server/src/database/change-counter.entity.js';
import type { Unit } from '../../server/src/database/unit.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ALICE = { id: 'alice' };
const counter = (topic: string) => ({ topic, slot: '0', value: 1 });

describe('the unit of work', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const topics = async (prefix: string): Promise<string[]> => {
    const rows = await server.reader.getRepository(ChangeCounter).find();
    return rows
      .map(({ topic }) => topic)
      .filter((topic) => topic.startsWith(prefix))
      .sort();
  };

  it('loses no accepted write and keeps no refused one, with 50 at once, half failing, some waiting inside', async () => {
    const units = Array.from({ length: 50 }, (_, index) => ({
      index,
      fails: index % 2 === 1,
      waits: index % 5 === 0,
    }));
    const outcomes = await Promise.allSettled(
      units.map(({ index, fails, waits }) =>
        server.unitOfWork.run(ALICE, async ({ manager, audit }) => {
          await manager.insert(ChangeCounter, counter(`fifty-${String(index).padStart(2, '0')}-a`));
          if (waits) await wait(15);
          await manager.insert(ChangeCounter, counter(`fifty-${String(index).padStart(2, '0')}-b`));
          await audit('test.counted', 'change_counter', `fifty-${index}`);
          if (fails) throw new Error(`refused ${index}`);
          return index;
        }),
      ),
    );
    for (const { index, fails } of units)
      expect(outcomes[index]?.status).toBe(fails ? 'rejected' : 'fulfilled');
    const accepted = units.filter(({ fails }) => !fails).map(({ index }) => String(index).padStart(2, '0'));
    expect(await topics('fifty-')).toEqual(
      accepted.flatMap((index) => [`fifty-${index}-a`, `fifty-${index}-b`]),
    );
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'test.counted' }, order: { seq: 'ASC' } });
    expect(events.map(({ entityId }) => Number(entityId.slice(6))).sort((a, b) => a - b)).toEqual(
      accepted.map(Number),
    );
  });

  it('shows readers nothing that is not committed', async () => {
    let seenInside: string[] = ['not looked'];
    const running = server.unitOfWork.run(ALICE, async ({ manager }) => {
      await manager.insert(ChangeCounter, counter('dirty'));
      seenInside = await topics('dirty');
      throw new Error('change of mind');
    });
    await expect(running).rejects.toThrow('change of mind');
    expect(seenInside).toEqual([]);
    expect(await topics('dirty')).toEqual([]);
  });

  it('throws when a piece of work goes on writing after its unit has ended', async () => {
    let kept: Unit | undefined;
    await server.unitOfWork.run(ALICE, async (unit) => {
      kept = unit;
      await unit.manager.insert(ChangeCounter, counter('ended-inside'));
    });
    await expect(kept?.manager.insert(ChangeCounter, counter('ended-outside'))).rejects.toThrow(/has ended/);
    await expect(kept?.manager.save(ChangeCounter, counter('ended-saved'))).rejects.toThrow(/has ended/);
    expect(await topics('ended-')).toEqual(['ended-inside']);
  });

  it('survives a statement that the database itself refuses, without harm to its neighbours', async () => {
    const outcomes = await Promise.allSettled(
      ['one', 'twice', 'three'].map((name) =>
        server.unitOfWork.run(ALICE, async ({ manager }) => {
          await manager.insert(ChangeCounter, counter(`clash-${name}`));
          if (name === 'twice') await manager.insert(ChangeCounter, counter('clash-twice'));
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await topics('clash-')).toEqual(['clash-one', 'clash-three']);
  });

  it('gives a topic a greater version with every acknowledged unit that touched it', async () => {
    const before = await server.unitOfWork.version('a-round');
    await server.unitOfWork.run(ALICE, async ({ touch }) => touch('a-round'));
    const after = await server.unitOfWork.version('a-round');
    expect(after).toBeGreaterThan(before);
    await server.unitOfWork
      .run(ALICE, async ({ touch }) => {
        touch('a-round');
        throw new Error('refused');
      })
      .catch(() => undefined);
    expect(await server.unitOfWork.version('a-round')).toBe(after);
  });

  it.runIf(inject('template').engine === 'sqlite')(
    'waits for the disk: synchronous is FULL (2)',
    async () => {
      const rows = await server.unitOfWork.run(ALICE, ({ manager }) => manager.query('PRAGMA synchronous'));
      expect(rows).toEqual([{ synchronous: 2 }]);
    },
  );
});
