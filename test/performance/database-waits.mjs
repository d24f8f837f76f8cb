import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 50;
/** Statements named in the outcome, the slowest in total first. */
const SLOWEST = 6;

/** What a connection is doing: waiting for something of the database, working, or waiting for its client between two statements. */
const LOOK = `SELECT application_name AS who, state, coalesce(wait_event_type || ':' || wait_event, 'working') AS what,
    pg_blocking_pids(pid) <> '{}' AS blocked, count(*)::int AS times
  FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
    AND state IN ('active', 'idle in transaction')
  GROUP BY 1, 2, 3, 4`;

const STATEMENTS = `SELECT regexp_replace(left(query, 90), '\\s+', ' ', 'g') AS statement, calls::int AS calls,
    mean_exec_time AS "meanMs", total_exec_time AS "totalMs"
  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
  WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat_%' ORDER BY total_exec_time DESC LIMIT ${SLOWEST}`;

/**
 * Looks again and again at what the connections of a database wait for. `stop()` gives the mean number of connections in each state, the
 * most frequent first, and the statements that took most of the time.
 */
export async function watchWaits(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'bench-watch' });
  // Whoever stops the server in between says why by itself.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await client.query('SELECT pg_stat_statements_reset()');
  const before = await commits(client);
  const seen = new Map();
  let looks = 0;
  let going = true;
  const looking = (async () => {
    while (going) {
      const { rows } = await client.query(LOOK);
      looks += 1;
      for (const { state, what, blocked, times } of rows) {
        const key = nameOf(state, what, blocked);
        seen.set(key, (seen.get(key) ?? 0) + times);
      }
      await wait(EVERY_MS);
    }
  })();
  // Whatever ended the load says why; that the database went away after it is no news.
  looking.catch(() => undefined);
  return {
    /** Looks no more, if it still does. */
    async end() {
      if (!going) return;
      going = false;
      await looking.then(() => client.end()).catch(() => undefined);
    },
    async stop() {
      going = false;
      await looking;
      const { rows: statements } = await client.query(STATEMENTS);
      const committed = (await commits(client)) - before;
      await client.end();
      const means = [...seen].map(([what, times]) => [what, Number((times / looks).toPrecision(3))]);
      return {
        looks,
        committed,
        connections: Object.fromEntries(means.sort(([, a], [, b]) => b - a)),
        statements: statements.map(({ statement, calls, meanMs, totalMs }) => ({
          statement,
          calls,
          meanMs: Number(meanMs.toPrecision(3)),
          totalMs: Math.round(totalMs),
        })),
      };
    },
  };
}

/** One word for what a connection was met at. */
function nameOf(state, what, blocked) {
  if (state === 'idle in transaction') return 'in a transaction, waiting for the instance';
  if (blocked) return `waiting for another transaction (${what})`;
  return what === 'working' ? 'working' : `waiting for ${what}`;
}

async function commits(client) {
  const { rows } = await client.query(
    'SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0].commits;
}

/** Rows that one connection commits one after the other in a second: as many as units that write can ever be. */
export async function oneByOne(url, ms) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS one_by_one (id bigserial PRIMARY KEY, body text NOT NULL)');
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < ms) {
    await client.query(`INSERT INTO one_by_one (body) VALUES ('x')`);
    done += 1;
  }
  const perSecond = (done * 1000) / (performance.now() - started);
  await client.end();
  return perSecond;
}
