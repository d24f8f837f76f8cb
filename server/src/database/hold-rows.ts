import type { EntityManager } from 'typeorm';

/**
 * Options of a find that hold the rows it finds until the unit of work ends: on PostgreSQL whoever wants to change them
 * (with `pessimistic_write`: to hold them, too; with `for_no_key_update` others may still add rows that refer to them) waits. On SQLite units of work stand in one queue anyway.
 */
export const holdRows = (
  manager: EntityManager,
  mode: 'pessimistic_read' | 'pessimistic_write' | 'for_no_key_update' = 'pessimistic_write',
) => (manager.dataSource.options.type === 'postgres' ? { lock: { mode } } : {});

/** Units of work that count before they write, and so have to come one after another; the number is PostgreSQL's key. */
const TURNS = { grants: 7201827, signInLinks: 7201828, seeding: 7201829, schemes: 7201830 } as const;

/**
 * Waits until no other unit of work has this turn, and has it until the end of this one. For what no row could be held:
 * on PostgreSQL two units would each count before the other has written. On SQLite they stand in one queue anyway.
 */
export async function takeTurn(manager: EntityManager, turn: keyof typeof TURNS): Promise<void> {
  if (manager.dataSource.options.type === 'postgres')
    await manager.query(`SELECT pg_advisory_xact_lock(${TURNS[turn]})`);
}
