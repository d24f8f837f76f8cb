import type { EntityManager } from 'typeorm';

import { holdRows } from '../database/hold-rows.js';
import { Response } from '../fieldwork/response.entity.js';
import { DomainError } from '../platform/domain-error.js';

/**
 * Holds a form on PostgreSQL while something made from its words is written, so that a withdrawal that comes meanwhile
 * waits and erases that too. @throws DomainError CONFLICT where it has been withdrawn
 */
export async function holdForm(manager: EntityManager, responseId: string): Promise<void> {
  const form = await manager.findOne(Response, {
    where: { id: responseId },
    ...holdRows(manager, 'pessimistic_read'),
  });
  if (form === null || form.state === 'withdrawn') throw commentGone();
}

export const commentGone = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'This comment does not count any more: its form was withdrawn, excluded or corrected.',
    'unitId',
    'Go on with the next one.',
  );
