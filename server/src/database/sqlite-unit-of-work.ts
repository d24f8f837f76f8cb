import { setImmediate as nextTurn } from 'node:timers/promises';

import type { DataSource, QueryRunner } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import type { ChainHead, PendingEvent } from '../platform/audit/audit-chain.js';
import type { Checkpointer } from './checkpointer.js';
import { applyChange, type RowChange } from './row-change.js';
import { updateStatement } from './row-statements.js';
import type { Failure, Saved } from './save-order.js';
import type { Saver } from './saver.js';
import { readHead, storeEvents } from './store-events.js';
import type { TopicChanges, TopicMark } from './topic-changes.js';
import { TopicNotes } from './topic-notes.js';
import { openUnit, type OpenUnit, pendingEvent, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

/** At most this many units share one commit: bounds how long an acknowledgement waits for its neighbours. */
const GROUP_SIZE = 64;

/**
 * Turns of everything else before a group is committed. A server at rest has them done in no time; a busy one then has fewer and
 * larger commits, each of which keeps everybody waiting for the disk.
 */
const TURNS = 4;
/** The saver keeps nobody waiting: what comes during its commit shares the next one. */
const TURNS_OF_SAVER = 1;

/** What goes with the writer. */
interface Beside {
  /** Called when it is closed. */
  readonly release?: () => void | Promise<void>;
  /** undefined = the writer copies its log for itself. */
  readonly checkpointer?: Checkpointer | undefined;
  /** undefined = the writer saves all for itself. */
  readonly saver?: Saver | undefined;
}

interface Job<Value> {
  readonly actor: UnitActor;
  readonly work: (unit: Unit) => Promise<Value>;
  /** Where it is all that `work` does, and may be done by the saver. */
  readonly change?: RowChange;
}

interface Waiting extends Job<unknown> {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** One that the saver may do. */
type Changing = Waiting & { readonly change: RowChange };

/** Settles one caller; held back until the group's commit has reached the disk. */
type Settlement = () => void;

/** What the units of a group leave to be done with its commit. */
interface Group {
  readonly touched: Map<string, Set<string>>;
  /** Of the units that were not rolled back, in their order. */
  readonly events: PendingEvent[];
}

/**
 * SQLite has one writing connection, on which an insert of another request would join an open transaction and die
 * with its rollback. So units stand in a first-in-first-out queue; those waiting share one commit (`synchronous`
 * is FULL), each in its own savepoint, and are acknowledged only after that commit. The audit events of a group are
 * chained and stored together just before it. Where many people type, the pages that they save are committed by a thread
 * (`saver.ts`) while this one answers others; it is the writer then, and nothing else is written until it has answered.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly queue: Waiting[] = [];
  private readonly topics = new TopicNotes();
  override commits = 0;
  override visibleCommits = 0;
  /** Where the audit chain ends on disk; undefined = to be read. Nobody but this process adds to it. */
  private head: ChainHead | undefined;
  private draining: Promise<void> | undefined;
  private closed = false;

  constructor(
    private writer: DataSource,
    private readonly reopen: () => Promise<DataSource>,
    private readonly clock: Clock,
    private readonly beside: Beside = {},
  ) {
    super();
  }

  run<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    return this.enqueue({ actor, work });
  }

  override changeRow(actor: UnitActor, change: RowChange): Promise<boolean> {
    this.beside.saver?.count();
    return this.enqueue({ actor, change, work: (unit) => applyChange(unit, change) });
  }

  private enqueue<Value>(job: Job<Value>): Promise<Value> {
    if (this.closed) return Promise.reject(stopping());
    return new Promise<Value>((resolve, reject) => {
      this.queue.push({ ...job, resolve: resolve as (value: unknown) => void, reject });
      this.draining ??= this.drain();
    });
  }

  version(topic: string): Promise<number> {
    return Promise.resolve(this.topics.version(topic));
  }

  override changes(topic: string, since: TopicMark | undefined): Promise<TopicChanges> {
    return Promise.resolve(this.topics.changes(topic, since));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
    await this.beside.saver?.close();
    await this.beside.checkpointer?.close();
    if (this.writer.isInitialized) await this.writer.destroy();
    await this.beside.release?.();
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      // Requests whose bytes have arrived get their turns first, so that they share the coming commit.
      const turns = this.saverOfNext() === undefined ? TURNS : TURNS_OF_SAVER;
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      try {
        await this.beside.checkpointer?.finish();
        await this.commitNext();
      } catch (error) {
        await this.replaceConnection(error);
      }
    }
    this.draining = undefined;
  }

  /** Who may save what stands first in the queue; undefined = the writer. */
  private saverOfNext(): Saver | undefined {
    const { saver } = this.beside;
    return this.queue[0]?.change !== undefined && saver?.mayTake() === true ? saver : undefined;
  }

  private async commitNext(): Promise<void> {
    const saver = this.saverOfNext();
    if (saver === undefined) await this.commitGroup();
    else await this.saveBeside(saver, this.takeChanges());
  }

  /** What stands first in the queue and the saver may do. */
  private takeChanges(): readonly Changing[] {
    const other = this.queue.findIndex(({ change }) => change === undefined);
    const many = Math.min(other === -1 ? this.queue.length : other, GROUP_SIZE);
    return this.queue.splice(0, many) as Changing[];
  }

  /** Has the saver commit changes; nothing else is written until it has answered. */
  private async saveBeside(saver: Saver, members: readonly Changing[]): Promise<void> {
    const saved = await this.sendTo(saver, members).catch(() => undefined);
    this.head = saved?.head;
    if (saved === undefined) {
      // What was stored before the thread ended is no longer as it was read, so that nothing is changed or noted twice.
      this.queue.unshift(...members);
      await this.commitGroup();
      return;
    }
    this.commits += 1;
    this.beside.checkpointer?.committed(members.length);
    for (const [index, { resolve, reject }] of members.entries()) {
      const outcome = saved.outcomes[index] ?? false;
      if (typeof outcome === 'boolean') resolve(outcome);
      else reject(errorOf(outcome));
    }
  }

  private async sendTo(saver: Saver, members: readonly Changing[]): Promise<Saved | undefined> {
    const head = this.head ?? (await readHead(this.writer.manager));
    const at = this.clock.now();
    const saves = members.map(({ actor, change: { target, asRead, change, event } }) => ({
      ...updateStatement(this.writer, target, asRead, change),
      event: pendingEvent(actor, at, event),
    }));
    return saver.save({ head, saves });
  }

  private async commitGroup(): Promise<void> {
    const runner = this.writer.createQueryRunner();
    const settlements: Settlement[] = [];
    const members: Waiting[] = [];
    const group: Group = { touched: new Map(), events: [] };
    let head = this.head;
    try {
      await runner.startTransaction();
      while (members.length < GROUP_SIZE) {
        const next = this.queue.shift();
        if (next === undefined) break;
        members.push(next);
        settlements.push(await this.runInSavepoint(runner, next, group));
      }
      if (group.events.length > 0) {
        const manager = this.writer.createEntityManager(runner);
        head = await storeEvents(manager, head ?? (await readHead(manager)), group.events);
      }
      await runner.commitTransaction();
    } catch (error) {
      // The commit failed (a full disk): none of the group is stored, so none may be acknowledged.
      for (const { reject } of members) reject(notStored(error));
      throw error;
    }
    this.head = head;
    this.commits += 1;
    if (members.some(({ change }) => change === undefined)) this.visibleCommits += 1;
    this.beside.checkpointer?.committed(members.length);
    for (const [topic, parts] of group.touched) this.topics.note(topic, parts);
    for (const settle of settlements) settle();
  }

  /** @throws only when the savepoint itself cannot be opened or closed: then the whole group is void. */
  private async runInSavepoint(runner: QueryRunner, job: Waiting, group: Group): Promise<Settlement> {
    await runner.startTransaction();
    let unit: OpenUnit | undefined;
    try {
      unit = openUnit(runner, job.actor, this.clock.now(), group.touched);
      const value = await job.work(unit);
      unit.end();
      await runner.commitTransaction();
      for (const [topic, parts] of unit.touched)
        group.touched.set(topic, new Set([...(group.touched.get(topic) ?? []), ...parts]));
      group.events.push(...unit.events);
      return () => job.resolve(value);
    } catch (error) {
      unit?.end();
      await runner.rollbackTransaction();
      return () => job.reject(error);
    }
  }

  private async replaceConnection(cause: unknown): Promise<void> {
    this.head = undefined;
    try {
      if (this.writer.isInitialized) await this.writer.destroy();
      this.writer = await this.reopen();
    } catch (error) {
      for (const { reject } of this.queue.splice(0)) reject(notStored(error ?? cause));
    }
  }
}

const notStored = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError(
      'STORAGE_UNAVAILABLE',
      'Nothing was stored: the disk refused the write.',
      '',
      'Try again shortly.',
    ),
    { cause },
  );

const stopping = (): DomainError =>
  new DomainError(
    'STORAGE_UNAVAILABLE',
    'Nothing was stored: the product is stopping.',
    '',
    'Try again shortly.',
  );

const errorOf = ({ message, name, code }: Failure): Error =>
  Object.assign(new Error(message), { name, code });
