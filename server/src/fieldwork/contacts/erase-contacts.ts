import { type EntityManager, type FindOptionsWhere, In, Not } from 'typeorm';

import { OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { Invitation } from '../invitation.entity.js';
import { ContactDetail } from './contact-detail.entity.js';
import { ContactHospital } from './contact-hospital.entity.js';
import { chunksOf } from './contact-rows.js';
import { Contact } from './contact.entity.js';
import { ListMembership } from './list-membership.entity.js';

/** Why mail of somebody who was erased did not go out. */
const ERASED = 'The person was erased from the contacts.';

/**
 * Erases people: their names and addresses here and in every mail to them, sent or waiting; what waits is not sent. An
 * invitation that nobody got goes too; one that went out stays without its person, since an answer may hang on it. A wish
 * to get no more mail stays, as the hash of an address.
 */
export async function eraseContacts(manager: EntityManager, ids: readonly string[]): Promise<void> {
  for (const chunk of chunksOf(ids)) {
    const invitations = await manager.find(Invitation, {
      where: { contactId: In(chunk) },
      select: { id: true, state: true },
    });
    for (const some of chunksOf(invitations.map(({ id }) => id)))
      await eraseMails(manager, { subjectId: In(some) });
    // Mails of a round that hang on no invitation, such as a right of reply; not those about an account of their own.
    const people = await manager.find(ContactDetail, {
      where: { contactId: In(chunk) },
      select: { contactId: true, email: true },
    });
    await eraseMails(manager, { recipient: In(people.map(({ email }) => email)), roundId: Not('') });
    const unsent = invitations.filter(({ state }) => state === 'queued').map(({ id }) => id);
    await deleteUnsent(manager, unsent);
    await manager.update(Invitation, { contactId: In(chunk) }, { contactId: null });
    await manager.delete(ContactDetail, { contactId: In(chunk) });
    await manager.delete(ContactHospital, { contactId: In(chunk) });
    await manager.delete(ListMembership, { contactId: In(chunk) });
    await manager.delete(Contact, { id: In(chunk) });
  }
}

/** Empties mails; those that wait are not sent. */
async function eraseMails(manager: EntityManager, which: FindOptionsWhere<OutboxMessage>): Promise<void> {
  const waits = ['queued', 'held'] as const;
  await manager.update(OutboxMessage, { ...which, state: In(waits) }, { state: 'dropped', reason: ERASED });
  await manager.update(OutboxMessage, which, { recipient: '', subject: '', body: '' });
}

/** Takes back invitations whose mail never went out; those with a token have gone, or may have. */
export async function deleteUnsent(manager: EntityManager, ids: readonly string[]): Promise<void> {
  for (const chunk of chunksOf(ids))
    await manager
      .createQueryBuilder()
      .delete()
      .from(Invitation)
      .where(
        `id IN (:...chunk) AND state = 'queued'
         AND id NOT IN (SELECT invitation_id FROM invitation_token WHERE invitation_id IN (:...chunk))`,
        { chunk },
      )
      .execute();
}
