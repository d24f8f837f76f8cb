import { createHmac, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, LessThan } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { SharedTime } from '../shared-time.js';
import { LimitKey } from './limit.entity.js';

const DAY = 10;

/** Makes of an address, a link or an account what limits may store of it: the same in every instance, for one day. */
@Injectable()
export class LimitKeys {
  private key = { day: '', value: '' };

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: SharedTime,
  ) {}

  /** The hash of this day. */
  async hash(who: string): Promise<string> {
    await this.refresh();
    return this.hashNow(who);
  }

  /** The same with the key that is at hand; '' while there is none. */
  hashNow(who: string): string {
    return this.key.value === '' ? '' : createHmac('sha256', this.key.value).update(who).digest('hex');
  }

  /** Has the key of this day at hand; makes it where no instance has yet, and deletes the ones before. */
  async refresh(): Promise<void> {
    const day = new Date(await this.time.now()).toISOString().slice(0, DAY);
    if (this.key.day === day) return;
    const value = (await this.find(day)) ?? (await this.make(day));
    this.key = { day, value };
  }

  private async find(day: string): Promise<string | undefined> {
    return (await this.reader.getRepository(LimitKey).findOneBy({ id: day }))?.value;
  }

  private make(day: string): Promise<string> {
    return this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const fresh = { id: day, value: randomBytes(32).toString('hex') };
      await manager.createQueryBuilder().insert().into(LimitKey).values(fresh).orIgnore().execute();
      // Only those before: a clock that lags behind must not take the key of the new day away.
      await manager.delete(LimitKey, { id: LessThan(day) });
      const { value } = await manager.findOneByOrFail(LimitKey, { id: day });
      return value;
    });
  }
}
