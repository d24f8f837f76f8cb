import pg from 'pg';
import { expect, inject } from 'vitest';

import type { Place } from './start-server.js';

/**
 * Lets units of work run until just before their commits, all at once (PostgreSQL): the end of the audit chain, which
 * each of them takes last, is held by a connection of the test's own. On SQLite units stand in one queue anyway.
 */
export async function withCommitsHeld<Value>(
  place: Place,
  acts: readonly (() => Promise<Value>)[],
  /** How many sessions wait, for the commit or for each other, before they are let go. */
  waiting = acts.length,
): Promise<Value[]> {
  if (inject('template').engine === 'sqlite') return Promise.all(acts.map((act) => act()));
  const client = new pg.Client({ connectionString: place.env['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT seq FROM audit_head FOR UPDATE');
    const answers: Promise<Value>[] = [];
    for (const [index, act] of acts.entries()) {
      answers.push(act());
      // One after the other, so that it is known who comes first.
      await waiters(client, Math.min(index + 1, waiting));
    }
    await client.query('COMMIT');
    return await Promise.all(answers);
  } finally {
    await client.end();
  }
}

/** Waits until so many sessions of this database wait for a lock. */
export async function waiters(client: pg.Client, count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        // Within a transaction it would show for ever what it showed first.
        await client.query('SELECT pg_stat_clear_snapshot()');
        const { rows } = await client.query<{ n: string }>(
          `SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock'`,
        );
        return Number(rows[0]?.n);
      },
      { interval: 20 },
    )
    .toBeGreaterThanOrEqual(count);
}
