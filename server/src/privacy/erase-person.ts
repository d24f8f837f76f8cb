import { type EntityManager, In, IsNull } from 'typeorm';

import { AccessGrant } from '../access/people/access-grant.entity.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { Session } from '../access/session.entity.js';
import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import {
  RegisterContact,
  RegisterCorrection,
  RegisterSender,
} from '../commissioning/register/register-inbox.entity.js';
import { eraseSchemes } from '../commissioning/schemes/erase-schemes.js';
import { Scheme, SchemeMember } from '../commissioning/schemes/scheme.entity.js';
import { holdRows, takeTurn } from '../database/hold-rows.js';
import { eraseContacts } from '../fieldwork/contacts/erase-contacts.js';
import type { KnownAs } from './find-person.js';
import { maskMentions } from './mentions.js';
import { PendingRectification } from './pending-rectification.entity.js';
import { eraseMails, mailsOf } from './person-mails.js';

/** How much went, for the audit trail: numbers, and nothing of whom. */
export interface Erased {
  readonly accounts: number;
  readonly contacts: number;
  readonly mails: number;
  readonly corrections: number;
  readonly addresses: number;
  readonly texts: number;
}

/** Who erases, and when. */
interface By {
  readonly id: string;
  readonly at: string;
}

/**
 * Erases a person from every table, inside a unit of work. What stays (record-kinds.ts) leads to nobody any more: roles,
 * invitations that went out and the audit trail hold pseudonyms, the wish to get no mail a hash.
 */
export async function erasePerson(manager: EntityManager, known: KnownAs, by: By): Promise<Erased> {
  const { email, personId, contactId } = known;
  // First: it finds mails by what is deleted below.
  const mails = await mailsOf(manager, known);
  await eraseMails(manager, mails, email);
  if (contactId !== null) await eraseContacts(manager, [contactId]);
  await manager.delete(SignInLink, { addressHash: known.signInHash });
  if (personId !== null) await eraseAccount(manager, personId, by);
  const corrections = await eraseCorrections(manager, email);
  const addresses = await manager.delete(RegisterContact, { email });
  await manager.delete(PendingRectification, { email });
  // Last: what has been emptied above needs no masking.
  const texts = await maskMentions(manager, email);
  return {
    accounts: personId === null ? 0 : 1,
    contacts: contactId === null ? 0 : 1,
    mails: mails.own.length + mails.naming.length,
    corrections,
    addresses: addresses.affected ?? 0,
    texts,
  };
}

async function eraseAccount(manager: EntityManager, personId: string, { id, at }: By): Promise<void> {
  await manager.update(AccessGrant, { personId, revokedAt: IsNull() }, { revokedAt: at, revokedBy: id });
  await manager.delete(Session, { personId });
  await manager.delete(SignInLink, { personId });
  await manager.delete(PendingRectification, { personId });
  await leaveSchemes(manager, personId);
  await manager.delete(PersonContact, { personId });
}

/** Schemes with nobody else go; of the others the member who has been in it longest, and may change it, is the owner. */
async function leaveSchemes(manager: EntityManager, memberId: string): Promise<void> {
  await takeTurn(manager, 'schemes');
  for (const { schemeId, level } of await manager.findBy(SchemeMember, { memberId })) {
    // Whoever leaves it at this moment is waited for: they would be made its owner and be gone, and it would lie there for nobody.
    await manager.findOne(Scheme, { where: { id: schemeId }, select: { id: true }, ...holdRows(manager) });
    await manager.delete(SchemeMember, { schemeId, memberId });
    const others = await manager.find(SchemeMember, { where: { schemeId }, order: { since: 'ASC' } });
    if (others.length === 0) await eraseSchemes(manager, [schemeId]);
    else if (level === 'owner') {
      const heir = others.find((one) => one.level === 'edit') ?? others[0]!;
      await manager.update(SchemeMember, { schemeId, memberId: heir.memberId }, { level: 'owner' });
    }
  }
}

/** What a correction says on screen whose sender was erased before anybody decided. */
const CLOSED = 'Its sender asked to be erased.';

async function eraseCorrections(manager: EntityManager, email: string): Promise<number> {
  const senders = await manager.findBy(RegisterSender, { email });
  const ids = senders.map(({ correctionId }) => correctionId);
  if (ids.length === 0) return 0;
  await manager.update(
    RegisterCorrection,
    { id: In(ids), state: 'waiting' },
    { state: 'declined', reason: CLOSED },
  );
  await manager.update(RegisterCorrection, { id: In(ids) }, { text: '' });
  await manager.delete(RegisterSender, { correctionId: In(ids) });
  return ids.length;
}
