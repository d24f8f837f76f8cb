import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { oneByOne, watchWaits } from './database-waits.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { FIGURES } from './figures.mjs';
import { growthOf } from './memory-growth.mjs';
import { cpuSecondsOf, memoryOf, startMixedLoad, startProduct, startReference } from './processes.mjs';
import { signIn } from './sign-in.mjs';
import { median } from './slices.mjs';
import { watchStolenTime } from './stolen-time.mjs';
import { addSavedDrafts, copyStore, databaseFileOf, readSample, ROUND } from './store.mjs';
import { trackerQuestion } from './tracker-question.mjs';

/** People who answer, each with a page that is saved again and again. */
const RESPONDENTS = 2000;
const PAGE = { page: 'comments', entry: { comments: 'Typed so far: health psychologists in our team do' } };
const READS = [`/open/v1/rounds/${ROUND}/summary.json`, `/open/v1/rounds/${ROUND}/hospitals.geojson`];
/** So few a second that each is alone: what an answer takes on an idle server. */
const IDLE_PER_SECOND = 40;
/** Clients that find out how much the bare server can do. */
const CLIENTS = 32;
const IDLE_MS = 20_000;

/** Counts by region, as a lead wants them: portable, and asked of the same rows. */
const COUNTS = `SELECT s.region_code, COUNT(*) AS frame, COUNT(i.ods_code) AS invited, COUNT(r.ods_code) AS replied
  FROM frame_unit u JOIN site s ON s.id = u.site_id
  LEFT JOIN (SELECT ods_code, COUNT(*) AS links FROM invitation WHERE round_id = '${ROUND}' GROUP BY ods_code) i
    ON i.ods_code = s.ods_code
  LEFT JOIN (SELECT ods_code, MAX(revision) AS sent FROM response WHERE round_id = '${ROUND}' AND revision > 0 GROUP BY ods_code) r
    ON r.ods_code = s.ods_code
  WHERE u.frame_id = (SELECT frame_id FROM round WHERE id = '${ROUND}') GROUP BY s.region_code`;

/** Each is held against its own idle middle; the last three are what a lead looks at. */
const KINDS = ['save', 'submit', 'read', 'replies', 'liveMap', 'counts'];

/** The page on which a lead follows the replies, the live map and the counts over forms. */
function leadLooks() {
  const query = trackerQuestion();
  const variables = { roundId: ROUND, level: 'region', threshold: '1/2', eligibleShare: '', question: '' };
  return [
    { kind: 'replies', question: { query, variables } },
    { kind: 'liveMap', path: `/manage/v1/rounds/${ROUND}/live.geojson` },
    { kind: 'counts', path: `/manage/v1/rounds/${ROUND}/form-statistics.json` },
  ];
}

/** Respondents, readers and a lead on one server with SQLite, at the rate at which a bare server is half busy. */
export async function measureMixedLoad({ folder, template, settings, say, report }) {
  const sample = await readSample(template);
  const dataDir = copyStore(template, join(folder, 'mixed'));
  await addSavedDrafts(dataDir, sample, RESPONDENTS + formsIn(settings));
  const load = startMixedLoad();
  try {
    const reference = await startReference(join(folder, 'mixed-reference.sqlite'));
    const bare = await halfBusy({ load, reference, dataDir, sample, settings, say });
    await reference.stop();
    const product = await startProduct(dataDir);
    try {
      const forms = formsIn(settings);
      const measured = await measure({
        load,
        products: [product],
        perSecond: bare.perSecond,
        settings,
        forms,
        say,
      });
      reportLoad(report, 'load-mixed', 'load-memory', measured, bare);
    } finally {
      await product.stop();
    }
  } finally {
    await load.stop();
  }
}

/**
 * The same on PostgreSQL, first with one server and then with two. Where processors are fewer than processes, twice the
 * throughput cannot be seen; what connections wait for can.
 */
export async function measureTwoInstances({ folder, template, settings, say, report }) {
  const sample = await readSample(template);
  const dataDir = copyStore(template, join(folder, 'two'));
  await addSavedDrafts(dataDir, sample, RESPONDENTS + formsIn(settings));
  const postgres = await startPostgres();
  const load = startMixedLoad();
  try {
    say('everything moves to PostgreSQL');
    moveTo(dataDir, postgres.url('atlas'));
    const commitsOneByOne = await oneByOne(postgres.url('bare'), 2000);
    const reference = await startReference(postgres.url('bare'));
    const bare = await halfBusy({ load, reference, dataDir, sample, settings, say });
    await reference.stop();
    const env = { DATABASE_URL: postgres.url('atlas') };
    const start = (name) => startProduct(join(folder, name), { env });
    const products = [await start('one')];
    try {
      const common = { load, say, url: postgres.url('atlas'), forms: formsIn(settings) };
      say('one server');
      const short = { ...settings, minutes: Math.min(1, settings.minutes) };
      // Bare rows need a tenth of the statements; where the product cannot take their rate, half of its own most is the load.
      const { perSecond } = bare;
      const one = await measure({ ...common, products, perSecond, isBounded: true, settings: short });
      products.push(await start('other'));
      say('two servers');
      const two = await measure({
        ...common,
        products,
        perSecond: one.rate,
        settings,
        goesOn: true,
        idle: one.idle,
      });
      reportLoad(report, 'load-two-instances', 'load-two-memory', two, bare, {
        commitsOneByOne,
        withOneP99: one.busy.times.all.p99,
        withOneCores: one.cores,
        withOneMost: one.most,
        withOneWaits: one.waits,
        waits: two.waits,
      });
    } finally {
      for (const product of products) await product.stop();
    }
  } finally {
    await load.stop();
    await postgres.stop();
  }
}

/** Links for forms that are sent, one a second, while it is warmed and measured once or twice. */
const formsIn = ({ minutes }) => Math.ceil(minutes * 120) + 400;

function moveTo(dataDir, url) {
  const main = join(import.meta.dirname, '../../server/dist/cli/main.js');
  const { status } = spawnSync(process.execPath, [main, 'migrate-to-postgres'], {
    stdio: ['ignore', 'ignore', process.stderr],
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url },
  });
  if (status !== 0) throw new Error('the store could not be moved to PostgreSQL');
}

/** The rate at which a bare server is half busy with the same mix, by its own event loop (`busy`, from 0 to 1). */
async function halfBusy({ load, reference, dataDir, sample, settings, say }) {
  await reference.select(databaseFileOf(dataDir), [COUNTS]);
  const kept = [];
  for (const bytes of [12_000, 30_000])
    kept.push(
      await reference.keep(
        { 'content-type': 'application/json', 'content-length': bytes },
        Buffer.alloc(bytes),
      ),
    );
  const ports = [reference.port];
  await load.ask({ begin: { kind: 'bare', kept, row: 'x'.repeat(sample.storedBytes) } });
  const atMost = Math.round(await atMostOf(load, ports, settings));
  const alone = await load.ask({ ports, perSecond: IDLE_PER_SECOND, ms: IDLE_MS });
  let perSecond = Math.round(atMost / 2);
  let busy = 0;
  let p99 = 0;
  // Single requests cost more than many at once, so half of the most is more than half busy: the rate is brought nearer.
  for (let step = 0; step < 3; step += 1) {
    // And no more than half of the most: beside a PostgreSQL the server itself is not what is busy.
    if (step > 0) perSecond = Math.min(Math.round(atMost / 2), Math.round((perSecond * 0.5) / busy));
    await reference.busy();
    const { times } = await load.ask({ ports, perSecond, ms: settings.sliceMs * 4 });
    busy = await reference.busy();
    p99 = times.all.p99;
  }
  say(
    `bare server: ${atMost} a second at most; at ${perSecond} busy ${Math.round(busy * 100)} % of the time`,
  );
  return { perSecond, busy, idleP50: alone.times.all.p50, p99 };
}

async function measure({
  load,
  products,
  perSecond,
  settings,
  forms,
  say,
  url,
  goesOn = false,
  isBounded = false,
  idle,
}) {
  const ports = products.map(({ port }) => port);
  if (!goesOn) {
    const [cookie, lead] = [await signIn(products[0].url), leadLooks()];
    await load.ask({
      begin: { kind: 'product', respondents: RESPONDENTS, forms, ...PAGE, reads: READS, lead, cookie },
    });
    // Warm: compiled, caches filled, as after the first hour.
    const warm = await load.ask({ ports, clients: 8, ms: 5000 });
    if (warm.wrong > 0) throw new Error(`answers were wrong before the load: ${warm.examples.join(' | ')}`);
  }
  const most = await atMostOf(load, ports, settings);
  const rate = Math.round(isBounded ? Math.min(perSecond, most / 2) : perSecond);
  say(`idle: ${IDLE_PER_SECOND} a second`);
  const alone = idle ?? (await load.ask({ ports, perSecond: IDLE_PER_SECOND, ms: IDLE_MS }));
  const ms = settings.minutes * 60_000;
  say(`at most ${Math.round(most)} a second; now ${rate} a second for ${settings.minutes} min`);
  const watch = url === undefined ? undefined : await watchWaits(url);
  const samples = [];
  const began = performance.now();
  const cpu = () => products.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
  const cpuBefore = cpu();
  const host = watchStolenTime();
  const sampler = setInterval(() => {
    host.look();
    const minute = (performance.now() - began) / 60_000;
    samples.push([minute, products.reduce((sum, { pid }) => sum + memoryOf(pid), 0)]);
  }, 1000);
  try {
    const busy = await load.ask({ ports, perSecond: rate, ms });
    if (busy.wrong > 0)
      throw new Error(`${busy.wrong} of ${busy.done} answers were wrong: ${busy.examples.join(' | ')}`);
    const cores = (cpu() - cpuBefore) / ((performance.now() - began) / 1000);
    for (const kind of KINDS)
      if (!busy.isOverrun && busy.times[kind] === undefined) throw new Error(`nobody asked for ${kind}`);
    if (busy.isOverrun) say(`the product did not keep up with ${rate} a second`);
    const waits = await watch?.stop();
    const memory = growthOf(samples);
    return { idle: alone, busy, cores, most, rate, waits, memory, host: host.result() };
  } finally {
    clearInterval(sampler);
    await watch?.end();
  }
}

/** How many requests of the mix are answered in a second when every answer is followed by the next question. */
async function atMostOf(load, ports, { sliceMs }) {
  const found = [];
  for (let round = 0; round < 4; round += 1) {
    const { perSecond } = await load.ask({ ports, clients: CLIENTS / ports.length, ms: sliceMs * 2 });
    if (round > 0) found.push(perSecond);
  }
  return median(found);
}

/** The slowest kind of request decides: its p99 under load beside its own middle when idle. */
function reportLoad(report, name, memoryName, measured, bare, more = {}) {
  const { idle, busy, cores, memory, most, host } = measured;
  // One that did not keep up may have ended before each had its turn.
  const kinds = KINDS.filter((kind) => busy.times[kind] !== undefined).map((kind) => ({
    kind,
    idleP50: idle.times[kind].p50,
    p99: busy.times[kind].p99,
    count: busy.times[kind].count,
    times: busy.times[kind].p99 / idle.times[kind].p50,
  }));
  const worst = kinds.reduce((most, each) => (each.times > most.times ? each : most));
  report(name, {
    value: worst.p99,
    reference: worst.idleP50,
    // One that did not keep up has missed it, whatever the times until then.
    ratio: busy.isOverrun ? Infinity : worst.times,
    slowest: worst.kind,
    perSecond: busy.perSecond,
    most,
    keptUp: !busy.isOverrun,
    barePerSecond: bare.perSecond,
    bareBusy: bare.busy,
    bareIdleP50: bare.idleP50,
    bareP99: bare.p99,
    cores,
    errors: busy.wrong,
    generatorLateMsP99: busy.lateP99,
    ...host,
    ...Object.fromEntries(
      kinds.flatMap(({ kind, idleP50, p99, count }) => [
        [`${kind}IdleP50`, idleP50],
        [`${kind}P99`, p99],
        [`${kind}Count`, count],
      ]),
    ),
    allIdleP50: idle.times.all.p50,
    allP99: busy.times.all.p99,
    ...more,
  });
  const { slope, ...held } = memory;
  report(memoryName, { value: slope, reference: FIGURES[memoryName].valueAtMost, ...held });
}
