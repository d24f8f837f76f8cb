import { type ContactValues, type LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { isSameContact, mergeContact } from '@liaison-atlas/shared/fieldwork/contacts/merge-by-address';
import type { EntityManager } from 'typeorm';

import { insertRows } from '../../database/row-statements.js';
import { newId, sha256 } from '../../platform/ids.js';
import { ContactDetail } from './contact-detail.entity.js';
import { ContactHospital } from './contact-hospital.entity.js';
import { chunksOf, readContacts, type StoredContact } from './contact-rows.js';
import { Contact } from './contact.entity.js';
import type { Keeps } from './keeps-contact.js';
import { ListMembership } from './list-membership.entity.js';
import { MailOptOut } from './mail-opt-out.entity.js';

/** Finds an address again without keeping it: small letters, SHA-256. */
export const addressHash = (email: string): string => sha256(`contact:${email}`);

/** Where somebody on a list comes from, and on what ground they are kept. */
export interface Provenance {
  readonly listId: string;
  readonly legalBasis: LegalBasis;
  readonly source: string;
}

/** What a list would do to one person. */
export interface PlannedContact {
  /** null = not known yet. */
  readonly known: StoredContact | null;
  readonly values: ContactValues;
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly optedOut: boolean;
  /** Others keep this person too, and the list says something else of them: that is not stored. */
  readonly heldBack: boolean;
}

/**
 * What a list of people would do, one entry for each; every address is there once.
 * @param keeps whose facts may be changed; the others come onto the list as they are
 */
export async function planContacts(
  manager: EntityManager,
  people: readonly ContactValues[],
  listId: string,
  keeps: Keeps,
): Promise<PlannedContact[]> {
  const hashes = people.map(({ email }) => addressHash(email));
  const known = new Map<string, StoredContact>();
  const optedOut = new Set<string>();
  for (const chunk of chunksOf(hashes)) {
    for (const one of await readContacts(manager, { addressHashes: chunk })) known.set(one.addressHash, one);
    const found = await manager
      .createQueryBuilder(MailOptOut, 'o')
      .select('o.address_hash', 'hash')
      .where('o.address_hash IN (:...chunk)', { chunk })
      .getRawMany<{ hash: string }>();
    for (const { hash } of found) optedOut.add(hash);
  }
  return people.map((given, at) => {
    const hash = hashes[at] ?? '';
    const stored = known.get(hash) ?? null;
    const before = stored === null ? undefined : { ...stored, role: stored.job };
    const merged = mergeContact(before, given);
    const heldBack = before !== undefined && !keeps(before) && !isSameContact(before, merged);
    const { name, role, hospitals } = heldBack ? before : merged;
    const values = { email: given.email, name, role, hospitals };
    const same = before !== undefined && stored?.listIds.includes(listId) && isSameContact(before, values);
    const change = stored === null ? 'added' : same ? 'unchanged' : 'changed';
    return { known: stored, values, change, optedOut: optedOut.has(hash), heldBack };
  });
}

/** Stores what was planned: new people, new facts about known ones, and that they are on the list. */
export async function storeContacts(
  manager: EntityManager,
  planned: readonly PlannedContact[],
  { listId, legalBasis, source }: Provenance,
  now: string,
): Promise<void> {
  const added = planned.filter(({ known }) => known === null).map((one) => ({ ...one, id: newId() }));
  const common = { legalBasis, source, createdAt: now, changedAt: now, bouncedAt: null };
  for (const chunk of chunksOf(added)) {
    const rows = chunk.map(({ id, values }) => ({ id, addressHash: addressHash(values.email), ...common }));
    await insertRows(manager, Contact, rows);
    await insertRows(
      manager,
      ContactDetail,
      chunk.map(({ id, values: { name, email, role } }) => ({ contactId: id, name, email, job: role })),
    );
  }
  for (const { known, values, change } of planned) {
    if (known === null || change !== 'changed') continue;
    await manager.update(ContactDetail, { contactId: known.id }, { name: values.name, job: values.role });
    await manager.update(Contact, { id: known.id }, { changedAt: now });
  }
  const idOf = new Map(added.map(({ id, values }) => [values.email, id]));
  const hospitals = planned.flatMap(({ known, values }) =>
    values.hospitals
      .filter((odsCode) => !known?.hospitals.includes(odsCode))
      .map((odsCode) => ({ contactId: known?.id ?? idOf.get(values.email) ?? '', odsCode })),
  );
  for (const chunk of chunksOf(hospitals)) await insertRows(manager, ContactHospital, chunk);
  const members = planned
    .filter(({ known }) => !known?.listIds.includes(listId))
    .map(({ known, values }) => ({ listId, contactId: known?.id ?? idOf.get(values.email) ?? '' }));
  for (const chunk of chunksOf(members)) await insertRows(manager, ListMembership, chunk);
}
