import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort } from './free-port.js';
import { UNHURRIED } from './unhurried.js';

const root = join(import.meta.dirname, '../..');
const PROGRAM = join(root, 'server/dist/bundled/main.js');
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 10_000;

/** The built product as a process of its own, in demo mode, with its own folder and port. */
export interface BuiltProduct {
  readonly url: string;
  /** Ends it without a warning, as a power cut does; what it stored stays. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/**
 * Starts the built product, with further settings if need be, and waits until it answers as ready.
 * @throws Error when it has not been built, ends at its start, or is not ready in time.
 */
export async function startBuiltProduct(
  settings: Readonly<Record<string, string>> = {},
): Promise<BuiltProduct> {
  if (!existsSync(PROGRAM)) {
    throw new Error(
      'server/dist/bundled/main.js is missing: the journeys use the built product. Run: npm run build',
    );
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-journeys-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = await launch(dataDir, port, settings);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    // Ended in every case: what it writes last must not come into a folder that is being removed.
    await ended;
    clearTimeout(patience);
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    async restart() {
      child = await launch(dataDir, port, settings);
    },
    async remove() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      ...UNHURRIED,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      MODE: 'demo',
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-4000);
  });
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null)
      throw new Error(`the product ended at its start (${child.exitCode}): ${said}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the product was not ready after ${START_LIMIT_MS / 1000} s: ${said}`);
    }
    await wait(100);
  }
  return child;
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
