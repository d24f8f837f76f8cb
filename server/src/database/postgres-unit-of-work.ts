import type { DataSource } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { ChangeCounter } from './change-counter.entity.js';
import { lockHead, storeEvents } from './store-events.js';
import { openUnit, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

const SLOTS = 16;

/** PostgreSQL isolates concurrent transactions itself: a unit is one transaction on a connection of the pool. */
export class PostgresUnitOfWork extends UnitOfWork {
  constructor(
    private readonly writer: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    const runner = this.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const unit = openUnit(runner, actor, this.clock.now());
      try {
        const value = await work(unit);
        unit.end();
        for (const topic of unit.touched) {
          const slot = String(Math.floor(Math.random() * SLOTS));
          await runner.query(
            `INSERT INTO change_counter (topic, slot, value) VALUES ($1, $2, 1)
             ON CONFLICT (topic, slot) DO UPDATE SET value = change_counter.value + 1`,
            [topic, slot],
          );
        }
        // Last of all: from here to the end of its commit no other unit of any instance can add to the audit chain.
        if (unit.events.length > 0) {
          const manager = this.writer.createEntityManager(runner);
          await storeEvents(manager, await lockHead(manager), unit.events);
        }
        await runner.commitTransaction();
        return value;
      } catch (error) {
        unit.end();
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  async version(topic: string): Promise<number> {
    const rows = await this.writer.getRepository(ChangeCounter).findBy({ topic });
    return rows.reduce((sum, { value }) => sum + value, 0);
  }

  async close(): Promise<void> {
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}
