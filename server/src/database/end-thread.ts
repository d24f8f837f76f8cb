import { setTimeout as rest } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** Nobody waits longer for a thread beside the writer, in milliseconds. */
const LONGEST_WAIT_MS = 1000;

/** When it has come, or is too late. */
export async function soon(awaited: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  await Promise.race([awaited, rest(LONGEST_WAIT_MS, null, { signal: late.signal })]);
  late.abort();
}

/** Tells a thread to end, and waits for it: the last connection that is closed takes SQLite's log away. */
export async function endThread(thread: Worker): Promise<void> {
  // Not `once` of node:events, which would throw what a thread that cannot begin says.
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  thread.postMessage('end');
  await soon(ended);
  // One that never answers must not keep the process.
  thread.unref();
}
