import type { EntityManager } from 'typeorm';

import { applyChange, type RowChange } from './row-change.js';
import { changesBetween, type TopicChanges, type TopicMark } from './topic-changes.js';
import type { Unit, UnitActor } from './unit.js';

/**
 * The only way to write, on both engines: `work` is stored whole or not at all, and `run` resolves only once it is
 * on disk. Units never nest, and inside `work` everything is sequential with no other I/O: on SQLite the units
 * stand in one queue.
 *
 * @throws whatever `work` throws, after its writes were rolled back; a storage error when the commit itself failed.
 */
export abstract class UnitOfWork {
  abstract run<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value>;

  /**
   * Changes one row if it is still as it was read; resolves once that is on disk. For what comes often and needs no more, and what
   * is in nothing that is kept for others: a page of a form that is being typed. No topic counts as changed, and on SQLite it may be
   * stored beside the writer, so that others are answered meanwhile.
   * @returns false = it is not as it was read: nothing was changed or noted, and whoever asks has to look again
   */
  changeRow(actor: UnitActor, change: RowChange): Promise<boolean> {
    return this.run(actor, (unit) => applyChange(unit, change));
  }

  /** How often a topic has changed; greater after every acknowledged unit that touched it. */
  abstract version(topic: string): Promise<number>;

  /**
   * What of a topic changed since a mark, and the mark to ask with the next time. Whoever reads the named parts after
   * asking has everything up to the new mark; what comes meanwhile is named again the next time.
   * @param since undefined = from the beginning: then it is anything
   * @param manager that of a unit which asks; without one a connection of its own is used
   */
  changes(_topic: string, _since: TopicMark | undefined, _manager?: EntityManager): Promise<TopicChanges> {
    return Promise.resolve(changesBetween(undefined, new Map(), []));
  }

  /**
   * Waits for every unit that is about to change a topic, and lets none do so until this unit has ended: what `changes`
   * says afterwards then holds to the end of it. Rows that both sides change are held before this is asked.
   */
  hold(_topic: string, _unit: Unit): Promise<void> {
    return Promise.resolve();
  }

  /**
   * How many commits there have been, where nobody but this process can write (SQLite); undefined where others write too
   * (PostgreSQL).
   */
  readonly commits: number | undefined = undefined;

  /**
   * How many of those commits changed what is kept for anybody: prepared answers and sessions. Pages of a form that are being typed
   * (`changeRow`) are in none of it. What was read at a number still holds at the same number. undefined where others write too:
   * then nothing read may be kept.
   */
  readonly visibleCommits: number | undefined = undefined;

  /** Waits for what is queued, then closes the writing connection. */
  abstract close(): Promise<void>;
}

export type { UnitActor };

/** The actor of what the product does by itself: seeding, migrations of data. */
export const SYSTEM: UnitActor = { id: 'system' };
