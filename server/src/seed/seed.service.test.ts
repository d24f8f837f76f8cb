import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';

import type { UnitOfWork } from '../database/unit-of-work.js';
import type { RoundService } from '../fieldwork/round.service.js';
import type { FrameService } from '../frame/frame.service.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import type { ReleaseService } from '../publication/release.service.js';
import type { ReleaseStore } from '../publication/release-store.service.js';
import { DEMO_2026 } from './rounds.js';
import { SeedService } from './seed.service.js';

/** A start over a database that holds the synthetic round, with or without its release. */
async function start(latestRelease: object | null): Promise<{ seeded: number; released: number }> {
  const release = vi.fn(() => Promise.resolve({ ok: true }));
  const run = vi.fn((_actor: unknown, work: unknown) => Promise.resolve(void work));
  const seed = new SeedService(
    { run } as unknown as UnitOfWork,
    {} as FrameService,
    { find: () => Promise.resolve(DEMO_2026) } as unknown as RoundService,
    { release } as unknown as ReleaseService,
    { findLatest: () => Promise.resolve(latestRelease) } as unknown as ReleaseStore,
    new Clock(),
    { mode: 'demo' } as Config,
    pino({ level: 'silent' }),
  );
  await seed.onApplicationBootstrap();
  // Two units look after questionnaires and the report of 2018; a third would seed the round again.
  return { seeded: run.mock.calls.length - 2, released: release.mock.calls.length };
}

describe('a start over a database that holds the synthetic round', () => {
  it('makes the release that an earlier start, ended too early, did not come to', async () => {
    expect(await start(null)).toEqual({ seeded: 0, released: 1 });
  });

  it('leaves a release that is there alone', async () => {
    expect(await start({})).toEqual({ seeded: 0, released: 0 });
  });
});
