import type { EntityManager } from 'typeorm';

import { PersonContact } from '../access/people/person-contact.entity.js';
import { Contact } from '../fieldwork/contacts/contact.entity.js';
import { addressHash } from '../fieldwork/contacts/store-contacts.js';
import { sha256 } from '../platform/ids.js';

/** The pseudonyms under which an address is known; null = under none of that kind. */
export interface KnownAs {
  readonly email: string;
  /** Of an account. */
  readonly personId: string | null;
  /** Of a contact for invitations. */
  readonly contactId: string | null;
  /** Hash by which the contacts find it again. */
  readonly contactHash: string;
  /** Hash by which requests to sign in are counted. */
  readonly signInHash: string;
}

/** @param email in the form of `parseEmailAddress` */
export async function findPerson(manager: EntityManager, email: string): Promise<KnownAs> {
  const contactHash = addressHash(email);
  const account = await manager.findOneBy(PersonContact, { email });
  const contact = await manager.findOneBy(Contact, { addressHash: contactHash });
  return {
    email,
    personId: account?.personId ?? null,
    contactId: contact?.id ?? null,
    contactHash,
    signInHash: sha256(email),
  };
}

/** The thing that an audit event about the person is about: a pseudonym, or no more than that nobody was found. */
export const subjectOf = ({
  personId,
  contactId,
}: KnownAs): { readonly entity: string; readonly id: string } =>
  personId !== null
    ? { entity: 'person', id: personId }
    : contactId !== null
      ? { entity: 'contact', id: contactId }
      : { entity: 'address', id: 'without-pseudonym' };
