import { setTimeout as pause } from 'node:timers/promises';

import { type DataSource, MoreThan, QueryFailedError, type QueryRunner } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { isConnectionLost } from '../platform/database-gone.js';
import { DomainError } from '../platform/domain-error.js';
import { ChangeCounter } from './change-counter.entity.js';
import { ChangeNoteRow } from './change-note.entity.js';
import { chainStatement, fitOneStatement, hashesAlike } from './chain-statement.js';
import type { WatchedClient } from './from-database.js';
import { wasRefusedBeforeCommit, type Statement } from './one-flight.js';
import { lockHead, storeEvents } from './store-events.js';
import { changesBetween, REMEMBERED, type TopicChanges, type TopicMark } from './topic-changes.js';
import { openUnit, type OpenUnit, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

const SLOTS = 16;
/** With one change of so many, what is too old to be asked for is forgotten in its slot. */
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
  /** Whether this database computes the hash of an event as we do; undefined = nobody has looked yet. */
  private chainsItself: boolean | undefined;

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
      // On the connection that is there: one more of them may not be had while all wait.
      this.chainsItself ??= await hashesAlike(runner);
      await runner.startTransaction();
      const unit = openUnit(runner, actor, this.clock.now());
      try {
        const value = await work(unit);
        unit.end();
        await this.commit(runner, unit);
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

  /**
   * Notes what changed, adds to the audit chain and commits. All of it goes to the database in one piece: counters in one
   * order, so that no two units wait for each other's, then the head of the chain, which from there to the end of the
   * commit no other unit of any instance can have. In that time the database waits for nobody, neither for the network nor
   * for an instance that is busy, or gone.
   */
  private async commit(runner: QueryRunner, { touched, events }: OpenUnit): Promise<void> {
    const topics = [...touched].sort(([one], [other]) => (one < other ? -1 : 1));
    const last: Statement[] = topics.flatMap(([topic, parts]) => noteChange(topic, [...parts]));
    if (events.length > 0)
      if (fitOneStatement(events) && this.chainsItself === true) last.push(chainStatement(events));
      else {
        for (const { text, values } of last.splice(0)) await runner.query(text, [...values]);
        const manager = this.writer.createEntityManager(runner);
        await storeEvents(manager, await lockHead(manager), events);
      }
    const client = (await runner.connect()) as WatchedClient;
    client.sendWithCommit(last);
    await runner.commitTransaction().catch((error: unknown) => {
      throw isConnectionLost(error) && !wasRefusedBeforeCommit(error) ? outcomeUnknown(error) : error;
    });
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
function noteChange(topic: string, parts: readonly string[]): Statement[] {
  const slot = String(Math.floor(Math.random() * SLOTS));
  // One list: of as many SELECTs as an act can have parts the database would run out of stack.
  const rows = parts.map((_, at) => `(CAST($${at + 3} AS text))`).join(', ');
  const note = {
    text: `WITH counted AS (
      INSERT INTO change_counter (topic, slot, value) VALUES ($1, $2, 1)
      ON CONFLICT (topic, slot) DO UPDATE SET value = change_counter.value + 1 RETURNING topic, slot, value)
    INSERT INTO change_note (topic, slot, value, what)
    SELECT counted.topic, counted.slot, counted.value, noted.what FROM counted, (VALUES ${rows}) AS noted (what)`,
    values: [topic, slot, ...parts],
  };
  // Of every so many changes one tidies up, whichever it is: its number is known only to the database.
  if (Math.random() * SWEEP >= 1) return [note];
  const forget = {
    text: `DELETE FROM change_note WHERE topic = $1 AND slot = $2 AND value <=
      (SELECT value FROM change_counter WHERE topic = $1 AND slot = $2) - ${REMEMBERED}`,
    values: [topic, slot],
  };
  return [note, forget];
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
