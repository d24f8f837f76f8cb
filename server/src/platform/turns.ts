import { setImmediate } from 'node:timers/promises';

import { DomainError } from './domain-error.js';

/**
 * Work that keeps the processor busy and that anybody may ask for takes turns: so much at once, some waits, and who comes
 * beyond that is told to come again, so that made-up questions cannot fill the memory or keep everybody else waiting.
 */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param atOnce how much is worked at at the same time
   * @param mostWaiting how much may wait for its turn
   */
  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws DomainError BUSY when too much waits already; and what the work throws */
  async take<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.wait();
    try {
      // Whatever came in meanwhile is answered first.
      await setImmediate();
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place goes to who has waited longest, before anybody new can take it.
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting)
      throw new DomainError(
        'BUSY',
        'Too many are asking for this at the same moment.',
        '',
        'Ask again in a few seconds.',
      );
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
