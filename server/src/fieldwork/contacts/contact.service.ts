import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import {
  LEGAL_BASES,
  type LegalBasis,
  MOST_NAME,
} from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { splitHospitals } from '@liaison-atlas/shared/fieldwork/contacts/read-contact-rows';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { insertRows } from '../../database/row-statements.js';
import { runAgain } from '../../database/run-again.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { FrameService } from '../../frame/frame.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId } from '../../platform/ids.js';
import { ContactBookService } from './contact-book.service.js';
import { ContactDetail } from './contact-detail.entity.js';
import { ContactHospital } from './contact-hospital.entity.js';
import { readContacts, type StoredContact } from './contact-rows.js';
import { Contact } from './contact.entity.js';
import { eraseContacts } from './erase-contacts.js';
import { keeperOf, requireKeeper } from './keeps-contact.js';
import { MailOptOut } from './mail-opt-out.entity.js';
import { addressHash, planContacts, storeContacts } from './store-contacts.js';

type Lead = Pick<Actor, 'id' | 'grants'>;

/** A contact as the survey lead types it. */
export interface TypedContact {
  /** '' = a new one, on the list `listId`; else the one to change, whose lists stay. */
  readonly id: string;
  readonly listId: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** ODS codes in one line. */
  readonly hospitals: string;
  readonly legalBasis: LegalBasis;
  readonly source: string;
}

interface Checked {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly hospitals: readonly string[];
  readonly source: string;
}

/** One contact at a time: added, changed, erased, taken out of all mail. */
@Injectable()
export class ContactService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly book: ContactBookService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Adds a contact to a list, or changes one. @throws DomainError FORBIDDEN, NOT_FOUND */
  async save(actor: Lead, roundId: string, typed: TypedContact): Promise<Result<StoredContact, Problem>> {
    requireAccess(actor, 'ManageContacts', { round: roundId });
    const checked = this.check(typed);
    if (!checked.ok) return checked;
    if (typed.id === '') return this.add(actor, roundId, typed, checked.value);
    const before = await this.get(actor, roundId, typed.id);
    const { email, name, role, hospitals, source } = checked.value;
    const moved = email !== before.email;
    const hash = addressHash(email);
    const now = this.clock.now();
    return runAgain(this.unitOfWork, actor, async (unit): Promise<Result<StoredContact, Problem>> => {
      const { manager } = unit;
      await requireKeeper(manager, actor, before);
      if (moved && (await manager.existsBy(Contact, { addressHash: hash }))) return refuse(ADDRESS_TAKEN);
      const { id } = before;
      const change = { addressHash: hash, legalBasis: typed.legalBasis, source, changedAt: now };
      // A new address has not bounced yet.
      await manager.update(Contact, { id }, { ...change, ...(moved && { bouncedAt: null }) });
      await manager.update(ContactDetail, { contactId: id }, { name, email, job: role });
      await manager.delete(ContactHospital, { contactId: id });
      await insertRows(
        manager,
        ContactHospital,
        hospitals.map((odsCode) => ({ contactId: id, odsCode })),
      );
      await unit.audit('contact.changed', 'contact', id, { address: moved ? 1 : 0 });
      return accept(await requireStored(manager, id));
    });
  }

  /** Erases somebody, here and from mail that waits. @throws DomainError FORBIDDEN, NOT_FOUND */
  async erase(actor: Lead, roundId: string, id: string): Promise<void> {
    const contact = await this.get(actor, roundId, id);
    await this.unitOfWork.run(actor, async (unit) => {
      await requireKeeper(unit.manager, actor, contact);
      await eraseContacts(unit.manager, [contact.id]);
      await unit.audit('contact.erased', 'contact', contact.id);
    });
  }

  /** Writes down that somebody wants no more mail, or takes it back where it was a mistake. @throws DomainError */
  async setOptOut(actor: Lead, roundId: string, id: string, optedOut: boolean): Promise<StoredContact> {
    const contact = await this.get(actor, roundId, id);
    // That they want none holds everywhere at once, and anybody whom they tell may write it down.
    return runAgain(this.unitOfWork, actor, async (unit) => {
      const { manager } = unit;
      if (!optedOut) await requireKeeper(manager, actor, contact);
      const which = { addressHash: contact.addressHash };
      const stored = await manager.findOneBy(MailOptOut, which);
      // What somebody asked for by their own link is theirs to take back, not the lead's.
      if (!optedOut && stored?.by === 'link') throw theirWish();
      if (optedOut && stored === null)
        await manager.insert(MailOptOut, { ...which, at: this.clock.now(), by: 'lead' });
      if (!optedOut) await manager.delete(MailOptOut, which);
      await unit.audit(optedOut ? 'contact.opted-out' : 'contact.opted-in', 'contact', id);
      return requireStored(manager, id);
    });
  }

  private async add(
    actor: Lead,
    roundId: string,
    { listId, legalBasis }: TypedContact,
    { source, ...values }: Checked,
  ): Promise<Result<StoredContact, Problem>> {
    const list = await this.book.getList(actor, roundId, listId);
    return runAgain(this.unitOfWork, actor, async (unit): Promise<Result<StoredContact, Problem>> => {
      const { manager } = unit;
      const planned = await planContacts(manager, [values], list.id, await keeperOf(manager, actor));
      if (planned[0]?.known?.listIds.includes(list.id)) return refuse(ADDRESS_TAKEN);
      if (planned[0]?.heldBack) return refuse(KEPT_BY_OTHERS);
      await storeContacts(manager, planned, { listId: list.id, legalBasis, source }, this.clock.now());
      const [stored] = await readContacts(manager, { addressHashes: [addressHash(values.email)] });
      if (stored === undefined) throw new Error('the contact was not stored');
      await unit.audit('contact.added', 'contact', stored.id, { list: list.id });
      return accept(stored);
    });
  }

  /** A contact on one of the lists that the round may use. */
  private async get(actor: Lead, roundId: string, id: string): Promise<StoredContact> {
    const lists = await this.book.listsOf(actor, roundId, this.reader.manager);
    const known = isId(id);
    const [contact] = known ? await readContacts(this.reader.manager, { ids: [id] }) : [];
    if (contact === undefined || !contact.listIds.some((listId) => lists.some((list) => list.id === listId)))
      throw new DomainError('NOT_FOUND', 'There is no such contact.', 'id', 'Load the contacts again.');
    return contact;
  }

  private check({ legalBasis, ...typed }: TypedContact): Result<Checked, Problem> {
    const problems: Problem[] = [];
    const take = (result: Result<string, Problem>): string => {
      if (result.ok) return result.value;
      problems.push(...result.problems);
      return '';
    };
    const email = take(parseEmailAddress(typed.email, 'email'));
    const [name, role] = [take(oneLine(typed.name, 'name')), take(oneLine(typed.role, 'role'))];
    const source = take(cleanText(typed.source.trim(), 'source', 200));
    if (source === '') problems.push(NO_SOURCE);
    if (!LEGAL_BASES.includes(legalBasis)) problems.push(NO_BASIS);
    const hospitals = new Set<string>();
    for (const code of splitHospitals(typed.hospitals)) {
      const known = this.frame.findHospital(code)?.odsCode;
      if (known === undefined) problems.push(unknownHospital(code));
      else hospitals.add(known);
    }
    if (problems.length > 0) return refuse(...problems);
    return accept({ email, name, role, source, hospitals: [...hospitals].sort() });
  }
}

async function requireStored(manager: EntityManager, id: string): Promise<StoredContact> {
  const [stored] = await readContacts(manager, { ids: [id] });
  if (stored === undefined) throw new Error(`there is no contact ${id}`);
  return stored;
}

const oneLine = (raw: string, field: string): Result<string, Problem> =>
  cleanText(raw.replace(/\s+/g, ' ').trim(), field, MOST_NAME);

const unknownHospital = (code: string): Problem => ({
  code: 'UNKNOWN_HOSPITAL',
  field: 'hospitals',
  message: `${code.slice(0, 20)} is no code of a hospital that is known here.`,
  mend: 'Write ODS codes such as RW603, apart by spaces.',
});
export const NO_SOURCE: Problem = {
  code: 'MISSING_VALUE',
  field: 'source',
  message: 'Where the address comes from is missing.',
  mend: 'Say who gave it and when: people may ask.',
};
export const NO_BASIS: Problem = {
  code: 'MISSING_VALUE',
  field: 'legalBasis',
  message: 'On what legal basis the address is kept is missing.',
  mend: `Choose one of ${LEGAL_BASES.join(', ')}.`,
};
const ADDRESS_TAKEN: Problem = {
  code: 'ADDRESS_TAKEN',
  field: 'email',
  message: 'Somebody with this address is there already.',
  mend: 'Change that contact instead.',
};
const KEPT_BY_OTHERS: Problem = {
  code: 'KEPT_BY_OTHERS',
  field: 'email',
  message: 'Somebody with this address is on lists of others, under another name or with other hospitals.',
  mend: 'Leave name, role and hospitals empty to add them as they are there, or ask whoever leads the whole survey.',
};
const theirWish = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'They asked for no more mail by their own link; nobody else can take that back.',
    'id',
    'Ask them to add their address again by the same link.',
  );
