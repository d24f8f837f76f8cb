import { setTimeout as pause } from 'node:timers/promises';

import { type DataSource, MoreThan, QueryFailedError, type QueryRunner } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { isConnectionLost } from '../platform/database-gone.js';
import { DomainError } from '../platform/domain-error.js';
import { ChangeCounter } from './change-counter.entity.js';
import { ChangeNoteRow } from './change-note.entity.js';
import { lockHead, storeEvents } from './store-events.js';
import { changesBetween, REMEMBERED, type TopicChanges, type TopicMark } from './topic-changes.js';
import { openUnit, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

const SLOTS = 16;
/** Every so many changes of a slot, what is too old to be asked for is forgotten. */
const SWEEP = 256;

/** What PostgreSQL says of a transaction that it ended for the sake of others; begun again, it mostly succeeds. */
const ENDED_FOR_OTHERS: readonly unknown[] = ['40001', '40P01'];
const ATTEMPTS = 3;
const PAUSE_MS = 100;

/**
 * PostgreSQL isolates concurrent transactions itself: a unit is one transaction on a connection of the pool. One that it
 * ended because two waited for each other is tried again.
 */
export class PostgresUnitOfWork extends UnitOfWork {
  constructor(
    private readonly writer: DataSource,
    private readonly clock: Clock,
    private readonly afterClose: () => void | Promise<void> = () => undefined,
  ) {
    super();
  }

  async run<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (!wasEndedForOthers(error)) throw error;
        if (attempt === ATTEMPTS) throw tooManyAtOnce(error);
        // The other one is only now being woken: whoever begins again at once takes the same rows from it.
        await pause(PAUSE_MS * attempt * (1 + Math.random()));
      }
  }

  private async attempt<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    const runner = this.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const unit = openUnit(runner, actor, this.clock.now());
      try {
        const value = await work(unit);
        unit.end();
        // In one order, so that no two units wait for each other's counters.
        const touched = [...unit.touched].sort(([one], [other]) => (one < other ? -1 : 1));
        for (const [topic, parts] of touched) await noteChange(runner, topic, parts);
        // Last of all: from here to the end of its commit no other unit of any instance can add to the audit chain.
        if (unit.events.length > 0) {
          const manager = this.writer.createEntityManager(runner);
          await storeEvents(manager, await lockHead(manager), unit.events);
        }
        await runner.commitTransaction().catch((error: unknown) => {
          throw isConnectionLost(error) ? outcomeUnknown(error) : error;
        });
        return value;
      } catch (error) {
        unit.end();
        // On a connection that is gone there is nothing to roll back; what is told is why the unit failed.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  override async changes(
    topic: string,
    since: TopicMark | undefined,
    manager = this.writer.manager,
  ): Promise<TopicChanges> {
    const counters = await manager.findBy(ChangeCounter, { topic });
    const mark = new Map(counters.map(({ slot, value }) => [slot, value]));
    const moved = counters.filter(({ slot, value }) => value !== (since?.get(slot) ?? 0));
    if (since === undefined || moved.length === 0) return changesBetween(since, mark, []);
    const notes = await manager.findBy(
      ChangeNoteRow,
      moved.map(({ slot }) => ({ topic, slot, value: MoreThan(since.get(slot) ?? 0) })),
    );
    return changesBetween(since, mark, notes);
  }

  /** Holds all counters of the topic: whoever notes a change has to raise one of them. */
  override async hold(topic: string, { manager }: Unit): Promise<void> {
    await manager.query(
      `INSERT INTO change_counter (topic, slot, value) SELECT $1, each::text, 0 FROM generate_series(0, ${SLOTS - 1}) AS each
       ON CONFLICT (topic, slot) DO NOTHING`,
      [topic],
    );
    await manager.query(`SELECT slot FROM change_counter WHERE topic = $1 ORDER BY slot FOR UPDATE`, [topic]);
  }

  async version(topic: string): Promise<number> {
    const rows = await this.writer.getRepository(ChangeCounter).findBy({ topic });
    return rows.reduce((sum, { value }) => sum + value, 0);
  }

  async close(): Promise<void> {
    if (this.writer.isInitialized) await this.writer.destroy();
    await this.afterClose();
  }
}

/**
 * Counts a change of a topic and notes what it was about. The row of the counter stays locked until the unit is
 * committed: so within a slot numbers become visible in their order and without a gap, each with its notes.
 */
async function noteChange(runner: QueryRunner, topic: string, parts: ReadonlySet<string>): Promise<void> {
  const slot = String(Math.floor(Math.random() * SLOTS));
  const [{ value }] = (await runner.query(
    `INSERT INTO change_counter (topic, slot, value) VALUES ($1, $2, 1)
     ON CONFLICT (topic, slot) DO UPDATE SET value = change_counter.value + 1 RETURNING value`,
    [topic, slot],
  )) as [{ value: number }];
  const named = [...parts];
  await runner.query(
    `INSERT INTO change_note (topic, slot, value, what) VALUES ${named
      .map((_, at) => `($1, $2, $3, $${at + 4})`)
      .join(', ')}`,
    [topic, slot, value, ...named],
  );
  if (value % SWEEP === 0)
    await runner.query(`DELETE FROM change_note WHERE topic = $1 AND slot = $2 AND value <= $3`, [
      topic,
      slot,
      value - REMEMBERED,
    ]);
}

const wasEndedForOthers = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  'code' in error.driverError &&
  ENDED_FOR_OTHERS.includes(error.driverError.code);

const tooManyAtOnce = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError(
      'CONFLICT',
      'Nothing was stored: others changed the same things at the same moment.',
      '',
      'Look at what they did, and try again.',
    ),
    { cause },
  );

/** The connection broke while the commit was under way: the database may have stored it before, and could not say so. */
const outcomeUnknown = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError(
      'OUTCOME_UNKNOWN',
      'The store went away in that moment: it may have been stored, or not.',
      '',
      'Look whether it is there before you send it again. A form that is sent again from the same page is stored once.',
    ),
    { cause },
  );
