import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn } from '../../database/columns.js';
import { ContactList } from './contact-list.entity.js';
import { Contact } from './contact.entity.js';

/** A contact is on a list. */
@Entity({ name: 'list_membership' })
@Index('ix_list_membership_contact', ['contactId'])
export class ListMembership {
  @KeyColumn('list_membership', 'list_id', 36) listId: string;
  @ManyToOne(() => ContactList, { nullable: false })
  @JoinColumn({ name: 'list_id', foreignKeyConstraintName: 'fk_list_membership_list' })
  list?: Relation<ContactList>;
  @KeyColumn('list_membership', 'contact_id', 36) contactId: string;
  @ManyToOne(() => Contact, { nullable: false })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'fk_list_membership_contact' })
  contact?: Relation<Contact>;
}
