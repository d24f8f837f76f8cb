import { setTimeout as rest } from 'node:timers/promises';

/** When it has come, or is too late. */
export async function soon(awaited: Promise<unknown>, longestMs: number): Promise<void> {
  const late = new AbortController();
  await Promise.race([awaited, rest(longestMs, null, { signal: late.signal })]);
  late.abort();
}
