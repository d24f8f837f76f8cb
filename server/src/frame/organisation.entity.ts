import { Entity, Index } from 'typeorm';

import { IdColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * An NHS trust, as the register named it in early 2018, or one that a later merger made. Known by its ODS code; the
 * id is derived from it and stays the same for ever.
 */
@Entity({ name: 'organisation' })
@Index('uq_organisation_ods_code', ['odsCode'], { unique: true })
export class Organisation {
  @IdColumn('organisation') id: string;
  @TextColumn('ods_code', 10) odsCode: string;
  @TextColumn('name', 200) name: string;
  /** acute, mental_health, community, ambulance, or not_known. An integrated trust has one kind only. */
  @TextColumn('kind', 20) kind: string;
  /** `stated` by the NHS website list of 2014, `derived` by the compilers, or `not_known`. */
  @TextColumn('kind_basis', 20) kindBasis: string;
  /** Whether it counted major emergency attendances in 2017/18: yes, no, not_known, not_applicable. */
  @TextColumn('major_ed', 20) majorEd: string;
  /** Headquarters; '' = not known. */
  @TextColumn('postcode', 8) postcode: string;
  /** Day it came to be; null = not recorded. */
  @TextColumn('valid_from', 10, { nullable: true }) validFrom: string | null;
  /** Day from which it no longer exists; null = none recorded. */
  @TextColumn('valid_to', 10, { nullable: true }) validTo: string | null;
  @LongTextColumn('notes') notes: string;
  @TextColumn('source_id', 64) sourceId: string;
}
