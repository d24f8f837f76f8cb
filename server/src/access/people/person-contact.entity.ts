import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn, TextColumn } from '../../database/columns.js';
import { Person } from './person.entity.js';

/**
 * Name and address of a person: all that is personal about an account, so that erasing is deleting this row while
 * grants and audit trail keep the pseudonym.
 */
@Entity({ name: 'person_contact' })
@Index('uq_person_contact_email', ['email'], { unique: true })
export class PersonContact {
  @KeyColumn('person_contact', 'person_id', 36) personId: string;
  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'fk_person_contact_person' })
  person?: Relation<Person>;
  @TextColumn('name', 120) name: string;
  /** In the form of `parseEmailAddress`. */
  @TextColumn('email', 254) email: string;
}
