import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Place } from './start-server.js';
import { UNHURRIED } from './unhurried.js';

/** The built product in a process of its own, as it runs at a user's. */
export interface BuiltServer {
  readonly url: string;
  /** Ends it as a power cut does: nothing gets a chance to finish. */
  kill(): Promise<void>;
  /** Ends it as an operator does; says how it went. */
  stop(): Promise<string>;
}

/** The built server: the sources run as they are have no threads. */
export const BUNDLE = new URL('../../server/dist/bundled/main.js', import.meta.url);
const MAIN = fileURLToPath(BUNDLE);

/** Starts `server/dist/bundled/main.js` at a place, on a free port, and waits until it says that it is ready. */
export async function startBuilt(place: Place): Promise<BuiltServer> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run "npm run build" first`);
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      // Crash tests work as fast as they can with few links and people.
      ...UNHURRIED,
      ...place.env,
      PORT: '0',
      HOST: '127.0.0.1',
      MODE: 'demo',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<string>((resolve) =>
    // Having cleaned up, Nest lets the signal take its course; a code above 0 would be a fault while stopping.
    child.once('exit', (code, signal) =>
      resolve(code === 0 || signal === 'SIGTERM' ? 'ended as asked' : `code ${code}, signal ${signal}`),
    ),
  );
  const end = (signal: NodeJS.Signals): Promise<string> => {
    child.kill(signal);
    return ended;
  };
  const url = await readyAddress(child, ended);
  return { url, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

function readyAddress(child: ChildProcess, ended: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: Buffer): void => {
      said += text.toString();
      const address = /ready at (http:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((how) => reject(new Error(`the server ended (${how}) before it was ready: ${said}`)));
  });
}
