import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type AheadLimits, RoundsAhead } from './rounds-ahead.js';

const LOOK = { lookMs: 100, followedMs: 10_000 };

describe('rounds that are kept ready', () => {
  let version = 1;
  let takes = 0;
  let fails = false;
  let prepared: [string, number, boolean][] = [];
  let ahead: RoundsAhead;

  const given = (limits: AheadLimits): RoundsAhead =>
    new RoundsAhead(
      {
        versionOf: () => Promise.resolve(version),
        prepare: async (roundId, fromReplica) => {
          prepared.push([roundId, version, fromReplica]);
          await new Promise((resolve) => setTimeout(resolve, takes));
          if (fails) throw new Error('too much');
        },
      },
      limits,
    );

  beforeEach(() => {
    vi.useFakeTimers();
    [version, takes, fails, prepared] = [1, 0, false, []];
    ahead = given(LOOK);
  });
  afterEach(() => {
    ahead.stop();
    vi.useRealTimers();
  });

  const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  it('are those that somebody looks at, and are made ready once for each change', async () => {
    await passes(1000);
    expect(prepared).toEqual([]);
    ahead.looked('a', 1, false);
    await passes(1000);
    expect(prepared).toEqual([]);
    version = 2;
    await passes(1000);
    expect(prepared).toEqual([['a', 2, false]]);
    version = 3;
    await passes(1000);
    expect(prepared.map(([, at]) => at)).toEqual([2, 3]);
  });

  it('are made ready where it is not known at which version somebody saw them', async () => {
    ahead.looked('a', undefined, true);
    await passes(1000);
    expect(prepared).toEqual([['a', 1, true]]);
    // They saw what is known to be ready.
    ahead.looked('a', undefined, true);
    await passes(1000);
    expect(prepared).toHaveLength(1);
  });

  it('are left alone some time after the last look', async () => {
    ahead.looked('a', 1, false);
    await passes(8000);
    ahead.looked('a', 1, false);
    await passes(8000);
    version = 2;
    await passes(1000);
    expect(prepared).toHaveLength(1);
    await passes(3000);
    version = 3;
    await passes(5000);
    expect(prepared).toHaveLength(1);
  });

  it('take a tenth of the time, however often they change', async () => {
    takes = 50;
    ahead.looked('a', undefined, false);
    const changes = setInterval(() => (version += 1), 10);
    await passes(9000);
    clearInterval(changes);
    expect(prepared.length).toBeGreaterThan(12);
    expect(prepared.length).toBeLessThanOrEqual(18);
  });

  it('are given up where they fail, until somebody looks again', async () => {
    fails = true;
    ahead.looked('a', undefined, false);
    await passes(5000);
    expect(prepared).toHaveLength(1);
    fails = false;
    ahead.looked('a', undefined, false);
    await passes(1000);
    expect(prepared).toHaveLength(2);
  });

  it('do not wait for each other', async () => {
    takes = 3000;
    ahead.looked('a', undefined, false);
    ahead.looked('b', undefined, false);
    await passes(150);
    expect(prepared.map(([roundId]) => roundId)).toEqual(['a', 'b']);
  });

  it('are no more once it is stopped', async () => {
    ahead.looked('a', 1, false);
    version = 2;
    await passes(150);
    ahead.stop();
    version = 3;
    await passes(9000);
    expect(prepared.map(([, at]) => at)).toEqual([2]);
  });

  it('do not rest beyond the time for which they are followed because one of them waited long', async () => {
    takes = 20_000;
    const patient = given({ lookMs: 100, followedMs: 60_000 });
    patient.looked('a', undefined, false);
    await passes(21_000);
    [version, takes] = [2, 0];
    await passes(31_000);
    patient.stop();
    expect(prepared.map(([, at]) => at)).toEqual([1, 2]);
  });
});
