import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { FrameService } from '../../frame/frame.service.js';
import type { ContactList } from './contact-list.entity.js';
import { ContactBookService } from './contact-book.service.js';
import type { StoredContact } from './contact-rows.js';
import { ContactService } from './contact.service.js';
import {
  ContactBookModel,
  ContactFilterEnum,
  ContactListResult,
  ContactModel,
  ContactResult,
  PerspectiveEnum,
  SaveContactInput,
} from './contacts.model.js';

/** At most this many contacts are given at once. */
const MOST = 100;

/** The contacts of a round, for its lead. Lists come by upload. */
@Resolver(() => ContactBookModel)
export class ContactsResolver {
  constructor(
    private readonly book: ContactBookService,
    private readonly contacts: ContactService,
    private readonly frame: FrameService,
  ) {}

  @Query(() => ContactBookModel, { name: 'contacts' })
  @Allow('ManageContacts')
  async readContacts(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('listId', { type: () => ID, defaultValue: '', description: "'' = all lists." }) listId: string,
    @Args('search', { defaultValue: '', description: 'Part of a name or an address.' }) search: string,
    @Args('only', { type: () => ContactFilterEnum, nullable: true }) only: 'opted_out' | 'bounced' | null,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
    @Args('take', { type: () => Int, defaultValue: 50, description: `1 to ${MOST}.` }) take: number,
  ): Promise<ContactBookModel> {
    const page = await this.book.read(actor, roundId, {
      listId,
      search: search.slice(0, 200),
      only: only ?? null,
      skip: Math.max(0, skip),
      take: Math.min(Math.max(1, take), MOST),
    });
    return {
      ...page,
      lists: page.lists.map(({ list, people }) => toListModel(list, people)),
      contacts: page.contacts.map((one) => this.toModel(one)),
    };
  }

  @Mutation(() => ContactListResult, { description: "Begins a list of a round; '' = a general one." })
  @Allow('ManageContacts')
  async createContactList(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('name') name: string,
    @Args('perspective', {
      type: () => PerspectiveEnum,
      nullable: true,
      description: 'Whose view its people are asked for; left out = no view in particular.',
    })
    perspective?: Perspective | null,
  ): Promise<typeof ContactListResult> {
    const result = await this.book.create(actor, roundId, name, perspective ?? null);
    return result.ok ? toListModel(result.value, 0) : { problems: [...result.problems] };
  }

  @Mutation(() => ContactResult, { description: 'Adds a contact to a list, or changes one.' })
  @Allow('ManageContacts')
  async saveContact(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, job, ...typed }: SaveContactInput,
  ): Promise<typeof ContactResult> {
    const result = await this.contacts.save(actor, roundId, { ...typed, role: job });
    return result.ok ? this.toModel(result.value) : { problems: [...result.problems] };
  }

  @Mutation(() => Boolean, { description: 'Erases somebody for good, from mail that waits too.' })
  @Allow('ManageContacts')
  async eraseContact(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    await this.contacts.erase(actor, roundId, id);
    return true;
  }

  @Mutation(() => ContactModel, { description: 'Writes down that somebody wants no more mail.' })
  @Allow('ManageContacts')
  async setOptOut(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('optedOut') optedOut: boolean,
  ): Promise<ContactModel> {
    return this.toModel(await this.contacts.setOptOut(actor, roundId, id, optedOut));
  }

  private toModel({ addressHash: _hash, hospitals, ...contact }: StoredContact): ContactModel {
    const named = hospitals.map((odsCode) => ({
      odsCode,
      name: this.frame.findHospital(odsCode)?.name ?? odsCode,
    }));
    return { ...contact, hospitals: named };
  }
}

const toListModel = ({ id, name, roundId, perspective }: Omit<ContactList, 'createdAt'>, people: number) => ({
  id,
  name,
  general: roundId === '',
  people,
  perspective,
});
