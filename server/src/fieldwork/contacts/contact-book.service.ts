import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import { RoundService } from '../round.service.js';
import { ContactList } from './contact-list.entity.js';
import { type ContactFilter, countContacts, readContacts, type StoredContact } from './contact-rows.js';

/** A list with the number of people on it. */
export interface CountedList {
  readonly list: ContactList;
  readonly people: number;
}

/** Part of the contacts of a round. */
export interface ContactPage {
  readonly lists: readonly CountedList[];
  readonly contacts: readonly StoredContact[];
  /** How many fit the choice, shown or not. */
  readonly total: number;
  readonly optedOut: number;
  readonly bounced: number;
}

/** What of the contacts is looked at. */
export interface ContactChoice {
  /** '' = all lists of the round, and the general ones. */
  readonly listId: string;
  readonly search: string;
  readonly only: 'opted_out' | 'bounced' | null;
  readonly take: number;
  readonly skip: number;
}

/** The contacts of a round, on its lists and on the general ones. */
@Injectable()
export class ContactBookService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async read(actor: Pick<Actor, 'grants'>, roundId: string, choice: ContactChoice): Promise<ContactPage> {
    const { manager } = this.reader;
    const lists = await this.listsOf(actor, roundId, manager);
    const people = await manager
      .createQueryBuilder('list_membership', 'm')
      .select('m.list_id', 'listId')
      .addSelect('COUNT(*)', 'n')
      .groupBy('m.list_id')
      .getRawMany<{ listId: string; n: number | string }>();
    const countOf = new Map(people.map(({ listId, n }) => [listId, Number(n)]));
    const chosen = lists.filter(({ id }) => choice.listId === '' || id === choice.listId);
    const listIds = chosen.map(({ id }) => id);
    const { search, only, take, skip } = choice;
    const filter: ContactFilter = { listIds, search: search.trim(), ...(only !== null && { only }) };
    return {
      lists: lists.map((list) => ({ list, people: countOf.get(list.id) ?? 0 })),
      contacts: await readContacts(manager, { ...filter, take, skip }),
      total: await countContacts(manager, filter),
      optedOut: await countContacts(manager, { listIds, only: 'opted_out' }),
      bounced: await countContacts(manager, { listIds, only: 'bounced' }),
    };
  }

  /** Everybody on the lists of a round, for a file. @throws DomainError FORBIDDEN, NOT_FOUND */
  async all(actor: Pick<Actor, 'grants'>, roundId: string): Promise<readonly StoredContact[]> {
    const lists = await this.listsOf(actor, roundId, this.reader.manager);
    return readContacts(this.reader.manager, { listIds: lists.map(({ id }) => id) });
  }

  /** The lists of a round and the general ones, by name. @throws DomainError FORBIDDEN, NOT_FOUND */
  async listsOf(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    manager: EntityManager,
  ): Promise<ContactList[]> {
    requireAccess(actor, 'ManageContacts', { round: roundId });
    await this.rounds.get(roundId);
    return manager.find(ContactList, { where: { roundId: In([roundId, '']) }, order: { name: 'ASC' } });
  }

  /** One list that may be filled from a round. @throws DomainError FORBIDDEN, NOT_FOUND */
  async getList(actor: Pick<Actor, 'grants'>, roundId: string, listId: string): Promise<ContactList> {
    const list = (await this.listsOf(actor, roundId, this.reader.manager)).find(({ id }) => id === listId);
    if (list === undefined)
      throw new DomainError('NOT_FOUND', 'There is no such list.', 'listId', 'Choose a list of the round.');
    // A general list is everybody's: who leads one round only does not fill it.
    if (list.roundId === '') requireAccess(actor, 'ManageContacts', {});
    return list;
  }

  /**
   * Begins a list of a round, or with '' a general one; `perspective` = whose view its people are asked for, null = no
   * view in particular. @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async create(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    rawName: string,
    perspective: Perspective | null,
  ): Promise<Result<ContactList, Problem>> {
    requireAccess(actor, 'ManageContacts', roundId === '' ? {} : { round: roundId });
    if (roundId !== '') await this.rounds.get(roundId);
    const name = cleanText(rawName.trim(), 'name', 120);
    if (!name.ok) return name;
    if (name.value === '' || name.value.includes('\n')) return refuse(NO_NAME);
    const list = { id: newId(), roundId, name: name.value, perspective, createdAt: this.clock.now() };
    try {
      await this.unitOfWork.run(actor, async (unit) => {
        await unit.manager.insert(ContactList, list);
        await unit.audit('contact-list.created', 'contact_list', list.id, { round: roundId });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return refuse(NAME_TAKEN);
    }
    return accept(list);
  }
}

const NO_NAME: Problem = {
  code: 'MISSING_VALUE',
  field: 'name',
  message: 'The list has no name.',
  mend: 'Name it on one line, such as Members of the faculty.',
};
const NAME_TAKEN: Problem = {
  code: 'NAME_TAKEN',
  field: 'name',
  message: 'There is a list of this name already.',
  mend: 'Choose another name, or fill that list.',
};
