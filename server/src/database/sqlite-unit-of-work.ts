import { setImmediate as nextTurn } from 'node:timers/promises';

import type { DataSource, QueryRunner } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import type { ChainHead, PendingEvent } from '../platform/audit/audit-chain.js';
import type { Checkpointer } from './checkpointer.js';
import { readHead, storeEvents } from './store-events.js';
import {
  type ChangeNote,
  changesBetween,
  REMEMBERED,
  type TopicChanges,
  type TopicMark,
} from './topic-changes.js';
import { openUnit, type OpenUnit, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

/** At most this many units share one commit: bounds how long an acknowledgement waits for its neighbours. */
const GROUP_SIZE = 64;

/**
 * Turns of everything else before a group is committed. A server at rest has them done in no time; a busy one then has fewer and
 * larger commits, each of which keeps everybody waiting for the disk.
 */
const TURNS = 4;

/** There is one writer, so one count of a topic's changes. */
const SLOT = '0';

/** What goes with the writer. */
interface Beside {
  /** Called when it is closed. */
  readonly release?: () => void | Promise<void>;
  /** undefined = the writer copies its log for itself. */
  readonly checkpointer?: Checkpointer | undefined;
}

interface Waiting {
  readonly actor: UnitActor;
  readonly work: (unit: Unit) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

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
 * chained and stored together just before it.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly queue: Waiting[] = [];
  private readonly versions = new Map<string, number>();
  /** What changed of each topic lately, the oldest first; only this process writes, so nobody else needs to know. */
  private readonly notes = new Map<string, ChangeNote[]>();
  override commits = 0;
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
    if (this.closed) return Promise.reject(stopping());
    return new Promise<Value>((resolve, reject) => {
      this.queue.push({ actor, work, resolve: resolve as (value: unknown) => void, reject });
      this.draining ??= this.drain();
    });
  }

  version(topic: string): Promise<number> {
    return Promise.resolve(this.versions.get(topic) ?? 0);
  }

  override changes(topic: string, since: TopicMark | undefined): Promise<TopicChanges> {
    const mark = new Map([[SLOT, this.versions.get(topic) ?? 0]]);
    const from = since?.get(SLOT) ?? 0;
    const notes = this.notes.get(topic) ?? [];
    // The latest are the last: mostly there are none, or one.
    const first = notes.findLastIndex(({ value }) => value <= from) + 1;
    return Promise.resolve(changesBetween(since, mark, notes.slice(first)));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
    await this.beside.checkpointer?.close();
    if (this.writer.isInitialized) await this.writer.destroy();
    await this.beside.release?.();
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      // Requests whose bytes have arrived get their turns first, so that they share the coming commit.
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      try {
        await this.beside.checkpointer?.finish();
        await this.commitGroup();
      } catch (error) {
        await this.replaceConnection(error);
      }
    }
    this.draining = undefined;
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
    this.beside.checkpointer?.committed(members.length);
    for (const [topic, parts] of group.touched) this.note(topic, parts);
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

  private note(topic: string, parts: ReadonlySet<string>): void {
    const value = (this.versions.get(topic) ?? 0) + 1;
    this.versions.set(topic, value);
    const notes = this.notes.get(topic) ?? [];
    for (const what of parts) notes.push({ slot: SLOT, value, what });
    // A change whose notes went in part is not taken for a whole one: its number is dropped with all of them.
    if (notes.length > 2 * REMEMBERED) {
      const last = notes[notes.length - REMEMBERED]?.value ?? 0;
      this.notes.set(
        topic,
        notes.filter((each) => each.value > last),
      );
    } else this.notes.set(topic, notes);
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
