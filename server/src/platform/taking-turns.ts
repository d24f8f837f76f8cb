import { setImmediate as breathe } from 'node:timers/promises';

/** After so long everything else has a turn. */
const LONGEST_TURN_MS = 1;

/**
 * Does a work in its steps, with a turn of everything else whenever a millisecond has gone. SQLite answers at once, so a request
 * that works something out would otherwise keep all others waiting until it is done.
 * @returns what the work returns
 */
export async function takingTurns<Value>(steps: Generator<undefined, Value>): Promise<Value> {
  await breathe();
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < LONGEST_TURN_MS) continue;
    await breathe();
    began = performance.now();
  }
}
