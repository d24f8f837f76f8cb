import { setImmediate as nextTick } from 'node:timers/promises';

import type { DataSource, QueryRunner } from 'typeorm';

import type { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import type { ChainHead, PendingEvent } from '../platform/audit/audit-chain.js';
import { readHead, storeEvents } from './store-events.js';
import { openUnit, type OpenUnit, type Unit, type UnitActor } from './unit.js';
import { UnitOfWork } from './unit-of-work.js';

/** At most this many units share one commit: bounds how long an acknowledgement waits for its neighbours. */
const GROUP_SIZE = 64;

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
  readonly touched: Set<string>;
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
  override commits = 0;
  /** Where the audit chain ends on disk; undefined = to be read. Nobody but this process adds to it. */
  private head: ChainHead | undefined;
  private draining: Promise<void> | undefined;
  private closed = false;

  constructor(
    private writer: DataSource,
    private readonly reopen: () => Promise<DataSource>,
    private readonly clock: Clock,
    private readonly afterClose: () => void = () => undefined,
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

  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
    if (this.writer.isInitialized) await this.writer.destroy();
    this.afterClose();
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      // Requests whose bytes have arrived get their turn first, so that they share the coming commit.
      await nextTick();
      try {
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
    const group: Group = { touched: new Set(), events: [] };
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
    for (const topic of group.touched) this.versions.set(topic, (this.versions.get(topic) ?? 0) + 1);
    for (const settle of settlements) settle();
  }

  /** @throws only when the savepoint itself cannot be opened or closed: then the whole group is void. */
  private async runInSavepoint(runner: QueryRunner, job: Waiting, group: Group): Promise<Settlement> {
    await runner.startTransaction();
    let unit: OpenUnit | undefined;
    try {
      unit = openUnit(runner, job.actor, this.clock.now());
      const value = await job.work(unit);
      unit.end();
      await runner.commitTransaction();
      for (const topic of unit.touched) group.touched.add(topic);
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
