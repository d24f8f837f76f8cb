import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

import { SYSTEM, type UnitOfWork } from '../../database/unit-of-work.js';
import type { SharedTime } from '../shared-time.js';
import type { LimitKeys } from './limit-keys.js';
import { type MinuteCounts, WINDOW_S } from './minute-counts.js';

/** How long after a request the instances tell each other, in milliseconds; nothing happens while nobody asks. */
const EXCHANGE_MS = 200;
/** Rows of one statement: PostgreSQL takes 65,535 values. */
const BATCH = 1000;
const WINDOW_MS = WINDOW_S * 1000;

interface Tools {
  readonly unitOfWork: UnitOfWork;
  readonly reader: DataSource;
  readonly keys: LimitKeys;
  readonly time: SharedTime;
  readonly logger: Logger;
}

/**
 * Lets the counts of a minute hold for all instances on one PostgreSQL. No request waits for it: while requests come, each
 * instance adds what it counted to rows that all share, a few times a second, and reads who has asked for half of a limit or
 * more. So a limit may be passed by what comes within that moment, and by a twentieth of it for each further instance.
 */
export class SharedCounts {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private ended = false;
  private failed = false;

  /** @param limits by name */
  constructor(
    private readonly limits: ReadonlyMap<string, MinuteCounts>,
    private readonly tools: Tools,
  ) {
    for (const counts of limits.values()) {
      counts.hash = (who) => tools.keys.hashNow(who);
      counts.onTake = () => this.arm();
    }
  }

  /** Waits for an exchange that is under way; there is none afterwards. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private arm(): void {
    if (this.timer !== undefined || this.ended) return;
    this.timer = setTimeout(() => {
      this.running = this.exchange()
        .then(
          () => (this.failed = false),
          (error: unknown) => {
            // Each instance goes on by itself; a database that is away is said once.
            if (!this.failed) this.tools.logger.warn({ err: error }, 'limits could not be shared');
            this.failed = true;
          },
        )
        .then(() => (this.timer = undefined))
        .then(() => undefined);
    }, EXCHANGE_MS);
    this.timer.unref();
  }

  private async exchange(): Promise<void> {
    await this.tools.keys.refresh();
    const now = await this.tools.time.now();
    const start = Math.floor(now / WINDOW_MS) * WINDOW_MS;
    const slot = new Date(start).toISOString();
    await this.tell(start, slot);
    await this.listen(start, slot);
  }

  private async tell(start: number, slot: string): Promise<void> {
    const rows = [...this.limits].flatMap(([name, counts]) =>
      counts.untold(start).map((untold) => ({ name, ...untold })),
    );
    // In one order, so that no two instances wait for each other's rows.
    rows.sort((one, other) => (one.name + one.who < other.name + other.who ? -1 : 1));
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      const places = batch.map((_, each) => `($${each * 3 + 2}, $${each * 3 + 3}, $1, $${each * 3 + 4})`);
      await this.tools.unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.query(
          `INSERT INTO limit_count (limit_name, who, slot, taken) VALUES ${places.join(', ')}
           ON CONFLICT (limit_name, who, slot) DO UPDATE SET taken = limit_count.taken + excluded.taken`,
          [slot, ...batch.flatMap(({ name, who, count }) => [name, who, count])],
        ),
      );
      for (const { done } of batch) done();
    }
  }

  private async listen(start: number, slot: string): Promise<void> {
    const wanted = [...this.limits].map(
      (_, at) => `limit_name = $${at * 2 + 2} AND taken * 2 >= $${at * 2 + 3}`,
    );
    const rows: { limit_name: string; who: string; taken: number }[] = await this.tools.reader.query(
      `SELECT limit_name, who, taken FROM limit_count WHERE slot = $1 AND (${wanted.join(' OR ')})`,
      [slot, ...[...this.limits].flatMap(([name, { most }]) => [name, most])],
    );
    for (const [name, counts] of this.limits) {
      const own = rows.filter(({ limit_name }) => limit_name === name);
      counts.listen(start, new Map(own.map(({ who, taken }) => [who, taken])));
    }
  }
}
