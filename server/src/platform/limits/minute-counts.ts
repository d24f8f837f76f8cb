/** How long requests are counted together, in seconds. */
export const WINDOW_S = 60;
const WINDOW_MS = WINDOW_S * 1000;
/** Counted apart at once; beyond, newcomers share one count, so that nobody can fill the memory. */
const MOST = 50_000;
/** What an instance counts before it tells the others: this part of the limit. */
const PART = 20;

/** What is left after a request. */
export interface Taken {
  readonly admitted: boolean;
  readonly left: number;
  /** Seconds until it begins anew. */
  readonly seconds: number;
}

/** What an instance has counted and the others do not know yet. */
export interface Untold {
  readonly who: string;
  readonly count: number;
}

interface Count {
  requests: number;
  /** How many of them the others know. */
  told: number;
  /** How many the others have told. */
  others: number;
  /** The hash under which the others know it; '' = not made yet. */
  who: string;
}

/**
 * How often each address, link or account asked within the running minute of the clock. Lives in memory and forgets
 * everybody with the minute. What other instances counted is brought by `SharedCounts`, which asks here for what it may
 * tell them: only who has asked for a twentieth of the limit is told of at all.
 */
export class MinuteCounts {
  private counts = new Map<string, Count>();
  /** By hash: what all instances together have told of. */
  private together: ReadonlyMap<string, number> = new Map();
  private minute = 0;
  /** Asked after each request that was counted. */
  onTake: () => void = () => undefined;
  hash: (who: string) => string = () => '';

  /** @param most requests a minute */
  constructor(readonly most: number) {}

  /** Counts a request at a moment (milliseconds since 1970). */
  take(key: string, now: number): Taken {
    this.turn(now);
    const count = this.countOf(key);
    count.requests += 1;
    this.onTake();
    return this.told(count, now);
  }

  /** Whether one more would be refused; counts nothing. */
  isExhausted(key: string, now: number): boolean {
    this.turn(now);
    const count = this.counts.get(key) ?? { requests: 0, told: 0, others: 0, who: '' };
    this.hear(key, count);
    return count.requests + count.others >= this.most;
  }

  /** What the others should know by now, for the minute that began then. */
  untold(minuteStart: number): readonly (Untold & { done: () => void })[] {
    if (this.minute * WINDOW_MS !== minuteStart) return [];
    const part = Math.max(1, Math.floor(this.most / PART));
    return [...this.counts].flatMap(([key, count]) => {
      const more = count.requests - count.told;
      // Once everybody knows that there is nothing left, the rest changes nothing.
      if (more < part || count.told + count.others > this.most) return [];
      count.who ||= this.hash(key);
      const done = (): void => void (count.told += more);
      return count.who === '' ? [] : [{ who: count.who, count: more, done }];
    });
  }

  /** Takes what all instances together have counted in the minute that began then. */
  listen(minuteStart: number, together: ReadonlyMap<string, number>): void {
    if (minuteStart > this.minute * WINDOW_MS) this.turn(minuteStart);
    if (minuteStart === this.minute * WINDOW_MS) this.together = together;
  }

  private told(count: Count, now: number): Taken {
    const all = count.requests + count.others;
    return {
      admitted: all <= this.most,
      left: Math.max(0, this.most - all),
      seconds: Math.max(1, Math.ceil(((this.minute + 1) * WINDOW_MS - now) / 1000)),
    };
  }

  private countOf(key: string): Count {
    const mine = this.counts.has(key) || this.counts.size < MOST ? key : '';
    const known = this.counts.get(mine);
    const count = known ?? { requests: 0, told: 0, others: 0, who: '' };
    if (known === undefined) this.counts.set(mine, count);
    this.hear(mine, count);
    return count;
  }

  /** A hash is made only where others have told of anybody who asks much. */
  private hear(key: string, count: Count): void {
    if (this.together.size === 0) return;
    count.who ||= this.hash(key);
    const all = this.together.get(count.who);
    if (all !== undefined) count.others = Math.max(count.others, all - count.told);
  }

  /** Forgets everybody when a minute is over. */
  private turn(now: number): void {
    const minute = Math.floor(now / WINDOW_MS);
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts = new Map();
    this.together = new Map();
  }
}
