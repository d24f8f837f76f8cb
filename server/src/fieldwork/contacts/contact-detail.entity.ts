import { Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn, TextColumn } from '../../database/columns.js';
import { Contact } from './contact.entity.js';

/** Who a contact is: the one place with their name and address, apart so that erasing them is deleting a row. */
@Entity({ name: 'contact_detail' })
export class ContactDetail {
  @KeyColumn('contact_detail', 'contact_id', 36) contactId: string;
  @ManyToOne(() => Contact, { nullable: false })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'fk_contact_detail_contact' })
  contact?: Relation<Contact>;
  /** '' = not known. */
  @TextColumn('name', 120) name: string;
  /** In small letters. */
  @TextColumn('email', 254) email: string;
  /** What they do at the hospital, in their own or the list's words; '' = not known. */
  @TextColumn('job', 120) job: string;
}
