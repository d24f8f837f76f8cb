import { can } from '@liaison-atlas/shared/access/can';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { DomainError } from '../../platform/domain-error.js';
import { ContactList } from './contact-list.entity.js';
import type { StoredContact } from './contact-rows.js';

/** Whether somebody keeps a contact alone: nobody else's list has them. */
export type Keeps = (contact: Pick<StoredContact, 'listIds'>) => boolean;

/**
 * Whose contacts an actor may change. A person is kept once, whatever lists they are on; so whoever leads one round only would
 * change for another round to whom its links go, and for which hospitals. General lists are the whole survey's.
 */
export async function keeperOf(manager: EntityManager, actor: Pick<Actor, 'grants'>): Promise<Keeps> {
  if (can(actor, 'ManageContacts', {})) return () => true;
  const lists = await manager.find(ContactList, { select: { id: true, roundId: true } });
  const foreign = new Set(
    lists
      .filter(({ roundId }) => roundId === '' || !can(actor, 'ManageContacts', { round: roundId }))
      .map(({ id }) => id),
  );
  return ({ listIds }) => !listIds.some((id) => foreign.has(id));
}

/** @throws DomainError FORBIDDEN where others keep the contact too */
export async function requireKeeper(
  manager: EntityManager,
  actor: Pick<Actor, 'grants'>,
  contact: Pick<StoredContact, 'listIds'>,
): Promise<void> {
  if ((await keeperOf(manager, actor))(contact)) return;
  throw new DomainError(
    'FORBIDDEN',
    'This person is on a list of another round, or on a general one, too.',
    'id',
    'Ask whoever leads the whole survey to change or erase them.',
  );
}
