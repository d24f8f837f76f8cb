import { randomBytes } from 'node:crypto';

import type { Clock } from './clock.js';
import { sha256 } from './ids.js';

const HOUR_MS = 3_600_000;
const DAY = 10;

/**
 * How often something was done in the last hour, from one address and from all together. Lives in memory: neither an
 * address nor anything made from one is stored. What is remembered is a hash with a salt that is thrown away every day.
 */
export class HourlyLimit {
  private done: { readonly who: string; readonly at: number }[] = [];
  private salt = { day: '', value: '' };

  constructor(
    private readonly clock: Clock,
    private readonly perAddress: number,
    private readonly inAll: number,
  ) {}

  /** Whether it may be done once more from this address; if so, it is counted. */
  take(address: string): boolean {
    const now = this.clock.now();
    const at = Date.parse(now);
    if (this.salt.day !== now.slice(0, DAY)) {
      this.salt = { day: now.slice(0, DAY), value: randomBytes(16).toString('hex') };
      // Their hashes cannot be compared with new ones any more; together they still count.
      this.done = this.done.map(({ at: before }) => ({ who: '', at: before }));
    }
    this.done = this.done.filter((each) => each.at > at - HOUR_MS);
    const who = sha256(`${this.salt.value} ${address}`);
    const own = this.done.filter((each) => each.who === who).length;
    if (own >= this.perAddress || this.done.length >= this.inAll) return false;
    this.done.push({ who, at });
    return true;
  }
}
