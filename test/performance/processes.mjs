import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const START_LIMIT_MS = 60_000;

/** Children still running, so that a failed or interrupted benchmark leaves none behind. */
const running = new Set();
const forget = (child) => child.once('exit', () => running.delete(child));
const keepTrack = (child) => {
  running.add(child);
  forget(child);
  return child;
};

/** Ends whatever was started and is still there. */
export function stopAll() {
  for (const child of running) child.kill('SIGKILL');
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([once(child, 'exit'), wait(5000).then(() => child.kill('SIGKILL'))]);
}

/** Starts the built product on a data folder and waits until it answers as ready; `readyMs` = from spawn to that. */
export async function startProduct(dataDir, { nodeArguments = [], env = {} } = {}) {
  const started = performance.now();
  const child = keepTrack(
    spawn(process.execPath, [...nodeArguments, join(root, 'server/dist/bundled/main.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        HOST: '127.0.0.1',
        PORT: '0',
        MODE: 'demo',
        LOG_LEVEL: 'error',
        // Counted as always, and never refused.
        OPEN_REQUESTS_PER_MINUTE: '999999999',
        LINK_REQUESTS_PER_MINUTE: '999999999',
        ACCOUNT_REQUESTS_PER_MINUTE: '999999999',
        ...env,
      },
    }),
  );
  const url = await new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error('the product was not ready in time')), START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`the product stopped at its start (${code})`)));
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const ready = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(text);
      if (ready === null) return;
      clearTimeout(late);
      resolve(ready[1]);
    });
  });
  const answer = await fetch(`${url}/health/ready`);
  if (answer.status !== 200) throw new Error(`/health/ready answered ${answer.status}`);
  const readyMs = performance.now() - started;
  return { url, port: Number(new URL(url).port), pid: child.pid, readyMs, stop: () => stop(child) };
}

/** A child that answers each message with one message. */
function startHelper(file) {
  const child = keepTrack(
    fork(join(import.meta.dirname, file), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  const ask = async (message) => {
    const ended = new AbortController();
    const end = () => ended.abort(new Error(`${file} ended without an answer`));
    child.once('exit', end);
    try {
      child.send(message);
      const [answer] = await once(child, 'message', { signal: ended.signal });
      return answer;
    } finally {
      child.off('exit', end);
    }
  };
  return { child, ask };
}

/** A mail server that takes everything and counts it. */
export async function startMailSink() {
  const { child, ask } = startHelper('mail-sink.mjs');
  const [{ port }] = await once(child, 'message');
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** How many mails (and bytes) it has taken since it was asked to forget, and the ms between the first and the last. */
    taken: () => ask('taken'),
    forget: () => ask('forget'),
    stop: () => stop(child),
  };
}

/** The bare server that figures stand beside; `store` (a file, or the address of a PostgreSQL) only where rows are stored. */
export async function startReference(store) {
  const { child, ask } = startHelper('reference-server.mjs');
  const [{ port }] = await once(child, 'message');
  if (store !== undefined) await ask(store.startsWith('postgresql:') ? { url: store } : { file: store });
  return {
    port,
    pid: child.pid,
    /** Keeps an answer; gives the path under which it is sent. */
    keep: async (headers, body) =>
      `/kept/${(await ask({ keep: { headers, body: body.toString('base64') } })).kept}`,
    /** Opens a store, whose answers are then sent under `/stream`. */
    stream: (file, round) => ask({ stream: { file, round } }),
    /** Share of the time that it has worked since it was asked last, from 0 to 1. */
    busy: async () => (await ask('busy')).busy,
    /** Prepares statements whose rows `GET /rows` sends. */
    select: (file, statements) => ask({ select: { file, statements } }),
    stop: () => stop(child),
  };
}

/** The bare server that counts over forms stand beside, over a database that is filled already. */
export async function startStatisticsReference(databaseFile) {
  const { child, ask } = startHelper('statistics-reference.mjs');
  const { port } = await ask({ file: databaseFile });
  return { port, stop: () => stop(child) };
}

/** The process that makes load; `run(job)` gives requests per second, `time(job)` also how long the slowest take. */
export function startLoad() {
  const { child, ask } = startHelper('load-worker.mjs');
  const time = async (job) => {
    const { error, ...measured } = await ask({ from: 0, ...job });
    if (error !== undefined) throw new Error(error);
    return measured;
  };
  return {
    run: async (job) => (await time(job)).perSecond,
    time,
    stop: () => stop(child),
  };
}

/** The process that makes mixed load; `ask(job)` gives what it saw. */
export function startMixedLoad() {
  const { child, ask } = startHelper('mixed-load-worker.mjs');
  return {
    ask: async (job) => {
      const { error, ...seen } = await ask(job);
      if (error !== undefined) throw new Error(error);
      return seen;
    },
    stop: () => stop(child),
  };
}

/** Milliseconds from starting a Node program that does nothing to its end. */
export async function timeEmptyNode() {
  const started = performance.now();
  await once(keepTrack(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })), 'exit');
  return performance.now() - started;
}

/** Memory that a process holds, in MiB; undefined where the system does not tell (outside Linux). */
export function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  const held = existsSync(file) ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8')) : null;
  return held === null ? undefined : Number(held[1]) / 1024;
}

/** Linux counts a process's time on processors in hundredths of a second. */
export const TICKS = 100;

/** Seconds that a process has spent on processors so far; 0 outside Linux. */
export function cpuSecondsOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const [, , , , , , , , , , , user, system] = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(user) + Number(system)) / TICKS;
}
