import { Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn } from '../../database/columns.js';
import { Contact } from './contact.entity.js';

/** A hospital that a contact can answer for; some answer for several. */
@Entity({ name: 'contact_hospital' })
export class ContactHospital {
  @KeyColumn('contact_hospital', 'contact_id', 36) contactId: string;
  @ManyToOne(() => Contact, { nullable: false })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'fk_contact_hospital_contact' })
  contact?: Relation<Contact>;
  @KeyColumn('contact_hospital', 'ods_code', 10) odsCode: string;
}
