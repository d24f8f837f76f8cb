import { Entity, JoinColumn, OneToOne, type Relation } from 'typeorm';

import { InstantColumn, KeyColumn } from '../../database/columns.js';
import { ReleaseSignOff } from './release-sign-off.entity.js';

/** A sign-off that was taken back before anything stood on it; why is in the audit. Rows are only ever added. */
@Entity({ name: 'sign_off_end' })
export class SignOffEnd {
  @KeyColumn('sign_off_end', 'sign_off_id', 36) signOffId: string;
  @OneToOne(() => ReleaseSignOff, { nullable: false })
  @JoinColumn({ name: 'sign_off_id', foreignKeyConstraintName: 'fk_sign_off_end_sign_off' })
  signOff?: Relation<ReleaseSignOff>;
  @InstantColumn('at') at: string;
}
