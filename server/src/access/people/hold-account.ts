import type { EntityManager } from 'typeorm';

import { holdRows } from '../../database/hold-rows.js';
import { PersonContact } from './person-contact.entity.js';

/**
 * Name and address of an account, held until the unit of work ends: first of all, before anything else of the person is read
 * or written. Whoever adds to what is kept about a person (`pessimistic_read`) and whoever erases them
 * (`pessimistic_write`) so come one after the other, and the erasure finds all of it.
 * @returns null = there is no such account, or it was erased while this was waited for
 */
export const holdAccount = (
  manager: EntityManager,
  which: { readonly personId: string } | { readonly email: string },
  mode: 'pessimistic_read' | 'pessimistic_write' = 'pessimistic_read',
): Promise<PersonContact | null> =>
  manager.findOne(PersonContact, { where: which, ...holdRows(manager, mode) });
