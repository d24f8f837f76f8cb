/** For so long after somebody looked at a round it is kept ready: an open page looks again every twenty seconds. */
const FOLLOWED_MS = 60_000;
/** How often it is looked whether a round has changed. */
const LOOK_MS = 200;
/** For each millisecond that a round took it rests so many: a large one under many replies is not worked out without end. */
const RESTS = 9;
/** No rest is longer, in milliseconds: a small round can have waited for a large one in the same thread. */
const LONGEST_REST_MS = 30_000;

/** What may be otherwise than above. */
export interface AheadLimits {
  readonly followedMs?: number;
  readonly lookMs?: number;
}

interface Work {
  /** How often a round has changed. */
  readonly versionOf: (roundId: string) => Promise<number>;
  /** Makes a round ready to be looked at; what it throws ends the following, and the next who looks is told. */
  readonly prepare: (roundId: string, fromReplica: boolean) => Promise<void>;
}

interface Followed {
  until: number;
  notBefore: number;
  isBusy: boolean;
  /** At which version it is ready; undefined = not known. */
  ready: number | undefined;
  fromReplica: boolean;
}

/**
 * Has rounds that somebody looked at lately worked out again as soon as they change, so that the next look finds most of its work done. What is shown
 * does not hang on it: a look that comes first waits for what is under way, or works it out itself.
 */
export class RoundsAhead {
  private readonly followed = new Map<string, Followed>();
  // Begun here and not by a look, whose request would live on in what comes after it.
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly work: Work,
    private readonly limits: AheadLimits = {},
  ) {
    this.timer = setInterval(() => this.lookAtAll(), limits.lookMs ?? LOOK_MS);
    this.timer.unref();
  }

  /**
   * Somebody has looked at a round.
   * @param version at which they saw it; undefined = not known
   * @param fromReplica whether it may be read from a replica for them
   */
  looked(roundId: string, version: number | undefined, fromReplica: boolean): void {
    const until = performance.now() + (this.limits.followedMs ?? FOLLOWED_MS);
    const known = this.followed.get(roundId);
    if (known === undefined)
      this.followed.set(roundId, { until, notBefore: 0, isBusy: false, ready: version, fromReplica });
    else Object.assign(known, { until, fromReplica, ready: version ?? known.ready });
  }

  stop(): void {
    clearInterval(this.timer);
    this.followed.clear();
  }

  private lookAtAll(): void {
    const now = performance.now();
    for (const [roundId, one] of this.followed) {
      if (one.isBusy || now < one.notBefore) continue;
      if (now > one.until) this.followed.delete(roundId);
      else void this.bringOn(roundId, one);
    }
  }

  private async bringOn(roundId: string, one: Followed): Promise<void> {
    one.isBusy = true;
    const began = performance.now();
    try {
      const version = await this.work.versionOf(roundId);
      if (version === one.ready) return;
      await this.work.prepare(roundId, one.fromReplica);
      one.ready = version;
    } catch {
      if (this.followed.get(roundId) === one) this.followed.delete(roundId);
    } finally {
      const ended = performance.now();
      one.notBefore = ended + Math.min((ended - began) * RESTS, LONGEST_REST_MS);
      one.isBusy = false;
    }
  }
}
