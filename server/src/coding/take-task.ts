import type { EntityManager } from 'typeorm';

import { holdRows } from '../database/hold-rows.js';
import { notFound } from './coding-problems.js';
import { CodingTask } from './coding-task.entity.js';

/**
 * A task, held for the rest of the unit of work: while one request saves a comment, another cannot finish the task or
 * take its coder off, on PostgreSQL either. On SQLite units of work stand in one queue anyway.
 * @throws DomainError NOT_FOUND
 */
export async function takeTask(manager: EntityManager, id: string): Promise<CodingTask> {
  const task = await manager.findOne(CodingTask, {
    where: { id },
    ...holdRows(manager),
  });
  if (task === null) throw notFound('task', 'taskId');
  return task;
}
