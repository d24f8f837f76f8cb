import type { LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { type EntityManager, In } from 'typeorm';

import { ContactDetail } from './contact-detail.entity.js';
import { ContactHospital } from './contact-hospital.entity.js';
import { ListMembership } from './list-membership.entity.js';

/** A contact with everything that is kept of them. */
export interface StoredContact {
  readonly id: string;
  readonly addressHash: string;
  readonly name: string;
  readonly email: string;
  readonly job: string;
  /** ODS codes, in order. */
  readonly hospitals: readonly string[];
  readonly listIds: readonly string[];
  readonly legalBasis: LegalBasis;
  readonly source: string;
  readonly bouncedAt: string | null;
  /** null = mail may be sent. */
  readonly optedOutAt: string | null;
}

/** Which contacts to read. */
export interface ContactFilter {
  /** Contacts of at least one of these lists; absent = whatever lists they are on. */
  readonly listIds?: readonly string[];
  readonly ids?: readonly string[];
  readonly addressHashes?: readonly string[];
  /** Part of a name or an address; '' = any. */
  readonly search?: string;
  readonly only?: 'opted_out' | 'bounced';
  readonly take?: number;
  readonly skip?: number;
}

/** Bound values of one statement: both engines limit how many there may be. */
export const CHUNK = 500;

/** Pieces of a list that fit into one statement each. */
export function* chunksOf<Item>(items: readonly Item[], size = CHUNK): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Contacts in the order of their addresses, with their hospitals and lists. */
export async function readContacts(manager: EntityManager, filter: ContactFilter): Promise<StoredContact[]> {
  const rows = await selectContacts(manager, filter)
    .select('c.id', 'id')
    .addSelect('c.address_hash', 'addressHash')
    .addSelect('c.legal_basis', 'legalBasis')
    .addSelect('c.source', 'source')
    .addSelect('c.bounced_at', 'bouncedAt')
    .addSelect('o.at', 'optedOutAt')
    .addSelect('d.name', 'name')
    .addSelect('d.email', 'email')
    .addSelect('d.job', 'job')
    .orderBy('d.email')
    .limit(filter.take)
    .offset(filter.skip)
    .getRawMany<Omit<StoredContact, 'hospitals' | 'listIds'>>();
  const hospitals = new Map<string, string[]>();
  const lists = new Map<string, string[]>();
  for (const chunk of chunksOf(rows.map(({ id }) => id))) {
    for (const { contactId, odsCode } of await manager.findBy(ContactHospital, { contactId: In(chunk) }))
      append(hospitals, contactId, odsCode);
    for (const { contactId, listId } of await manager.findBy(ListMembership, { contactId: In(chunk) }))
      append(lists, contactId, listId);
  }
  return rows.map((row) => ({
    ...row,
    hospitals: (hospitals.get(row.id) ?? []).sort(),
    listIds: lists.get(row.id) ?? [],
  }));
}

/** How many there are, whatever part of them is taken. */
export const countContacts = (manager: EntityManager, filter: ContactFilter): Promise<number> =>
  selectContacts(manager, filter)
    .select('COUNT(*)', 'n')
    .getRawOne<{ n: number | string }>()
    .then((row) => Number(row?.n ?? 0));

function selectContacts(manager: EntityManager, filter: ContactFilter) {
  const { listIds, ids, addressHashes, search = '', only } = filter;
  const query = manager
    .createQueryBuilder(ContactDetail, 'd')
    .innerJoin('contact', 'c', 'c.id = d.contact_id')
    .leftJoin('mail_opt_out', 'o', 'o.address_hash = c.address_hash')
    .where('1 = 1');
  if (listIds !== undefined)
    query.andWhere(
      listIds.length === 0
        ? '1 = 0'
        : 'c.id IN (SELECT m.contact_id FROM list_membership m WHERE m.list_id IN (:...listIds))',
      { listIds },
    );
  if (ids !== undefined) query.andWhere(ids.length === 0 ? '1 = 0' : 'c.id IN (:...ids)', { ids });
  if (addressHashes !== undefined)
    query.andWhere(addressHashes.length === 0 ? '1 = 0' : 'c.address_hash IN (:...addressHashes)', {
      addressHashes,
    });
  if (search !== '')
    query.andWhere("(d.email LIKE :like ESCAPE '!' OR LOWER(d.name) LIKE :like ESCAPE '!')", {
      like: `%${search.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
    });
  if (only === 'opted_out') query.andWhere('o.address_hash IS NOT NULL');
  if (only === 'bounced') query.andWhere('c.bounced_at IS NOT NULL');
  return query;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
