import { Injectable } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { networkOf } from '../request-limit.js';
import { SharedTime } from '../shared-time.js';
import { LimitKeys } from './limit-keys.js';
import { LimitCount } from './limit.entity.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Stands for all together. */
const EVERYBODY = '';

/** How often something may be done within an hour. */
export interface Hourly {
  /** What it is called in the rows; at most 20 letters. */
  readonly name: string;
  readonly perAddress: number;
  readonly inAll: number;
}

/** Ends the unit, so that what was refused does not count. */
class Refused extends Error {}

/**
 * How often something was done within the last hour, from one address and from all together, counted in the database: it
 * holds for all instances, and over a restart. Of an address only a hash of the day is stored ({@link LimitKeys}): at
 * midnight (UTC) each address begins anew, and all together go on.
 */
@Injectable()
export class HourlyCounts {
  constructor(
    private readonly keys: LimitKeys,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: SharedTime,
  ) {}

  /** Whether it may be done once more from this address; if so, it is counted. */
  async take({ name, perAddress, inAll }: Hourly, address: string): Promise<boolean> {
    const who = await this.keys.hash(networkOf(address));
    const now = await this.time.now();
    const slot = new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS).toISOString();
    const since = new Date(now - HOUR_MS).toISOString();
    // What lies further ahead was counted while a clock was wrong, and must keep nobody out until then.
    const until = new Date(now + HOUR_MS).toISOString();
    try {
      await this.unitOfWork.run(SYSTEM, async ({ manager }) => {
        // The row of all together comes first: of several instances one after the other goes on from here.
        for (const each of [EVERYBODY, who]) {
          const row = { limitName: name, who: each, slot };
          await manager
            .createQueryBuilder()
            .insert()
            .into(LimitCount)
            .values({ ...row, taken: 0 })
            .orIgnore()
            .execute();
          await manager.increment(LimitCount, row, 'taken', 1);
          const sum = await manager
            .createQueryBuilder(LimitCount, 'count')
            .select('SUM(count.taken)', 'taken')
            .where(
              'count.limitName = :name AND count.who = :each AND count.slot > :since AND count.slot < :until',
              {
                name,
                each,
                since,
                until,
              },
            )
            .getRawOne<{ taken: string | number }>();
          if (Number(sum?.taken) > (each === EVERYBODY ? inAll : perAddress)) throw new Refused();
        }
      });
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }
}
