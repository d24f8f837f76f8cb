import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that a system hands out by itself to whoever connects or asks for any. */
const FROM = 20_000;
const TO = 32_000;
const TRIES = 50;

/**
 * A port of this machine that nobody uses, for a process that must be told its port beforehand. One that the system
 * chose could be handed out again, to any connection of another test, before the process takes it.
 * @throws Error when none is found.
 */
export async function freePort(): Promise<number> {
  for (let at = 0; at < TRIES; at += 1) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${FROM} to ${TO} in ${TRIES} tries`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
