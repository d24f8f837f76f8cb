import { describe, expect, it } from 'vitest';

import { takingTurns } from './taking-turns.js';

/** Keeps the processor busy for so many milliseconds in each step. */
function* busy(steps: number, milliseconds: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

describe('takingTurns', () => {
  it('gives everything else a turn between steps that take long, and the answer at the end', async () => {
    let turns = 0;
    let goesOn = true;
    const count = (): void => {
      turns += 1;
      if (goesOn) setImmediate(count);
    };
    setImmediate(count);
    const answer = await takingTurns(busy(10, 2));
    goesOn = false;
    expect(answer).toBe('done');
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  it('hands on what a step throws', async () => {
    function* failing(): Generator<undefined, never> {
      yield;
      throw new Error('no such form');
    }
    await expect(takingTurns(failing())).rejects.toThrow('no such form');
  });
});
