import { connect, createServer } from 'node:net';
import { join } from 'node:path';

import { oneByOne } from './database-waits.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { measureInTurns } from './slices.mjs';

/** Units that are under way at once: more than the connections of two instances, so that the chain is always waited for. */
const LANES = 24;
/** Milliseconds that a message takes to the database, and an answer back: as between two buildings. */
const FAR_MS = 1;
const dist = (path) => import(join(import.meta.dirname, '../../server/dist', path));

/**
 * Units of work that change a row each and add to the audit chain, from two instances' connections to one PostgreSQL on
 * its disk. Beside it the same class in the same turns, which asks for the head, stores the event, its subjects and
 * commits one after the other, as it still does where a database computes other hashes.
 */
export async function measureChain({ settings, say, report }) {
  const postgres = await startPostgres();
  const ways = [];
  try {
    const url = postgres.url('atlas');
    await prepare(url);
    const commitsOneByOne = await oneByOne(postgres.url('bare'), 2000);
    const [near, far] = [await openWay(url, 0), await openWay(url, FAR_MS)];
    ways.push(near, far);
    const at = {
      near: await openInstances(near.url),
      far: await openInstances(far.url),
      nearSteps: await openInstances(near.url, { inSteps: true }),
      farSteps: await openInstances(far.url, { inSteps: true }),
    };
    try {
      say(`units that add to the audit chain, ${LANES} at once from two instances`);
      const ms = settings.sliceMs;
      const turns = Object.entries(at).map(([name, units]) => [name, () => perSecondOf(units, ms)]);
      const { middle, ratio } = await measureInTurns(settings.rounds, Object.fromEntries(turns));
      report('chain-units', {
        value: middle.near,
        reference: middle.nearSteps,
        ratio: ratio('near', 'nearSteps'),
        far: middle.far,
        farReference: middle.farSteps,
        farRatio: ratio('far', 'farSteps'),
        commitsOneByOne,
        // Of one unit that is alone: questions that an answer was waited for.
        waits: await waitsOf(near, at.near),
        waitsReference: await waitsOf(near, at.nearSteps),
      });
      await requireWhole(url);
    } finally {
      for (const units of Object.values(at)) for (const each of units) await each.close();
    }
  } finally {
    for (const way of ways) way.close();
    await postgres.stop();
  }
}

async function prepare(url) {
  await import('reflect-metadata');
  const { migrate, openWriter } = await dist('database/data-source.js');
  const writer = await openWriter({ dataDir: '', databaseUrl: url });
  await migrate(writer);
  await writer.query(
    `INSERT INTO change_counter (topic, slot, value) SELECT 'lane ' || each, '0', 0 FROM generate_series(0, ${LANES}) AS each`,
  );
  await writer.destroy();
}

/** Two instances' worth of connections; `inSteps`: as on a database that computes other hashes. */
async function openInstances(databaseUrl, { inSteps = false } = {}) {
  const { openWriter } = await dist('database/data-source.js');
  const { PostgresUnitOfWork } = await dist('database/postgres-unit-of-work.js');
  const clock = { now: () => new Date().toISOString() };
  const instances = [];
  for (let each = 0; each < 2; each += 1) {
    const units = new PostgresUnitOfWork(await openWriter({ dataDir: '', databaseUrl }), clock);
    if (inSteps) units.chainsItself = false;
    instances.push(units);
  }
  return instances;
}

/** What a saved page does: looks at a row, changes it, notes the change, says who did it. */
const unitOf = (units, lane) =>
  units.run({ id: 'bench' }, async ({ manager, audit, touch }) => {
    const which = [`lane ${lane}`];
    await manager.query(`SELECT value FROM change_counter WHERE topic = $1 AND slot = '0'`, which);
    await manager.query(`UPDATE change_counter SET value = value + 1 WHERE topic = $1 AND slot = '0'`, which);
    touch('round', `lane ${lane}`);
    const subjects = [{ entity: 'round', id: 'bench' }];
    await audit('response.draft_saved', 'response', `lane ${lane}`, { page: 'comments' }, { subjects });
  });

async function perSecondOf(instances, ms) {
  const started = performance.now();
  let done = 0;
  const lane = async (_, number) => {
    while (performance.now() - started < ms) {
      await unitOf(instances[number % instances.length], number);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return (done * 1000) / (performance.now() - started);
}

async function waitsOf(way, [units]) {
  await unitOf(units, LANES);
  const before = way.answers();
  await unitOf(units, LANES);
  return way.answers() - before;
}

/** A way to the database that takes its time, and counts how often the database has said that it is ready for the next. */
async function openWay(url, ms) {
  const to = new URL(url);
  const sockets = new Set();
  let answers = 0;
  /** PostgreSQL ends whatever was asked in one piece with these six bytes, of which the last says how its transaction is. */
  const readyIn = (bytes) => {
    for (
      let at = bytes.indexOf('Z\0\0\0\x05', 0, 'latin1');
      at !== -1;
      at = bytes.indexOf('Z\0\0\0\x05', at + 5, 'latin1')
    )
      answers += 1;
  };
  const server = createServer((socket) => {
    const through = connect(Number(to.port), to.hostname);
    for (const [one, other, look] of [
      [socket, through, () => undefined],
      [through, socket, readyIn],
    ]) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy()).on('close', () => other.end());
      one.on('data', (bytes) => {
        look(bytes);
        if (ms === 0) other.write(bytes);
        else setTimeout(() => other.write(bytes), ms);
      });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way = new URL(url);
  way.host = `127.0.0.1:${server.address().port}`;
  return {
    url: way.href,
    answers: () => answers,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A figure of a broken chain would be worth nothing. */
async function requireWhole(url) {
  const { verifyAudit } = await dist('cli/verify-audit.js');
  const quiet = { stdout: { write: () => true }, stderr: process.stderr };
  if ((await verifyAudit([], { ...process.env, DATABASE_URL: url }, quiet)) !== 0)
    throw new Error('the audit chain is broken');
}
