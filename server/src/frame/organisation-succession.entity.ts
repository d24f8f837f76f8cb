import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, TextColumn } from '../database/columns.js';
import { Organisation } from './organisation.entity.js';

/** One trust taken up by another, or one of the several that a divided trust went to. */
@Entity({ name: 'organisation_succession' })
@Index('uq_organisation_succession', ['fromId', 'toId'], { unique: true })
export class OrganisationSuccession {
  @IdColumn('organisation_succession') id: string;
  @TextColumn('from_id', 36) fromId: string;
  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'from_id', foreignKeyConstraintName: 'fk_organisation_succession_from' })
  from: Relation<Organisation>;
  @TextColumn('to_id', 36) toId: string;
  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'to_id', foreignKeyConstraintName: 'fk_organisation_succession_to' })
  to: Relation<Organisation>;
  /** Name of the successor after the change, which its 2018 row does not carry. */
  @TextColumn('to_name', 200) toName: string;
  /** Day in the register's record; for some the last day of the old trust. */
  @TextColumn('effective_on', 10) effectiveOn: string;
  @TextColumn('kind', 20) kind: 'merge' | 'rename' | 'split';
  @TextColumn('source_id', 64) sourceId: string;
}
