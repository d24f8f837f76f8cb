import type { EntityManager } from 'typeorm';

import { LOCK_KEYS } from './lock-keys.js';

/**
 * Options of a find that hold the rows it finds until the unit of work ends: on PostgreSQL whoever wants to change them
 * (with `pessimistic_write`: to hold them, too; with `for_no_key_update` others may still add rows that refer to them) waits. On SQLite units of work stand in one queue anyway.
 */
export const holdRows = (
  manager: EntityManager,
  mode: 'pessimistic_read' | 'pessimistic_write' | 'for_no_key_update' = 'pessimistic_write',
) => (manager.dataSource.options.type === 'postgres' ? { lock: { mode } } : {});

/** What units of work count before they write, and so have to come one after another. */
type Turn = 'grants' | 'signInLinks' | 'seeding' | 'schemes';

/**
 * Waits until no other unit of work has this turn, and has it until the end of this one. For what no row could be held:
 * on PostgreSQL two units would each count before the other has written. On SQLite they stand in one queue anyway.
 */
export async function takeTurn(manager: EntityManager, turn: Turn): Promise<void> {
  if (manager.dataSource.options.type === 'postgres')
    await manager.query(`SELECT pg_advisory_xact_lock(${LOCK_KEYS[turn]})`);
}
