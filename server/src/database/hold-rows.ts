import type { EntityManager } from 'typeorm';

/**
 * Options of a find that hold the rows it finds until the unit of work ends: on PostgreSQL whoever wants to change them
 * (with `pessimistic_write`: to hold them, too) waits. On SQLite units of work stand in one queue anyway.
 */
export const holdRows = (
  manager: EntityManager,
  mode: 'pessimistic_read' | 'pessimistic_write' = 'pessimistic_write',
) => (manager.dataSource.options.type === 'postgres' ? { lock: { mode } } : {});
